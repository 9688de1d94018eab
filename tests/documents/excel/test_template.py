"""The data workbook: a form that Excel helps to fill in, and that is read back."""

from datetime import datetime

import openpyxl
import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from ccb_desktop.documents.excel.template import LISTS_SHEET, TemplateSheet, write_template
from ccb_desktop.domain.exchange.fields import FieldType
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS
from ccb_desktop.domain.partial_dates import PartialDate

KINDS = {kind.name: kind for kind in SHEET_KINDS}
MEMBERS, EVENTS = KINDS["members"], KINDS["events"]
OFFERS = {"sex": ("Nam", "Nữ"), "unit": ("Chi hội 1", "Chi hội 2")}


@pytest.fixture
def write(tmp_path):
    """Writes sheets and gives the workbook."""
    return lambda *sheets: openpyxl.load_workbook(
        write_template(sheets, "Hội CCB phường An Bình", tmp_path / "a.xlsx")
    )


def a_row(kind, **values):
    assert not set(values) - {field.name for field in kind.columns}
    return tuple(values.get(field.name) for field in kind.columns)


def place_of(kind, name):
    return [field.name for field in kind.columns].index(name) + 1


def rules_of(sheet, place):
    """The rules that hold for the second cell of a column."""
    found = []
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            left, top, right, bottom = range_boundaries(str(area))
            if left <= place <= right and top <= 2 <= bottom:
                found.append(rule)
    return found


def test_every_kind_has_its_sheet_with_its_headers(write):
    book = write(*(TemplateSheet(kind=kind) for kind in SHEET_KINDS))
    assert book.sheetnames == [kind.label for kind in SHEET_KINDS]
    for kind in SHEET_KINDS:
        headers = [cell.value for cell in book[kind.label][1]]
        assert headers == [field.header for field in kind.columns]


def test_the_sheet_of_events_has_the_headers_of_the_exchange_format(write):
    headers = [cell.value for cell in write(TemplateSheet(kind=EVENTS)).active[1]]
    assert headers == [
        *("Ngày", "Họ và tên", "Ngày sinh", "Số thẻ", "CCCD", "Chi hội", "Loại biến động"),
        *("Số quyết định", "Ngày quyết định", "Nơi đi/đến", "Đến ngày", "Lý do", "Ghi chú"),
    ]


def test_headers_stay_in_view_and_repeat_in_print(write):
    sheet = write(TemplateSheet(kind=MEMBERS)).active
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_required_columns_stand_out(write):
    sheet = write(TemplateSheet(kind=MEMBERS)).active
    colours = {cell.value: cell.fill.fgColor.rgb for cell in sheet[1]}
    required = {field.header for field in MEMBERS.columns if field.required}
    strong = {header for header, colour in colours.items() if colour == colours["Họ và tên"]}
    assert strong == required
    assert required >= {"Họ và tên", "Ngày sinh", "Chi hội"}


def test_drop_downs_offer_what_is_given_down_to_the_last_row_to_fill(write):
    book = write(TemplateSheet(kind=MEMBERS, offers=OFFERS))
    (rule,) = rules_of(book["Hội viên"], place_of(MEMBERS, "sex"))
    assert rule.type == "list"
    assert max(area.max_row for area in rule.sqref.ranges) > 1000
    title, _, cells = rule.formula1.rpartition("!")
    assert title.strip("'=") == LISTS_SHEET
    offered = [cell.value for (cell,) in book[LISTS_SHEET][cells.replace("$", "")]]
    assert offered == ["Nam", "Nữ"]


def test_a_closed_list_refuses_other_words_an_open_one_does_not(write):
    sheet = write(TemplateSheet(kind=MEMBERS, offers=OFFERS))["Hội viên"]
    (sex,), (unit,) = (rules_of(sheet, place_of(MEMBERS, name)) for name in ("sex", "unit"))
    assert MEMBERS.field("sex").type is FieldType.CHOICE
    assert (sex.showErrorMessage, unit.showErrorMessage) == (True, False)


def test_the_lists_are_hidden_and_each_is_there_once(write):
    book = write(
        TemplateSheet(kind=MEMBERS, offers=OFFERS),
        TemplateSheet(kind=EVENTS, offers={"unit": OFFERS["unit"]}),
    )
    assert book[LISTS_SHEET].sheet_state == "hidden"
    assert book[LISTS_SHEET].max_column == 2
    assert LISTS_SHEET not in write(TemplateSheet(kind=MEMBERS)).sheetnames


def test_columns_say_how_they_are_filled_in(write):
    sheet = write(TemplateSheet(kind=MEMBERS)).active
    (born,) = rules_of(sheet, place_of(MEMBERS, "born_on"))
    assert born.promptTitle == "Ngày sinh"
    assert "5/1952" in born.prompt
    assert born.prompt.endswith("Cột bắt buộc.")
    (identity,) = rules_of(sheet, place_of(MEMBERS, "citizen_id"))
    assert "12 chữ số" in identity.prompt
    assert rules_of(sheet, place_of(MEMBERS, "note")) == []


def test_excel_leaves_numbers_of_cards_and_half_known_dates_as_they_are_typed(write):
    sheet = write(TemplateSheet(kind=MEMBERS)).active
    for name in ("citizen_id", "phone", "card_no", "born_on", "education"):
        letters = get_column_letter(place_of(MEMBERS, name))
        assert sheet.column_dimensions[letters].width > 5
        style = sheet.column_dimensions[letters]
        assert style.number_format == "@", name


def test_a_filled_sheet_keeps_zeros_signs_and_kinds(write):
    row = a_row(
        MEMBERS,
        full_name="Nguyễn & <Trần>",
        born_on=PartialDate(1952, 5, 19),
        enlisted_on=PartialDate(1970, 2),
        citizen_id="001052000123",
        phone="0912345678",
        note="=1+1",
    )
    sheet = write(TemplateSheet(kind=MEMBERS, rows=[row, row])).active

    def cell(name, line=2):
        return sheet.cell(line, place_of(MEMBERS, name))

    assert cell("full_name").value == "Nguyễn & <Trần>"
    assert (cell("citizen_id").value, cell("phone").value) == ("001052000123", "0912345678")
    assert (cell("note").value, cell("note").data_type) == ("=1+1", "s")
    assert (cell("born_on").value, cell("born_on").number_format) == (
        datetime(1952, 5, 19),
        "dd/mm/yyyy",
    )
    assert cell("enlisted_on").value == "2/1970"
    assert {cell(name).alignment.horizontal for name in ("born_on", "enlisted_on")} == {"center"}
    assert cell("full_name", 3).value == "Nguyễn & <Trần>"


def test_room_is_left_below_the_rows_of_a_filled_sheet(write):
    rows = [a_row(MEMBERS, full_name=f"Trần {place}") for place in range(1500)]
    sheet = write(TemplateSheet(kind=MEMBERS, rows=rows, offers=OFFERS))["Hội viên"]
    assert sheet.max_row == 1501
    (rule,) = rules_of(sheet, place_of(MEMBERS, "sex"))
    assert max(area.max_row for area in rule.sqref.ranges) > 1501


def test_the_workbook_says_what_it_is_and_whose(write):
    properties = write(TemplateSheet(kind=MEMBERS)).properties
    assert (properties.title, properties.creator) == (
        "Mẫu nhập số liệu của Hội",
        "Hội CCB phường An Bình",
    )
