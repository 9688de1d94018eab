"""Entries of Word and Excel files that do not depend on the moment or the PC they are made at."""

import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows
_UNIX = 3


def entry(name: str) -> zipfile.ZipInfo:
    """What a package calls a part: packed, and always of the same day.

    So equal contents written by one program make equal files, byte for byte.
    """
    made = zipfile.ZipInfo(name, _FIRST_DAY)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = _UNIX
    made.external_attr = 0o600 << 16
    return made
