"""How pages hear of finished acts and lead to each other without knowing each other.

Public: `Broadcast` with the signals `changed(Change)`, `wanted(Place)`, `help_wanted` and
`backups_seen`, `rows_copied(what, count)`, `told(sentence)`, and the methods `send(change)` and
`go_to(place)`; `Place(page, record_id, filters)`. One object, made by the program and handed down.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from ccb_desktop.domain.changes import Change


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the window that somebody wants to see.

    Attributes:
        page: Id of the page, as `members`.
        record_id: The record to open or select there, if any.
        filters: What the page shall show only, in words of that page.
    """

    page: str
    record_id: int | None = None
    filters: dict[str, object] = field(default_factory=dict)


class Broadcast(QObject):
    """The one voice all pages listen to."""

    changed = Signal(object)
    """A `Change` has been committed."""

    wanted = Signal(object)
    """A `Place` shall be shown; the main window goes there."""

    help_wanted = Signal()
    """The handbook shall be opened at the page that is shown."""

    backups_seen = Signal()
    """Backups were made, copied or looked at by themselves, and may stand otherwise now."""

    rows_copied = Signal(str, int)
    """So many rows of a list were copied, to be pasted elsewhere."""

    told = Signal(str)
    """What several acts that were just sent come to, in place of the name of the last."""

    def send(self, change: Change) -> None:
        """Tell everybody that an act is done; an act that changed nothing is not told."""
        if change.action_id:
            self.changed.emit(change)

    def go_to(self, place: Place) -> None:
        """Ask the main window to show a place."""
        self.wanted.emit(place)
