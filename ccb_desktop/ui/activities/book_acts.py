"""What can be done with the activities of the book: words, keys, and of which it can be done."""

from collections.abc import Sequence
from typing import Protocol

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.ui.kit.columns import Act

Lines = Sequence[ActivityLine]
_ROLL, _COST, _BOOK = "Điểm danh", "Kinh phí", "In sổ"


class BookKeeper(Protocol):
    """Whoever does the acts: the tab of the book."""

    def begin_activity(self) -> None:
        """Ask for a new activity."""

    def correct(self, lines: Lines) -> None:
        """Correct one."""

    def remove(self, lines: Lines) -> None:
        """Take some out."""

    def call_roll(self, lines: Lines) -> None:
        """Call the roll of a meeting."""

    def drop_roll(self, lines: Lines) -> None:
        """Take out the attendance list of a meeting."""

    def write_sheet(self, lines: Lines) -> None:
        """Write the attendance sheets of some meetings."""

    def write_minutes(self, lines: Lines) -> None:
        """Write the minutes of some meetings."""

    def pay(self, lines: Lines) -> None:
        """Pay the cost out of a fund."""

    def link(self, lines: Lines) -> None:
        """Tie to a payment of the cash book."""

    def unlink(self, lines: Lines) -> None:
        """Let it be without its payment."""

    def see_payment(self, lines: Lines) -> None:
        """Go to the payment in the cash book."""

    def show_papers(self, lines: Lines) -> None:
        """Show the papers of one."""

    def show_charts(self) -> None:
        """Show pictures by kind and by year."""

    def write_book(self, ending: str) -> None:
        """Write book 8."""


def book_acts(tab: BookKeeper) -> list[Act[ActivityLine]]:
    """The acts, each done by the tab."""
    return [
        Act(
            "Ghi hoạt động",
            lambda _none: tab.begin_activity(),
            needs="none",
            icon="add",
            shortcut="Ctrl+N",
        ),
        Act("Sửa", tab.correct, icon="edit", main=True),
        Act(
            "Bỏ",
            tab.remove,
            needs="some",
            icon="delete",
            shortcut="Delete",
            allowed=lambda lines: not any(line.is_paid for line in lines),
        ),
        *_roll_acts(tab),
        *_cost_acts(tab),
        Act("Giấy tờ", tab.show_papers, icon="folder", reads=True),
        Act(
            "Ghi ra Word",
            lambda _none: tab.write_book(".docx"),
            needs="none",
            icon="print",
            group=_BOOK,
            reads=True,
        ),
        Act(
            "Ghi ra Excel",
            lambda _none: tab.write_book(".xlsx"),
            needs="none",
            icon="print",
            group=_BOOK,
            reads=True,
        ),
        Act("Biểu đồ", lambda _none: tab.show_charts(), needs="none", icon="reports", reads=True),
    ]


def _roll_acts(tab: BookKeeper) -> list[Act[ActivityLine]]:
    return [
        Act(
            "Điểm danh hội viên",
            tab.call_roll,
            icon="check",
            shortcut="Ctrl+D",
            group=_ROLL,
            allowed=_can_be_called,
        ),
        Act(
            "Danh sách điểm danh ra Word",
            tab.write_sheet,
            needs="some",
            icon="print",
            group=_ROLL,
            allowed=_can_be_called,
            reads=True,
        ),
        Act(
            "Biên bản họp chi hội ra Word",
            tab.write_minutes,
            needs="some",
            icon="print",
            group=_ROLL,
            allowed=_are_meetings,
            reads=True,
        ),
        Act(
            "Bỏ danh sách điểm danh",
            tab.drop_roll,
            icon="delete",
            group=_ROLL,
            allowed=lambda lines: lines[0].listed > 0,
        ),
    ]


def _cost_acts(tab: BookKeeper) -> list[Act[ActivityLine]]:
    return [
        Act(
            "Chi từ quỹ",
            tab.pay,
            icon="funds",
            group=_COST,
            allowed=_can_be_paid,
            duties=(Duty.MONEY,),
        ),
        Act("Gắn phiếu chi có sẵn", tab.link, icon="funds", group=_COST, allowed=_is_unpaid),
        Act(
            "Xem phiếu chi",
            tab.see_payment,
            icon="open",
            group=_COST,
            allowed=_has_payment,
            reads=True,
        ),
        Act("Bỏ gắn phiếu chi", tab.unlink, icon="delete", group=_COST, allowed=_has_payment),
    ]


def _can_be_called(lines: Lines) -> bool:
    return all(line.activity.unit_id is not None for line in lines)


def _are_meetings(lines: Lines) -> bool:
    meeting = ActivityKind.UNIT_MEETING
    return _can_be_called(lines) and all(line.activity.kind == meeting for line in lines)


def _is_unpaid(lines: Lines) -> bool:
    return not lines[0].is_paid


def _can_be_paid(lines: Lines) -> bool:
    return _is_unpaid(lines) and lines[0].activity.cost_dong > 0


def _has_payment(lines: Lines) -> bool:
    return lines[0].activity.voucher_id is not None
