"""The cost of an activity, from the window into the cash book."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.funds.vouchers import void_voucher
from ccb_desktop.ui.kit.broadcast import Place
from tests.ledger import pay
from tests.ui.hands import button, click, open_box
from tests.ui.members.officer import choose, dialog, save, write

DAY = date(2026, 3, 5)


@pytest.fixture
def conference(store, tab, page):
    """A conference that cost 200.000 đồng, chosen in the list; gives its id."""
    activity = Activity(
        held_on=DAY, kind=ActivityKind.CONFERENCE.value, name="Hội nghị", cost_dong=200_000
    )
    own = activities.record_activity(store, activity)[1].id
    page.show_place(Place("activities", own, {"tab": "book"}))
    return own


def test_it_is_paid_after_one_question_and_the_list_tells_the_voucher(tab, store, conference):
    tab.pay(tab.table.chosen())
    form = dialog("Chi kinh phí")
    choose(form, "fund_id", "Quỹ Hội")
    write(form, "payee", "Lê Văn Bình")
    save(form)
    click(button(open_box(), "Ghi sổ, lập phiếu chi"))
    (line,) = tab.table.seen_lines()
    assert line.payment_told == "PC-2026-0001"
    void_voucher(store, line.activity.voucher_id, "Ghi nhầm", DAY)
    tab.refresh()
    (line,) = tab.table.seen_lines()
    assert line.payment_told.endswith("ĐÃ HỦY 05/03/2026")


def test_a_payment_of_the_book_is_tied_to_it(tab, store, conference):
    voucher = pay(store, 1, 200_000, issued_on=DAY, content="Nước uống hội nghị")
    tab.link(tab.table.chosen())
    form = dialog("Gắn phiếu chi")
    choose(form, "voucher_id", "PC-2026-0001 · 05/03/2026 · 200.000 đồng · Nước uống hội nghị")
    save(form)
    assert activities.load_activity(store, conference).voucher_id == voucher.id
    tab.unlink(tab.table.chosen())
    assert activities.load_activity(store, conference).voucher_id is None
