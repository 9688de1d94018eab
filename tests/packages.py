"""Packages for tests: small, signed, written as the program writes them."""

import hashlib
from datetime import date, datetime

from ccb_desktop.documents.packages.signing import public_key_of, sign
from ccb_desktop.documents.packages.writing import (
    Packing,
    described,
    write_folder,
    write_zip,
)
from ccb_desktop.domain.submissions.manifest import (
    FileRole,
    Manifest,
    PackageFile,
    write_manifest,
)

SEED = bytes(range(32))
MADE_AT = datetime(2026, 6, 5, 8, 30, 11)


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def package_file(name, content="x", role=FileRole.OTHER):
    return PackageFile(
        name=name,
        role=role,
        title=name,
        sha256=hash_of(content),
        size=len(content.encode()),
        content=hash_of(content),
    )


def manifest_of(files=(), **more):
    values = {
        "program": "ccb-desktop 0.1.0",
        "branch": "Hội CCB phường Thanh Khê",
        "parent": "Hội CCB thành phố",
        "practice": False,
        "kind": "half-year",
        "period": "2026-H1",
        "from_on": date(2026, 1, 1),
        "to_on": date(2026, 6, 30),
        "cut_off": date(2026, 6, 5),
        "made_at": MADE_AT,
        "masked": True,
        "figures": {"members_closing": 1862},
        "files": tuple(files),
        "content_sha256": hash_of("all"),
        "chain_number": 12,
        "chain_hash": hash_of("chain"),
        "public_key": public_key_of(SEED),
    }
    return Manifest(**(values | more))


def packing_of(folder, texts, **more):
    """A package of some texts by name, whose files lie in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        files.append((described(folder / name, name, FileRole.OTHER, name), folder / name))
    content = write_manifest(manifest_of([file for file, _ in files], **more))
    stamp = (2026, 6, 5, 8, 30, 11)
    return Packing(
        manifest=content,
        signature=sign(SEED, content),
        stamp=stamp,
        files=tuple(files),
        work=folder,
    )


def make_zip(tmp_path, texts, password="", **more):
    packing = packing_of(tmp_path / "nguon", texts, **more)
    return write_zip(packing, tmp_path / "goi.zip", password, lambda *_: None)


def make_folder(tmp_path, texts, **more):
    packing = packing_of(tmp_path / "nguon", texts, **more)
    return write_folder(packing, tmp_path / "goi", lambda *_: None)
