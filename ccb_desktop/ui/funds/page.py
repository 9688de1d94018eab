"""The page Quỹ Hội: what the treasurer keeps, one tab for each of his books."""

from functools import partial

from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.funds.campaigns.tab import CampaignsTab
from ccb_desktop.ui.funds.cash_book_tab import CashBookTab
from ccb_desktop.ui.funds.dues.tab import DuesTab
from ccb_desktop.ui.funds.funds_tab import FundsTab
from ccb_desktop.ui.funds.loans.tab import LoansTab
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.funds.voucher_dialog import TITLE
from ccb_desktop.ui.funds.vouchers_tab import VouchersTab
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage

TABS: tuple[type[PageTab], ...] = (
    FundsTab,
    CashBookTab,
    VouchersTab,
    DuesTab,
    CampaignsTab,
    LoansTab,
)


class FundsPage(TabbedPage):
    """Funds, cash book and vouchers; dues, campaigns and loans."""

    duties = (Duty.MONEY,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Quỹ Hội", "Thu, chi, tồn quỹ của Hội và của các chi hội", TABS
        )
        vouchers = VoucherActs(self, desk, store)
        for kind, icon, key in (
            (VoucherKind.RECEIPT, "add", "Ctrl+N"),
            (VoucherKind.PAYMENT, "minus", "Ctrl+Shift+N"),
        ):
            write = partial(vouchers.write, kind)
            self.add_main_button(TITLE[kind], write, icon=icon, shortcut=key)
