"""A form from above, tied once and filled for a period, on real books."""

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document

from ccb_desktop.documents.form_filling.form_file import read_shape
from ccb_desktop.domain.errors import BadFile, Conflict, Invalid, NotFound
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.documents import Direction, NumberOrder
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import Aspect, Tie, TieKind, Word, as_json
from ccb_desktop.operations import frozen_reports, register, reports, undo
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.frozen_reports import FreezeOrder
from ccb_desktop.operations.superior_forms import filling, forms
from tests.superior_forms import excel_form, word_form

YEAR = Period.of_year(2025)


def figure(code, **more):
    return Tie(kind=TieKind.FIGURE, name=code, **more)


def column(name):
    return Tie(kind=TieKind.COLUMN, name="units", column=name)


@pytest.fixture
def brought(filled, tmp_path):
    """Brings a form in and ties some of its blanks, named by words of their labels."""

    def bring(content, ending, ties):
        path = tmp_path / f"mau.{ending}"
        path.write_bytes(content)
        forms.bring_in(filled, path, "Biểu 6 tháng")
        form = forms.list_forms(filled)[0].form
        tie(filled, form.id, ties)
        return form.id

    return bring


def tie(store, form_id, ties):
    opened = forms.open_form(store, form_id)
    blanks = []
    for label, one in ties.items():
        found = next(blank for blank in opened.shape.blanks if blank.label == label)
        blanks.append(FormBlank(place=found.place, label=label, tie=as_json(one)))
    forms.save_ties(store, opened, blanks)
    return opened


EXCEL_TIES = {
    "Đơn vị": Tie(kind=TieKind.WORD, name=Word.BRANCH),
    "Kỳ báo cáo": Tie(kind=TieKind.WORD, name=Word.PERIOD),
    "Hội viên cuối kỳ – Số lượng Kỳ này": figure("members_closing"),
    "Hội viên cuối kỳ – Số lượng Cùng kỳ năm trước": figure(
        "members_closing", aspect=Aspect.BEFORE
    ),
    "Từ trần – Số lượng Kỳ này": figure("members_deceased"),
    "Nữ – Số lượng Kỳ này": figure("members_female"),
    "Nữ – Ghi chú": Tie(kind=TieKind.TYPED),
    "Từ trần – Ghi chú": figure("unit_meetings"),
    "Tên chi hội": column("Tên đơn vị"),
    "Số hội viên": column("Số người"),
}


def test_a_workbook_is_filled_kept_and_written_again_unchanged(filled, brought, tmp_path):
    form_id = brought(excel_form(), "xlsx", EXCEL_TIES)
    figures = figures_for(filled, YEAR.from_on, YEAR.to_on).by_code
    opened = forms.open_form(filled, form_id)
    by_hand = next(one.place for one in opened.blanks if one.label == "Nữ – Ghi chú")
    order = filling.FillOrder(form_id=form_id, period=YEAR, typed={by_hand: "2.026"})
    made = filling.draft_filling(filled, order)
    change, written = filling.keep_and_write(filled, made, tmp_path / "lan-dau.xlsx")
    assert written.read_bytes() == made.content
    assert change.label == "Điền biểu mẫu Biểu 6 tháng, năm 2025"
    assert made.missing == ("Từ trần – Ghi chú",)
    book = openpyxl.load_workbook(BytesIO(made.content))
    sheet = book["Biểu 1"]
    assert sheet["C7"].value == figures["members_closing"].value
    assert sheet["F9"].value == "…"
    assert sheet["F10"].value == 2026
    assert sheet["A3"].value == "Đơn vị: Hội CCB phường An Bình Kỳ báo cáo: năm 2025"
    names = [row[1].value for row in book["Danh sách"].iter_rows(4, 9) if row[1].value]
    assert len([name for name in names if name.startswith("Chi hội")]) >= 2
    line = forms.list_forms(filled)[0]
    assert (line.tied, line.latest.period) == (len(EXCEL_TIES), "2025")
    assert filling.typed_before(filled, form_id) == {by_hand: "2.026"}
    out = tmp_path / "ra.xlsx"
    filling.write_filling(filled, line.latest.id, out)
    assert out.read_bytes() == made.content


