"""The manifest comes back as it was written, and nothing else is understood."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.submissions.manifest import (
    fingerprint,
    read_manifest,
    signer_of,
    write_manifest,
)
from tests import packages


def test_what_is_written_is_read():
    files = [packages.package_file("a.docx"), packages.package_file("b.xlsx")]
    manifest = packages.manifest_of(files)
    content = write_manifest(manifest)
    assert read_manifest(content) == manifest
    assert write_manifest(read_manifest(content)) == content
    assert signer_of(content) == manifest.public_key
    assert manifest.file("b.xlsx") == files[1]
    with pytest.raises(KeyError):
        manifest.file("c")


def leaves(values, path=()):
    if isinstance(values, dict):
        for key, value in values.items():
            yield (*path, key)
            if key != "figures":
                yield from leaves(value, (*path, key))
    elif isinstance(values, list):
        for place, value in enumerate(values):
            yield from leaves(value, (*path, place))


WRITTEN = json.loads(write_manifest(packages.manifest_of([packages.package_file("a.docx")])))


@pytest.mark.parametrize("path", list(leaves(WRITTEN)), ids=str)
@pytest.mark.parametrize("wrong", [None, -1, [1], "x" * 65, float("nan")])
def test_a_value_of_the_wrong_kind_is_refused_and_never_breaks_the_program(path, wrong):
    values = json.loads(json.dumps(WRITTEN))
    holder = values
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = wrong
    content = json.dumps(values).encode()
    is_free_text = path[-1] in ("program", "name", "parent", "kind", "period", "title", "hash")
    if isinstance(wrong, str) and is_free_text:
        read_manifest(content)
        return
    with pytest.raises(BadFile):
        read_manifest(content)


@given(st.binary(max_size=300) | st.just(b"[" * 100_000) | st.just(b" " * 5_000_000))
def test_anything_else_is_refused(content):
    assert signer_of(content) == ""
    with pytest.raises(BadFile):
        read_manifest(content)


def test_half_a_letter_is_refused_for_it_could_not_be_kept():
    content = write_manifest(packages.manifest_of()).decode()
    content = content.replace("ccb-desktop 0.1.0", "\\ud83d")
    with pytest.raises(BadFile):
        read_manifest(content.encode())


@pytest.mark.parametrize("names", [("a.txt", "A.txt"), ("manifest.json",), ("../a",), ("nul.txt",)])
def test_names_of_files_are_safe_and_stand_once(names):
    files = [packages.package_file(name) for name in names]
    with pytest.raises(BadFile):
        read_manifest(write_manifest(packages.manifest_of(files)))


def test_a_key_is_read_aloud_in_groups():
    assert fingerprint("ab12cd34ef56ab78" + "0" * 48) == "ab12 cd34 ef56 ab78"
