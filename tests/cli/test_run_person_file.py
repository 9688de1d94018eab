"""The file of a person from the command line."""

import json
from pathlib import Path

import pytest

from ccb_desktop.cli.run import run


@pytest.fixture
def ccb(filled_folder, capsys):
    """Runs a subcommand on a small branch; gives exit code, output, errors."""

    def call(*words):
        code = run([*map(str, words), "--data-dir", str(filled_folder.root)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_it_is_written_for_one_person(ccb, tmp_path):
    out = tmp_path / "ho-so.docx"
    key = f"{5:012}"
    code, said, _ = ccb("form", "person-file", "--person", key, "--out", out, "--json")
    assert (code, json.loads(said)["files"]) == (0, [str(out.resolve())])
    assert Path(out).stat().st_size > 1000


@pytest.mark.parametrize("keys", [(), (f"{5:012}", f"{6:012}")])
def test_it_is_written_for_nobody_or_many_in_no_way(ccb, tmp_path, keys):
    people = [word for key in keys for word in ("--person", key)]
    code, _, told = ccb("form", "person-file", *people, "--out", tmp_path / "a.docx")
    assert code == 1
    assert "hồ sơ cá nhân đầy đủ" in told.lower() and "họn" in told
    assert not (tmp_path / "a.docx").exists()
