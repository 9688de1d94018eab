"""The tab Các quỹ: what every fund holds on a day, of the branch and of its chi hội."""

from datetime import date

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import FUND_PURPOSE
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.funds import FundBalance, list_balances
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab


class FundsTab(PageTab):
    """Funds with their balances."""

    id = "funds"
    title = "Các quỹ"
    kinds = frozenset({"funds", "vouchers", "units", "unit_names"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.table: RecordTable[FundBalance] = RecordTable(
            "funds",
            _COLUMNS,
            id_of=lambda line: line.fund.id,
            noun="quỹ",
            empty=EmptyText("Chưa có quỹ nào", "Mở quỹ trước, rồi mới ghi thu, chi."),
            state=desk.state,
        )
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the balances again."""
        self.desk.background.run(
            lambda _progress: list_balances(self.store, date.today()),
            self.table.set_lines,
            label="Đang tính tồn quỹ",
            owner=self,
        )


_COLUMNS: list[Column[FundBalance]] = [
    Column("name", "Tên quỹ", lambda line: line.fund.name, width=30),
    Column("purpose", MONEY_FIELD["purpose"], lambda line: FUND_PURPOSE[line.fund.purpose]),
]
