"""Packages with a workbook of data in them, as another branch or a chi hội would send one."""

from ccb_desktop.documents.packages.signing import public_key_of, sign
from ccb_desktop.documents.packages.writing import Packing, described, write_folder, write_zip
from ccb_desktop.domain.submissions.manifest import FileRole, write_manifest
from tests.packages import SEED, manifest_of

STAMP = (2026, 6, 5, 8, 30, 11)


def packing(files, work, seed=SEED, **more):
    """A package of files by their roles: role → path; made in a folder."""
    named = [(described(path, path.name, role, path.stem), path) for role, path in files.items()]
    manifest = manifest_of([one for one, _path in named], public_key=public_key_of(seed), **more)
    content = write_manifest(manifest)
    signature = sign(seed, content)
    signed = {"manifest": content, "signature": signature, "stamp": STAMP}
    return Packing(**signed, files=tuple(named), work=work)


def zipped(target, files, password="", **more):
    """The same as one packed file."""
    return write_zip(packing(files, target.parent, **more), target, password, lambda *_: None)


def in_folder(target, files, **more):
    """The same as a folder."""
    return write_folder(packing(files, target.parent, **more), target, lambda *_: None)


def with_data(target, workbook, password="", **more):
    """A packed file with a workbook to take in."""
    return zipped(target, {FileRole.DATA: workbook}, password, **more)
