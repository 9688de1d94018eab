"""Forms with numbers of the register: number and paper in one act, or neither."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.printing import long_date
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations import register, undo
from ccb_desktop.operations.forms.numbered import number_orders, write_numbered
from tests.books import add_event, add_member

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
    undo.undo(store, written.change.action_id)
    assert symbols(store) == {}


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
