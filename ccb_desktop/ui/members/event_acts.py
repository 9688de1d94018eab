"""The menu `Ghi biến động`: every kind of event, offered where it can follow."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.members.event_fields import kinds_for

GROUP = "Ghi biến động"

_ORDER = (
    EventKind.MOVED_UNIT,
    EventKind.EXEMPTED,
    EventKind.RESUMED,
    EventKind.SUSPENDED,
    EventKind.TRANSFERRED_OUT,
    EventKind.STRUCK_OFF,
    EventKind.RESIGNED,
    EventKind.EXPELLED,
    EventKind.DECEASED,
    EventKind.ADMITTED,
    EventKind.READMITTED,
    EventKind.TRANSFERRED_IN,
)


def event_acts(
    record: Callable[[EventKind, list[Any]], object],
    status_of: Callable[[list[Any]], Status | None],
    *,
    of_rows: bool = True,
) -> list[Act[Any]]:
    """One act for each kind of event.

    Args:
        record: Opens the dialog of a kind for the chosen rows.
        status_of: How the person of these rows stands; `None` when he never was in the Hội.
        of_rows: Whether a row must be chosen first.
    """
    return [
        Act(
            EVENT_KIND[kind],
            partial(record, kind),
            needs="one" if of_rows else "none",
            group=GROUP,
            allowed=partial(_can_follow, kind, status_of),
        )
        for kind in _ORDER
    ]


def _can_follow(
    kind: EventKind, status_of: Callable[[list[Any]], Status | None], rows: list[Any]
) -> bool:
    return kind in kinds_for(status_of(rows))
