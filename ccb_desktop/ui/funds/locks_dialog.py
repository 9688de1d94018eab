"""Which months and years of the cash books are locked; locking and unlocking them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.ledger import PeriodLock, lock_on
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.funds.locks import list_locks, lock_period, unlock_period
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField

_YEARS_BACK = 5  # so many years before this one are offered at most
_NOTE = (
    "Kỳ đã khóa không nhận thêm phiếu nào, kể cả phiếu hủy. Khóa cho mọi quỹ. Mở khóa được khi "
    "có lý do, và lý do được giữ trong nhật ký."
)


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A month or a year that is over, and the lock that holds it.

    Attributes:
        month: `None` for the whole year.
        lock: Its own lock, or that of its year.
    """

    year: int
    month: int | None
    lock: PeriodLock | None

    @property
    def label(self) -> str:
        """`tháng 3/2026` or `năm 2026`."""
        return PeriodLock(year=self.year, month=self.month, locked_on=date.min).label

    @property
    def state(self) -> str:
        """How it stands."""
        if self.lock is None:
            return "Chưa khóa"
        if self.lock.month != self.month:
            return f"Đã khóa cùng {self.lock.label}"
        return "Đã khóa"

    @property
    def is_own(self) -> bool:
        """Whether the lock is its own, not that of its year."""
        return self.lock is not None and self.lock.month == self.month


def period_lines(first_year: int, today: date, locks: Sequence[PeriodLock]) -> Sequence[PeriodLine]:
    """The months and years that are over, the latest first, a year above its months.

    Args:
        first_year: The year in which the first fund was opened.
        today: The day.
        locks: What is locked.
    """
    found = []
    for year in range(today.year, max(first_year, today.year - _YEARS_BACK) - 1, -1):
        of_year = next((one for one in locks if (one.year, one.month) == (year, None)), None)
        if year < today.year:
            found.append(PeriodLine(year, None, of_year))
        last = 12 if year < today.year else today.month - 1
        for month in range(last, 0, -1):
            own = next((one for one in locks if (one.year, one.month) == (year, month)), None)
            found.append(PeriodLine(year, month, own or of_year))
    return found


def told_locks(locks: Sequence[PeriodLock], first: date, last: date) -> str:
    """Whether the days from a day to a day are locked: all, some, or none of their months."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    held = [lock_on(locks, date(month // 12, month % 12 + 1, 1)) is not None for month in months]
    if all(held):
        return "Kỳ này đã khóa sổ"
    return f"Đã khóa {sum(held)}/{len(held)} tháng" if any(held) else "Chưa khóa sổ"


class LocksDialog(ListDialog):
    """Months and years with their state."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Locks in the background, for a backup is made before a year is locked.
            store: The books.
        """
        super().__init__(parent, "Khóa sổ quỹ")
        self._desk = desk
        self._store = store
        self.table: RecordTable[PeriodLine] = RecordTable(
            "period-locks",
            _COLUMNS,
            id_of=lambda line: (line.year, line.month),
            acts=[
                Act(
                    "Khóa kỳ này",
                    lambda chosen: self._ask(chosen[0]),
                    icon="lock",
                    main=True,
                    allowed=lambda chosen: chosen[0].lock is None,
                    duties=(Duty.LOCKS,),
                ),
                Act(
                    "Mở khóa",
                    lambda chosen: self._unlock(chosen[0]),
                    allowed=lambda chosen: chosen[0].is_own,
                    duties=(Duty.LOCKS,),
                ),
            ],
            noun="kỳ",
            empty=EmptyText("Chưa có tháng nào đã hết để khóa", "Hết tháng thì khóa sổ tháng ấy."),
            state=desk.state,
        )
        desk.broadcast.changed.connect(self._reread)
        self.show_list(self.table, self._lines(), _NOTE)

    def _lines(self) -> Sequence[PeriodLine]:
        funds = list_funds(self._store)
        if not funds:
            return ()
        first = min(fund.opened_on.year for fund in funds)
        return period_lines(first, date.today(), list_locks(self._store))

    def _reread(self, _change: Change) -> None:
        self.table.set_lines(self._lines())

    def _ask(self, line: PeriodLine) -> None:
        backed_up = " Một bản lưu được ghi trước khi khóa." if line.month is None else ""
        messages.ask_before(
            self,
            f"Khóa sổ quỹ {line.label}?\nSau khi khóa không ghi được phiếu nào của {line.label} "
            f"vào bất cứ quỹ nào. Hãy in sổ và kiểm kê trước.{backed_up}",
            f"Khóa {line.label}",
            lambda: self._lock(line),
        )

    def _lock(self, line: PeriodLine) -> None:
        self._desk.background.run(
            lambda _progress: lock_period(self._store, line.year, line.month),
            self._desk.broadcast.send,
            lambda error: messages.tell(self, error),
            label=f"Đang khóa sổ quỹ {line.label}",
            owner=self,
        )

    def _unlock(self, line: PeriodLine) -> None:
        lock_id = line.lock.id if line.lock is not None else None
        form = Form()
        form.add([TextField("reason", FIELD["reason"], required=True, wide=True)])

        def save(values: dict[str, Any], form_id: str) -> Change:
            return unlock_period(self._store, lock_id or 0, values["reason"], form_id)

        dialog = FormDialog(self, f"Mở khóa {line.label}", form, save, save_label="Mở khóa")
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()


def _state_key(line: PeriodLine) -> tuple[int, int]:
    return line.year, line.month or 13


_COLUMNS: list[Column[PeriodLine]] = [
    Column(
        "period",
        "Kỳ",
        lambda line: line.label[:1].upper() + line.label[1:],
        _state_key,
        width=16,
    ),
    Column("state", "Tình trạng", lambda line: line.state, width=24),
    Column(
        "locked_on",
        "Ngày khóa",
        lambda line: short_date(line.lock.locked_on) if line.lock is not None else "",
        width=12,
    ),
]
