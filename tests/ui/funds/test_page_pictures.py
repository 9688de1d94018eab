"""The tabs of funds, cash book and vouchers at every size of text: nothing cut off or nameless."""

from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import funds
from ccb_desktop.ui.funds.cash_book_tab import CashBookTab
from ccb_desktop.ui.funds.funds_tab import FundsTab
from ccb_desktop.ui.funds.page import FundsPage
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.funds.vouchers_tab import VouchersTab
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.ledger import receive
from tests.ui import pictures
from tests.ui.hands import settle, show_page
from tests.ui.members.officer import dialog

ROOM = (1166, 655)  # of an office screen, inside the frame of the window
OWN = (FundsTab, CashBookTab, VouchersTab)


def test_no_tab_has_anything_cut_off_or_nameless(qt_app, desk, look, store):
    receive(store, funds.list_funds(store)[0].id, 250_000, payer="Trần Văn Bình 12")
    page = show_page(FundsPage(desk, store), *ROOM)  # scrolls as in the window
    tabs = page.findChild(PageTabs)
    for tab in map(page.tab, OWN):
        tabs.setCurrentWidget(tab)
        for percent in pictures.SIZES:
            pictures.take(page.ground, look, f"funds-{tab.id}", sizes=(percent,), size=ROOM)
            assert pictures.cut_off(page) == [], (tab.id, percent)
            assert pictures.nameless(page) == [], tab.id


def test_the_voucher_has_nothing_cut_off_at_larger_text(page, look, desk, store):
    look.set_percent(150)
    VoucherActs(page, desk, store).write(VoucherKind.RECEIPT, funds.list_funds(store)[0].id)
    settle()
    form = dialog("Phiếu thu")
    form.grab().save(str(pictures.FOLDER / "voucher-150.png"))
    assert pictures.cut_off(form) == []
    assert pictures.nameless(form) == []