def test_a_word_form_tells_figures_words_and_rows(filled, brought):
    form_id = brought(
        word_form(),
        "docx",
        {
            "Tổng số hội viên": figure("members_closing"),
            "người, trong đó nữ": figure("members_female"),
            "Ngày chốt số liệu": Tie(kind=TieKind.WORD, name=Word.CUT_OFF_DAY),
            "HỘI CCB TỈNH": Tie(kind=TieKind.TEXT, text="THÁI HƯNG"),
            "Chi hội": column("Tên đơn vị"),
        },
    )
    made = filling.draft_filling(filled, filling.FillOrder(form_id=form_id, period=YEAR))
    figures = figures_for(filled, YEAR.from_on, YEAR.to_on).by_code
    document = Document(BytesIO(made.content))
    text = "\n".join(one.text for one in document.paragraphs)
    assert f"Tổng số hội viên: {figures['members_closing'].value} người" in text
    assert "Ngày chốt: 31/12/2025" in "".join(
        piece.text
        for line in made.shape.sections[1].blocks
        for piece in getattr(line, "pieces", ())
    )
    assert document.tables[0].rows[1].cells[1].text.startswith("Chi hội")


def test_values_are_told_beside_their_blanks(filled, brought):
    form_id = brought(excel_form(), "xlsx", EXCEL_TIES)
    from ccb_desktop.domain.superior_forms.assembling import tied_blanks

    tied = tied_blanks(forms.open_form(filled, form_id).blanks)
    told = filling.look_at(filled, tied, YEAR, None).values
    by_label = {blank.label: told[blank.place] for blank, _tie in tied}
    assert by_label["Kỳ báo cáo"] == "năm 2025"
    assert by_label["Từ trần – Ghi chú"] == "…"
    assert "dòng đầu: Chi hội" in by_label["Tên chi hội"]
    assert "Tên đơn vị" in filling.columns_of(filled, "units", date(2025, 12, 31))


def test_targets_of_the_report_are_taken(filled, brought):
    reports.save_report_texts(filled, "year", YEAR, {"target.members_admitted": "10"})
    label = "Kết nạp mới – Số lượng Kỳ này"
    form_id = brought(
        excel_form(), "xlsx", {label: figure("members_admitted", aspect=Aspect.TARGET)}
    )
    made = filling.draft_filling(filled, filling.FillOrder(form_id=form_id, period=YEAR))
    assert openpyxl.load_workbook(BytesIO(made.content))["Biểu 1"]["C8"].value == 10


def test_a_form_that_the_books_know_nothing_of_is_not_filled(filled, brought):
    label = "Kết nạp mới – Số lượng Kỳ này"
    form_id = brought(excel_form(), "xlsx", {label: figure("unit_meetings")})
    order = filling.FillOrder(form_id=form_id, period=YEAR)
    with pytest.raises(Invalid, match="chưa có số liệu nào"):
        filling.draft_filling(filled, order)


NUMBER_TIES = {
    "Tổng số hội viên": figure("members_closing"),
    "Số": Tie(kind=TieKind.WORD, name=Word.DOCUMENT_NUMBER),
}


def numbered_as(made):
    """The number that stands in the frame of the Word form."""
    with ZipFile(BytesIO(made.content)) as parts:
        return re.search("Số: ([^<]*)/BC", parts.read("word/document.xml").decode())[1]


def outgoing(store):
    lines = register.list_lines(store, Direction.OUT)
    return [(one.document.symbol, one.document.subject) for one in lines]


def test_a_number_is_taken_from_the_register_in_the_act_that_keeps_the_form(
    filled, brought, tmp_path
):
    order = filling.FillOrder(form_id=brought(word_form(), "docx", NUMBER_TIES), period=YEAR)
    empty = filling.draft_filling(filled, order)
    assert (empty.left, empty.number.begins, outgoing(filled)) == (("Số",), True, [])
    asked = replace(order, numbered=True, begin=17)
    made = filling.draft_filling(filled, asked)
    assert numbered_as(made) == "17"
    change, _path = filling.keep_and_write(filled, made, tmp_path / "ra.docx")
    assert outgoing(filled) == [("17/BC-CCB", "Biểu 6 tháng, năm 2025")]
    again = filling.draft_filling(filled, asked)
    assert (numbered_as(again), again.number.begins) == ("17", False)
    filling.keep_and_write(filled, again, tmp_path / "lai.docx")
    (line,) = register.list_lines(filled, Direction.OUT)
    with pytest.raises(Conflict, match="biểu mẫu đã điền"):
        register.take_back(filled, line.document.id)
    register.cancel(filled, line.document.id, "Ghi nhầm")
    assert numbered_as(filling.draft_filling(filled, asked)) == "18"
    assert change.label == "Điền biểu mẫu Biểu 6 tháng, năm 2025"


