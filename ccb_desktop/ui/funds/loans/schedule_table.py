"""The schedule of a loan as a short list: when which part is to come, with its interest."""

from collections.abc import Sequence

from ccb_desktop.domain.funds.loan_state import PartState
from ccb_desktop.domain.funds.loan_terms import Instalment
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.record_table import RecordTable


class ScheduleTable(RecordTable[PartState]):
    """A list within a form or a window."""

    def __init__(self, rows: int = 4, *, progress: bool = False) -> None:
        """Build it with room for so many rows; `progress` says of each part whether it came."""
        super().__init__(
            "loan-schedule",
            [*_COLUMNS, *((_PROGRESS,) if progress else ())],
            id_of=lambda one: one.part.number,
            noun="kỳ trả",
            empty=EmptyText("Chưa có lịch trả", "Ghi số tiền và hạn trả thì lịch trả hiện ở đây."),
            brief=rows,
        )

    def show_schedule(self, parts: Sequence[Instalment]) -> None:
        """Show what would have to come."""
        self.set_lines(PartState(part, part.principal_dong, is_late=False) for part in parts)


def _says(one: PartState) -> str:
    """`Đã trả`, `▲ Chậm 500.000`, `Còn 500.000`."""
    if not one.lacking_dong:
        return "Đã trả"
    return f"{'▲ Chậm' if one.is_late else 'Còn'} {number(one.lacking_dong)}"


_COLUMNS: list[Column[PartState]] = [
    Column("number", "Kỳ", lambda one: str(one.part.number), lambda one: one.part.number, width=4),
    Column(
        "due_on",
        "Hạn trả",
        lambda one: short_date(one.part.due_on),
        lambda one: one.part.due_on,
        width=11,
    ),
    money_column("principal", "Gốc", lambda one: one.part.principal_dong, width=11),
    money_column("interest", "Lãi", lambda one: one.part.interest_dong, zero="0", width=10),
    money_column("total", "Gốc và lãi", lambda one: one.part.total_dong, width=11),
    money_column(
        "left", "Còn nợ gốc", lambda one: one.part.left_dong, summed=False, zero="0", width=11
    ),
]
_PROGRESS: Column[PartState] = Column(
    "progress", "Tình trạng", _says, width=15, wrong=lambda one: one.is_late
)
