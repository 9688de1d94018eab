"""Who sits at the desk, and what he may write: the one place where the window asks it.

    desk.seat.take(store.user, view_only=store.view_only)
    desk.seat.may([Duty.MONEY])       # any of these duties
    desk.seat.why_not([Duty.MONEY])   # for the tool tip of what is grey
    place_of(table)                   # the seat, and whose work is done where the table stands

Nobody sits there while the branch has no users; then everything may be done. Books that are
only viewed take no act of anybody. The operations refuse anyway; this only keeps the window
from offering it: lists ask for their acts, buttons made with `duties` or `writes` for
themselves, forms with `duties` open to be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.users.duties import DOING, OFFICE, Duty, duties_of
from ccb_desktop.domain.users.labels import ROLE
from ccb_desktop.domain.users.users import User


class Seat:
    """The user at work."""

    def __init__(self) -> None:
        self.user: User | None = None
        self.view_only = False
        self._held = duties_of(None)

    def take(self, user: User | None, *, view_only: bool = False) -> None:
        """Another one is at work now, or the books are only viewed."""
        self.user = user
        self.view_only = view_only
        self._held = duties_of(user)

    def may(self, duties: Sequence[Duty]) -> bool:
        """Whether any of these is his duty; what is nobody's is everybody's."""
        return not self.view_only and (not duties or not self._held.isdisjoint(duties))

    def why_not(self, duties: Sequence[Duty]) -> str:
        """Whose it is, in a sentence that names the first of them; nothing where he may."""
        if self.view_only:
            return "Sổ đang mở chỉ để xem nên không ghi được"
        if self.may(duties):
            return ""
        return f"{DOING[duties[0]]} là việc của {ROLE[OFFICE[duties[0]]]}"


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a list stands.

    Attributes:
        seat: Who is at work.
        duties: Any of them lets one write here.
    """

    seat: Seat
    duties: tuple[Duty, ...] = ()


EVERYWHERE = Workplace(Seat())
"""Where nobody is asked."""


def place_of(widget: QWidget) -> Workplace:
    """Whose work is done where a widget stands, from the tab or page that it belongs to.

    What stands in a form is only a part of it: the form is asked for when it is opened. A form
    that everybody may open to read has duties of its own.
    """
    duties: tuple[Duty, ...] | None = None
    parent: QWidget | None = widget
    while parent is not None:
        if duties is None:
            duties = getattr(parent, "duties", None)
        if duties is None and getattr(parent, "is_form", False):
            return EVERYWHERE
        desk = getattr(parent, "desk", None)
        seat = getattr(desk, "seat", None)
        if isinstance(seat, Seat) and duties is not None:
            return Workplace(seat, duties)
        parent = parent.parentWidget()
    return EVERYWHERE