def test_a_form_bears_the_number_of_the_frozen_report_of_its_period(filled, brought):
    order = filling.FillOrder(form_id=brought(word_form(), "docx", NUMBER_TIES), period=YEAR)
    kind = ReportKind.YEAR
    frozen_reports.freeze_report(filled, FreezeOrder(kind=kind, period=YEAR, numbered=True))
    made = filling.draft_filling(filled, order)
    assert (numbered_as(made), made.number.symbol, made.left) == ("01", "01/BC-CCB", ())
    other = replace(order, period=Period.parse("2025-H1"))
    assert filling.draft_filling(filled, other).left == ("Số",)


def test_a_form_that_cannot_be_written_takes_no_number(filled, brought, tmp_path):
    form_id = brought(word_form(), "docx", NUMBER_TIES)
    order = filling.FillOrder(form_id=form_id, period=YEAR, numbered=True)
    made = filling.draft_filling(filled, order)
    with pytest.raises(NotFound):
        filling.keep_and_write(filled, made, tmp_path / "khong-co" / "ra.docx")
    assert (outgoing(filled), forms.list_fillings(filled, form_id)) == ([], [])
    register.give_number(filled, NumberOrder(kind="BC", on=date.today(), subject="Khác", number=1))
    with pytest.raises((Conflict, Invalid)):
        filling.keep_and_write(filled, made, tmp_path / "ra.docx")
    assert [symbol for symbol, _subject in outgoing(filled)] == ["01/BC-CCB"]


def test_a_newer_version_keeps_the_ties_that_are_still_there(filled, brought, tmp_path):
    form_id = brought(excel_form(), "xlsx", EXCEL_TIES)
    newer = openpyxl.load_workbook(BytesIO(excel_form()))
    newer["Biểu 1"]["B9"] = "Hội viên qua đời"
    path = tmp_path / "mau moi.xlsx"
    newer.save(path)
    version = forms.look_at_version(filled, form_id, path)
    assert {one.label for one in version.kept.fallen} == {
        "Từ trần – Số lượng Kỳ này",
        "Từ trần – Ghi chú",
    }
    change = forms.replace_form(filled, version)
    opened = forms.open_form(filled, form_id)
    assert len(opened.blanks) == len(EXCEL_TIES) - 2
    assert opened.form.file_name == "mau moi.xlsx"
    undo.undo(filled, change.action_id)
    again = forms.open_form(filled, form_id)
    assert len(again.blanks) == len(EXCEL_TIES)
    assert again.form.file_name == "mau.xlsx"


def test_a_form_is_retired_and_asked_for_by_its_title(filled, brought):
    form_id = brought(excel_form(), "xlsx", EXCEL_TIES)
    assert forms.form_of_title(filled, "bieu 6 THANG").id == form_id
    forms.retire_forms(filled, [forms.list_forms(filled)[0].form], True)
    with pytest.raises(Exception, match="chưa có biểu mẫu"):
        forms.form_of_title(filled, "Biểu 6 tháng")


def test_lists_stand_only_in_rows_and_each_row_has_one(filled, brought):
    with pytest.raises(Invalid, match="lặp lại được"):
        brought(word_form(), "docx", {"Tổng số hội viên": column("Tên đơn vị")})
    form_id = forms.list_forms(filled)[0].form.id
    other = Tie(kind=TieKind.COLUMN, name="roster", column="Họ và tên")
    with pytest.raises(Invalid, match="danh sách khác"):
        tie(filled, form_id, {"Chi hội": column("Tên đơn vị"), "Nữ": other})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "tệp trống"),
        (b"%PDF-1.7", "không phải là mẫu Word"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), "lại thành .docx"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "Workbook".encode("utf-16-le"), "lại thành .xlsx"),
        (word_form()[:-40], "hỏng"),
    ],
)
def test_what_is_no_form_is_refused_with_what_to_do(filled, tmp_path, content, told):
    path = tmp_path / "mau.doc"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=told):
        forms.bring_in(filled, path, "Mẫu")
    assert forms.list_forms(filled) == []


def test_what_was_typed_is_kept_as_json(filled, brought, tmp_path):
    form_id = brought(excel_form(), "xlsx", EXCEL_TIES)
    made = filling.draft_filling(filled, filling.FillOrder(form_id=form_id, period=YEAR))
    filling.keep_and_write(filled, made, tmp_path / "ra.docx")
    assert json.loads(forms.list_fillings(filled, form_id)[0].typed) == {}
    assert made.left == ("Nữ – Ghi chú",)
    assert read_shape(made.content).blanks
