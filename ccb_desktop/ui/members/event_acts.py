"""The menu `Ghi biến động`: every kind of event, offered where it can follow."""

from collections.abc import Callable
from functools import partial
from typing import Any, Literal

from ccb_desktop.domain.bulk.events import BULK_KINDS
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.members.event_fields import kinds_for

GROUP = "Ghi biến động"
Needs = Literal["none", "one", "some"]

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
    many: bool = False,
) -> list[Act[Any]]:
    """One act for each kind of event.

    Args:
        record: Opens the dialog of a kind for the chosen rows.
        status_of: How the person of these rows stands; `None` when he never was in the Hội.
        of_rows: Whether a row must be chosen first.
        many: Whether several rows may be chosen; then `status_of` is asked row by row.
    """
    needs: Needs = "none" if not of_rows else "some" if many else "one"
    return [
        Act(
            EVENT_KIND[kind],
            partial(record, kind),
            needs=needs,
            group=GROUP,
            allowed=partial(_can_follow_some if many else _can_follow, kind, status_of),
        )
        for kind in _ORDER
    ]


def _can_follow(
    kind: EventKind, status_of: Callable[[list[Any]], Status | None], rows: list[Any]
) -> bool:
    return kind in kinds_for(status_of(rows))


def _can_follow_some(
    kind: EventKind, status_of: Callable[[list[Any]], Status | None], rows: list[Any]
) -> bool:
    """Whether it can follow for one of them at least; whose it cannot be is told in the window."""
    if len(rows) > 1 and kind not in BULK_KINDS:
        return False
    return any(kind in kinds_for(status) for status in {status_of([row]) for row in rows})
