"""Checklists from the command line: a paper, a folder of forms, one unit, wrong wishes."""

import json

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.operations.branch import open_branch
from tests.plans import a_task, an_item, hand_out
from tests.word_files import word_text


@pytest.fixture
def call(filled_folder, capsys):
    """Asks for checklists of a branch with a plan; gives exit code, files and errors."""
    with open_branch(filled_folder) as store:
        item = an_item(store, a_task(store, year=2026), "Vệ sinh đường")
        for unit_id in (1, 2):
            hand_out(store, item, unit_id)
    place = ["--data-dir", str(filled_folder.root), "--json"]

    def ask(*words):
        code = run(["form", "task-checklist", *map(str, words), *place])
        printed = capsys.readouterr()
        return code, json.loads(printed.out)["files"] if printed.out else [], printed.err

    return ask


def test_a_paper_for_all_and_forms_for_one(call, tmp_path):
    code, files, _ = call("--period", "2026-Q3", "--out", tmp_path / "phieu.docx")
    assert (code, files) == (0, [str(tmp_path / "phieu.docx")])
    assert "Đơn vị: Chi hội 2" in word_text(files[0])
    code, files, _ = call("--period", "2026", "--unit", "CH2", "--out", tmp_path / "gui")
    assert (code, len(files)) == (0, 1) and "Chi-hoi-2" in files[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--period", "2025/2030", "--out", "gui"), "một tháng, quý, 6 tháng hoặc năm"),
        (("--period", "2026", "--out", "gui.xlsx"), "tên thư mục"),
        (("--period", "2026", "--unit", "CH9", "--out", "gui"), "CH9"),
        (("--period", "2031", "--out", "gui"), "năm 2031"),
    ],
)
def test_what_cannot_be_is_told(call, words, told):
    code, files, said = call(*words)
    assert (code, files) == (1, []) and told in said


def test_an_empty_place_is_wrong_usage_and_nothing_is_written(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        call("--period", "2026", "--out", "")
    assert stop.value.code == 2 and not list(tmp_path.glob("*.xlsx"))
