"""Overlaps found, and decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, overlaps
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.tasks.overlaps import (
    Overlap,
    SettledOverlap,
    check_settled,
    pair_key,
    similar_overlaps,
)
from ccb_desktop.domain.tasks.overlaps import overlaps as find_overlaps

_SETTLED = "Chỗ trùng này đã được xử lý rồi. Chưa ghi gì thêm. Hãy mở lại danh sách trùng việc."


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision with the two assignments of which it speaks."""

    overlap: Overlap
    settled: SettledOverlap


def list_overlaps(store: Store, year: int | None = None) -> list[Overlap]:
    """The overlaps of a year's plan, or of all, that nobody has decided yet; similar ones last."""
    with store.reading() as session:
        lines = assignments.list_lines(session, date.today(), year)
        settled = settled_keys(session)
    return [*find_overlaps(lines, settled), *similar_overlaps(lines, settled)]


def settled_keys(session: Session) -> frozenset[tuple[int, int]]:
    """The pairs on which it was decided."""
    return frozenset(
        pair_key(one.first_assignment_id, one.second_assignment_id)
        for one in overlaps.list_settled(session)
    )


def list_settled(store: Store, year: int) -> list[Settled]:
    """What was decided on the overlaps of a year."""
    with store.reading() as session:
        lines = {one.id: one for one in assignments.list_lines(session, date.today(), year)}
        found = overlaps.list_settled(session)
    return [
        Settled(Overlap(lines[one.first_assignment_id], lines[one.second_assignment_id]), one)
        for one in found
        if one.first_assignment_id in lines and one.second_assignment_id in lines
    ]


def settle(
    store: Store,
    decided: Sequence[Overlap],
    decision: str,
    on: date,
    form_id: str | None = None,
) -> Change:
    """Note what was decided of some overlaps; from then on they are not shown any more.

    Raises:
        Invalid: By field: `decision`, `settled_on`.
        Conflict: One is settled already; nothing is noted.
        NotFound: One of both is not there any more.
    """
    settled = [
        SettledOverlap(
            first_assignment_id=one.key[0],
            second_assignment_id=one.key[1],
            decision=decision.strip(),
            settled_on=on,
        )
        for one in decided
    ]
    for one in settled:
        check_settled(one, date.today())
    pairs = dict.fromkeys(f"{one.first.who} và {one.second.who}" for one in decided)
    with store.writing(f"Xử lý trùng việc: {'; '.join(pairs)}", form_id) as session:
        known = settled_keys(session)
        for one in settled:
            if (one.first_assignment_id, one.second_assignment_id) in known:
                raise Conflict(_SETTLED)
            for assignment_id in (one.first_assignment_id, one.second_assignment_id):
                assignments.load_assignment(session, assignment_id)
            overlaps.save_settled(session, one)
    return session.change


def reopen(store: Store, settled_id: int) -> Change:
    """Take a decision back: the overlap is shown again."""
    with store.writing("Bỏ quyết định về trùng việc") as session:
        overlaps.delete_settled(session, settled_id)
    return session.change
