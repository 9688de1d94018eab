"""Forms with numbers of the register: number and paper in one act, or neither."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import long_date
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations import register, undo
from ccb_desktop.operations.emulation import grading
from ccb_desktop.operations.forms.numbered import number_orders, write_numbered
from ccb_desktop.operations.funds import loans
from ccb_desktop.operations.visits import housing
from ccb_desktop.paths import resources
from tests.books import add_event, add_member
from tests.ledger import open_fund
from tests.operations.funds.test_loans import a_loan
from tests.operations.visits.test_housing import HOUSE

ON = date.today()


@pytest.fixture
def order(store):
    """The decision on striking off two members, one of whom has his number already."""
    for number, name in enumerate(("Trần Văn Một", "Lê Văn Hai", "Phạm Văn Ba"), 1):
        add_member(store, name)
        decided = {"decision_no": "09/QĐ-CCB"} if number == 2 else {}
        add_event(store, number, EventKind.STRUCK_OFF, "1/6/2026", reason="Tự ý bỏ", **decided)
    return FormOrder(name="strike-off-decision", on=ON, chosen=(1, 2, 3))


def text_of(path):
    document = Document(path)
    return "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)


def decided(store, *person_ids):
    """Numbers and days of the decisions of all events, in the order of the people."""
    with store.reading() as session:
        files = load_member_files(session, person_ids)
    return [(e.decision_no, e.decision_on) for file in files for e in file.events]


def symbols(store):
    return {
        line.document.symbol: line.document.subject
        for line in register.list_lines(store, Direction.OUT)
    }


def test_each_page_gets_its_own_number_in_one_act(store, order, tmp_path):
    written = write_numbered(store, order, tmp_path / "qd.docx", begin=17)

    assert list(symbols(store)) == ["18/QĐ-CCB", "17/QĐ-CCB"]
    assert symbols(store)["18/QĐ-CCB"].endswith("Phạm Văn Ba")
    told = text_of(written.path)
    assert [told.count(f"{number}/QĐ-CCB") for number in ("17", "09", "18")] == [1, 1, 1]
    assert told.count(f"An Bình, {long_date(ON)}") == 2
    kept = [
        ("17/QĐ-CCB", PartialDate.of(ON)),
        ("09/QĐ-CCB", None),
        ("18/QĐ-CCB", PartialDate.of(ON)),
    ]
    assert decided(store, 1, 2, 3) == kept
    undo.undo(store, written.change.action_id)
    assert symbols(store) == {}
    assert decided(store, 1, 2, 3) == [("", None), ("09/QĐ-CCB", None), ("", None)]


def test_a_number_is_dated_as_the_decision_where_the_event_tells_its_day(store, tmp_path):
    add_member(store, "Trần Văn Một")
    new_year = PartialDate(ON.year, 1, 1)
    add_event(store, 1, EventKind.STRUCK_OFF, str(new_year), decision_on=new_year)
    order = FormOrder(name="strike-off-decision", on=ON, chosen=(1,))
    told = text_of(write_numbered(store, order, tmp_path / "qd.docx").path)

    (line,) = register.list_lines(store, Direction.OUT)
    assert line.document.issued_on == new_year.first_day
    assert long_date(new_year.first_day) in told
    assert decided(store, 1) == [("01/QĐ-CCB", new_year)]


def test_each_house_and_each_reminder_gets_its_own_number(store, tmp_path):
    add_member(store, citizen_id="001052123456")
    housing.save_housing(store, HOUSE)
    (house,) = housing.list_lines(store, ON)
    housing.hand_over(store, house.support.id, date(2026, 5, 3), HOUSE.cost_dong)
    order = FormOrder(name="house-minutes", on=ON, chosen=(house.support.id,))
    told = text_of(write_numbered(store, order, tmp_path / "nha.docx", begin=4).path)
    assert "Số: 04/BB-CCB" in told
    (line,) = register.list_lines(store, Direction.OUT)
    assert line.document.issued_on == date(2026, 5, 3)
    fund_id = open_fund(store, "Chân quỹ", cash=20_000_000)
    lent = [loans.lend(store, a_loan(fund_id, code=f"V2026-0{n}"))[1].id for n in (1, 2)]
    order = FormOrder(name="loan-reminder", on=ON, chosen=tuple(lent))
    told = text_of(write_numbered(store, order, tmp_path / "nhac.docx", begin=2).path)
    assert (told.count("02/TB-CCB"), told.count("03/TB-CCB")) == (1, 1)


def test_the_minutes_of_a_year_are_numbered_on_the_day_of_their_meeting(store, tmp_path):
    grading.agree_year(store, 2025, date(2025, 12, 3), "Hội nghị")
    order = FormOrder(name="grading-minutes", on=ON, year=2025)
    told = text_of(write_numbered(store, order, tmp_path / "bb.docx").path)
    (line,) = register.list_lines(store, Direction.OUT)
    assert (line.document.issued_on, "Số: 01/BB-CCB" in told) == (date(2025, 12, 3), True)


@pytest.mark.parametrize("name", ["meeting-minutes", "death-notice", "cash-count", "loan-contract"])
def test_papers_that_nobody_registers_get_no_number(store, name):
    assert number_orders(store, FormOrder(name=name, on=ON, chosen=(1,))) == []


@pytest.mark.parametrize("name", ["bien-ban-hop-chi-hoi", "tin-buon", "ban-tang-le"])
def test_papers_that_nobody_registers_have_no_line_for_a_number(name):
    assert "Số:" not in text_of(resources() / "templates" / f"{name}.docx")


def test_where_the_paper_cannot_be_written_no_number_is_given(store, order, tmp_path):
    with pytest.raises(Invalid):
        write_numbered(store, order, tmp_path / "qd.pdf")

    assert symbols(store) == {}


def test_all_invitations_bear_one_number_and_each_decision_its_own(store, tmp_path):
    for name in ("Trần Văn Một", "Lê Văn Hai"):
        add_member(store, name)
    asked = FormOrder(name="invitation", on=ON, chosen=(1, 2), texts={"about": "Hội nghị"})
    told = text_of(write_numbered(store, asked, tmp_path / "gm.docx", begin=5).path)
    assert told.count("05/GM-CCB") == 2
    heads = FormOrder(name="unit-head-decision", on=ON, chosen=(1, 2))
    told = text_of(write_numbered(store, heads, tmp_path / "qd.docx", begin=7).path)
    assert (told.count("07/QĐ-CCB"), told.count("08/QĐ-CCB")) == (1, 1)
    assert symbols(store)["05/GM-CCB"] == "Mời dự: Hội nghị"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        *(("year-plan", ["KH"]), ("award-proposal", ["TTr"]), ("member-sheet", [])),
        *(("invitation", ["GM"]), ("handover-minutes", ["BB"])),
    ],
)
def test_forms_of_a_year_get_one_number_and_lists_none(store, name, kinds):
    found = number_orders(store, FormOrder(name=name, on=ON, year=2026))

    assert [one.kind for one in found] == kinds
