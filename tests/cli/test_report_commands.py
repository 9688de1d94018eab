"""Reports from the command line: written, frozen, written again."""

import json
from datetime import date

import docx
import pytest

from ccb_desktop.cli.run import run

JSON = ("--json", "--out")


@pytest.fixture
def ccb(filled_folder, capsys):
    """Runs a subcommand on a small branch; gives exit code, output, errors."""

    def call(*words):
        capsys.readouterr()
        try:
            code = run([str(word) for word in words] + ["--data-dir", str(filled_folder.root)])
        except SystemExit as left:
            code = left.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_a_report_is_frozen_and_written_again(ccb, tmp_path):
    asked = ("report", "year", "--period", "2025", "--freeze", "--json")
    code, out, err = ccb(*asked, "--out", tmp_path / "a")
    said = json.loads(out)
    assert (code, err, said["frozen"], said["checked"]) == (0, "", 1, True)
    _code, out, _err = ccb("report", "--again", "1", "--out", tmp_path / "b", "--json")
    first = [one.read_bytes() for one in sorted((tmp_path / "a").iterdir())]
    again = [one.read_bytes() for one in sorted((tmp_path / "b").iterdir())]
    assert (len(first), again) == (2, first)
    assert json.loads(out).keys() == {"files", "checked"}


def test_a_frozen_report_is_numbered_where_it_is_asked_for(ccb, tmp_path):
    asked = ("report", "year", "--period", "2025", "--numbered")
    assert ccb(*asked, "--out", tmp_path)[0] == 2
    assert list(tmp_path.glob("*.docx")) == []
    assert ccb(*asked, "--freeze", "--out", tmp_path)[0] == 0
    (word,) = tmp_path.glob("*.docx")
    head = docx.Document(str(word)).tables[0]
    assert "01/BC-CCB" in " ".join(cell.text for row in head.rows for cell in row.cells)
    assert "01/BC-CCB" in ccb("list", "documents", "--on", "2025-12-31")[1]


def test_a_report_that_was_never_frozen_is_told(ccb, tmp_path):
    code, _out, err = ccb("report", "--again", "9", "--out", tmp_path / "b")
    assert code == 1
    assert "không còn trong sổ" in err
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("words", [(), ("year",), ("--period", "2025")])
def test_a_report_needs_its_kind_and_period(ccb, tmp_path, words):
    code, _out, err = ccb("report", *words, "--out", tmp_path)
    assert code == 2
    assert "còn thiếu" in err


def test_a_report_over_years_tells_of_none_that_has_not_come(ccb, tmp_path):
    this, today = date.today().year, date.today().isoformat()
    _code, out, _err = ccb("report", "term", "--period", f"{this - 1}/{this + 4}", *JSON, tmp_path)
    word = json.loads(out)["files"][0]
    assert word.endswith(f"_{today}.docx")
    texts = {cell.text for table in docx.Document(word).tables for cell in table.rows[0].cells}
    assert f"Năm {this}" in texts
    assert f"Năm {this + 1}" not in texts
