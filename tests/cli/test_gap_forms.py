"""Lists of gaps and doubts, and the forms that ask for them, from the command line."""

import json

import docx
import openpyxl
import pytest

from ccb_desktop.cli.gap_forms import _told
from ccb_desktop.cli.run import run
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.questionnaires import WrittenForm
from ccb_desktop.paths import DataFolder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = DataFolder(tmp_path_factory.mktemp("demo") / "branch")
    make_demo_branch(made, members=80).close()
    return made


@pytest.fixture
def call(folder, capsys):
    """Runs a subcommand with --json; gives exit code, the object, and errors."""

    def run_it(*words):
        capsys.readouterr()
        code = run([*map(str, words), "--data-dir", str(folder.root), "--json"])
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None, printed.err

    return run_it


@pytest.mark.parametrize("name", ["incomplete", "suspicious", "open-ends"])
def test_the_lists_are_printed(call, name):
    code, found, _err = call("list", name)
    assert code == 0
    assert found["columns"][0] == "STT"
    assert [row[0] for row in found["rows"]] == [str(n + 1) for n in range(len(found["rows"]))]


def test_the_questionnaire_is_written_for_the_pen_and_for_excel(call, tmp_path):
    for name in ("questionnaire", "questionnaire-person"):
        code, found, _err = call("form", name, "--out", tmp_path / f"{name}.docx")
        assert code == 0
        assert found["files"] == [str(tmp_path / f"{name}.docx")]
        assert docx.Document(found["files"][0]).tables
    code, found, _err = call("form", "questionnaire", "--out", tmp_path / "a.xlsx")
    assert code == 0
    assert openpyxl.load_workbook(found["files"][0]).sheetnames[0] == "Hội viên"


def test_a_unit_that_is_not_there_is_told(call, tmp_path):
    out = tmp_path / "a.docx"
    code, _found, err = call("form", "questionnaire", "--unit", "ZZ9", "--out", out)
    assert code == 1
    assert "Không có đơn vị mang mã ZZ9" in err
    assert not out.exists()


def test_it_is_told_how_many_could_not_stand_in_the_form(tmp_path):
    answer = _told(WrittenForm(tmp_path / "a.xlsx", 2))
    assert answer.json["left_out"] == 2
    assert answer.lines[-1].startswith("2 người không có trong tệp")
    assert "left_out" not in _told(WrittenForm(tmp_path / "a.xlsx", 0)).json
