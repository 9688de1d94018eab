"""The schedule of a loan as a short list: when which part is to come, with its interest."""

from collections.abc import Sequence

from ccb_desktop.domain.funds.loan_terms import Instalment
from ccb_desktop.domain.printing import short_date
from ccb_desktop.ui.funds.money_columns import money_column
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.record_table import RecordTable

_COLUMNS: list[Column[Instalment]] = [
    Column("number", "Kỳ", lambda one: str(one.number), lambda one: one.number, width=4),
    Column(
        "due_on", "Hạn trả", lambda one: short_date(one.due_on), lambda one: one.due_on, width=11
    ),
    money_column("principal", "Gốc", lambda one: one.principal_dong),
    money_column("interest", "Lãi", lambda one: one.interest_dong, zero="0"),
    money_column("total", "Gốc và lãi", lambda one: one.total_dong),
    money_column("left", "Còn nợ gốc", lambda one: one.left_dong, summed=False, zero="0"),
]


class ScheduleTable(RecordTable[Instalment]):
    """A list within a form or a window; it cannot be chosen from."""

    def __init__(self, rows: int = 4) -> None:
        """Build it with room for so many rows."""
        super().__init__(
            "loan-schedule",
            _COLUMNS,
            id_of=lambda one: one.number,
            noun="kỳ trả",
            empty=EmptyText("Chưa có lịch trả", "Ghi số tiền và hạn trả thì lịch trả hiện ở đây."),
            brief=rows,
        )

    def show_schedule(self, parts: Sequence[Instalment]) -> None:
        """Show these parts."""
        self.set_lines(parts)
