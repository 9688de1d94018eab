"""Names of files in a package: ASCII, without spaces, good on every stick and every system."""

import re
from collections.abc import Collection

from ccb_desktop.domain.papers import without_marks

MOST_LETTERS = 100
"""The longest name, with its ending."""

MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def is_safe(name: str) -> bool:
    """Whether a name is one that packages use: no folder, no drive, no name Windows keeps."""
    return (
        bool(_SAFE.fullmatch(name))
        and len(name) <= MOST_LETTERS
        and not name.endswith(".")
        and ".." not in name
        and not _RESERVED.fullmatch(name)
    )


def safe_name(name: str, taken: Collection[str] = ()) -> str:
    """A safe name as like to this one as can be: `Danh sách.xlsx` → `Danh-sach.xlsx`.

    Args:
        name: The name of a file, with its ending.
        taken: Names that are used already; capitals make no difference.
    """
    stem, dot, ending = name.rpartition(".")
    if not dot or not re.fullmatch("[A-Za-z0-9]{1,10}", ending):
        stem, ending = name, ""
    bare = _bare(stem) or "Tep"
    if _RESERVED.fullmatch(bare):
        bare = f"Tep-{bare}"
    used = {other.lower() for other in taken} | {MANIFEST_NAME, SIGNATURE_NAME}
    for count in range(1, len(used) + 2):
        more = "" if count == 1 else f"-{count}"
        tail = f"{more}.{ending}" if ending else more
        found = bare[: MOST_LETTERS - len(tail)].rstrip("-._") + tail
        if found.lower() not in used:
            break
    return found


def _bare(text: str) -> str:
    """Its letters and digits without marks; hyphens for everything between."""
    ascii_text = re.sub(r"[^A-Za-z0-9._]+", "-", without_marks(text))
    return re.sub(r"-*\.[-.]*", ".", ascii_text).strip("-._")
