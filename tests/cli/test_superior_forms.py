"""The superior's form from the command line: filled, kept, written; or told why not."""

import json

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import Tie, TieKind, as_json
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.superior_forms import forms
from tests.superior_forms import excel_form

LABEL = "Hội viên cuối kỳ – Số lượng Kỳ này"


@pytest.fixture
def folder(filled_folder, tmp_path):
    """Books with a form of which one figure is tied."""
    path = tmp_path / "mau.xlsx"
    path.write_bytes(excel_form())
    with open_branch(filled_folder) as store:
        forms.bring_in(store, path, "Biểu 6 tháng")
        opened = forms.open_form(store, forms.list_forms(store)[0].form.id)
        blank = next(one for one in opened.shape.blanks if one.label == LABEL)
        tie = as_json(Tie(kind=TieKind.FIGURE, name="members_closing"))
        forms.save_ties(store, opened, [FormBlank(place=blank.place, label=LABEL, tie=tie)])
    return filled_folder


def asked(folder, out, *more):
    return ["form", "superior", *more, "--out", str(out), "--data-dir", str(folder.root)]


def test_a_form_is_filled_and_kept(folder, tmp_path, capsys):
    out = tmp_path / "ra.xlsx"
    wanted = asked(folder, out, "--form", "bieu 6 thang", "--period", "2025", "--json")
    assert run(wanted) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"files": [str(out)], "checked": True, "missing": []}
    with open_branch(folder) as store:
        assert forms.list_forms(store)[0].latest.period == "2025"


@pytest.mark.parametrize(
    ("name", "more", "told"),
    [
        ("ra.xlsx", ["--period", "2025"], "--form"),
        ("ra.xlsx", ["--form", "Biểu 6 tháng"], "--period"),
        ("ra.docx", ["--form", "Biểu 6 tháng", "--period", "2025"], ".xlsx"),
        ("ra.xlsx", ["--form", "Biểu khác", "--period", "2025"], "Biểu 6 tháng"),
    ],
)
def test_what_cannot_be_done_is_told(folder, tmp_path, capsys, name, more, told):
    assert run(asked(folder, tmp_path / name, *more)) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / name).exists()
