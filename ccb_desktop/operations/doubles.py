"""Look for people entered twice, set pairs apart, and see what was decided so far."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.data.members import doubles
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.doubles.candidates import Candidate as Candidate
from ccb_desktop.domain.doubles.candidates import Pair, Tell, find_candidates
from ccb_desktop.domain.doubles.decisions import Merge, NotDouble
from ccb_desktop.domain.errors import Invalid


def list_candidates(store: Store, on: date, tell: Tell | None = None) -> list[Candidate]:
    """Who may have been entered twice, the likeliest first; units as on a day.

    Args:
        store: The books.
        on: The day.
        tell: Hears how far the search is; what it raises stops the search.
    """
    with store.reading() as session:
        return candidates_in(session, on, tell)


def candidates_in(session: Session, on: date, tell: Tell | None = None) -> list[Candidate]:
    """The same within a block that is open already."""
    apart = {pair.ids for pair in doubles.list_not_doubles(session)}
    known = doubles.list_known_people(session, on)
    return find_candidates(known, apart, tell=tell or (lambda _done, _total: None))


def list_decisions(store: Store) -> tuple[list[Merge], list[NotDouble]]:
    """Who was merged, and who was set apart; the newest first."""
    with store.reading() as session:
        return doubles.list_merges(session), doubles.list_not_doubles(session)


def set_apart(store: Store, pairs: Iterable[Pair]) -> Change:
    """Remember that the two of each pair are two people.

    Raises:
        Invalid: No pair is named.
        NotFound: Somebody is not in the books any more.
    """
    wanted = list(pairs)
    if not wanted:
        raise Invalid({"person": "Chưa chọn hai người nào."})
    with store.writing(f"Ghi không phải một người: {_told(len(wanted))}") as session:
        for pair in wanted:
            doubles.set_apart(session, pair)
    return session.change


def _told(count: int) -> str:
    return "1 cặp" if count == 1 else f"{count} cặp"


def bring_back(store: Store, not_double_ids: Iterable[int]) -> Change:
    """Let pairs that were set apart be looked at again.

    Raises:
        NotFound: One of them was brought back already.
    """
    with store.writing("Xem lại người có thể ghi trùng") as session:
        for not_double_id in not_double_ids:
            doubles.forget_apart(session, not_double_id)
    return session.change
