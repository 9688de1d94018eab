"""What the lists of personal data are made from, and the corrections of one person."""

from collections.abc import Mapping
from datetime import date

from ccb_desktop.data import action_records, settings
from ccb_desktop.data.members import lists, units
from ccb_desktop.data.members.own_fields import list_own_fields
from ccb_desktop.data.personal_data import books
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.masking import masked_text
from ccb_desktop.domain.member_papers import personal_data_lists as paper
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.personal_data_lists import Correction
from ccb_desktop.domain.members.consent import CONSENT, Consent
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.own_history import OWN_VALUES, OwnHistory
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.record_words import RecordWords
from ccb_desktop.operations.members.person_history import list_person_changes

CORRECTED = frozenset(
    {
        *("persons", "policies", "memberships", "membership_events", "posts", OWN_VALUES),
        *("relatives", "illnesses", "death_cases"),
    }
)
"""Tables whose corrections are told: what is kept of people."""

MOST = 3000
"""So many corrections stand in one list at most."""


def count_consents(store: Store, on: date) -> dict[Consent, int]:
    """How many members of a day stand in each way to the keeping of their data."""
    with store.reading() as session:
        consents = books.consents_of_all(session)
        members = [one for one in lists.list_members(session, on) if one.status in IN_HOI]
    states = [consents[one.person_id].state for one in members]
    return {state: states.count(state) for state in CONSENT}


def corrections_of(store: Store, person_id: int, *, masked: bool) -> list[Correction]:
    """What was corrected in a person's records, the newest first; household and awards too."""
    changes = list_person_changes(store, person_id)
    with store.reading() as session:
        corrected = [change for change in changes if change.before and change.after]
        return _told(session, corrected, masked=masked)


def _corrections(session: Session, source: ListSource) -> ListPaper:
    order = source.order
    found, more = books.corrected_in(session, CORRECTED, order.begins_on, order.on, MOST)
    return paper.corrections_list(source, _told(session, found, masked=order.masked), more)


def _told(session: Session, changes: list[RecordChange], *, masked: bool) -> list[Correction]:
    """In print: each field that went from something to something."""
    owners = action_records.owners_of(session, {(one.kind, one.record_id) for one in changes})
    rows = action_records.whole_rows(session, set(owners.values()))
    words = RecordWords(
        on=date.today(),
        codes=tuple(settings.list_codes(session)),
        units=tuple(units.list_units(session)),
    )
    own = OwnHistory(changes, list_own_fields(session))
    return [
        Correction(
            f"{change.done_at:%d/%m/%Y %H:%M}",
            _name(rows.get(owners[change.kind, change.record_id], {})),
            told.what,
            masked_text(told.field, told.before) if masked else told.before,
            masked_text(told.field, told.after) if masked else told.after,
            change.done_by,
        )
        for change in changes
        for told in own.told(change) or words.told(change)
    ]


def _name(row: Mapping[str, object]) -> str:
    return str(row.get("full_name") or row.get("head_name") or "")


def _consent(session: Session, source: ListSource) -> ListPaper:
    members = lists.list_members(session, source.order.on)
    return paper.consent_list(source, members, books.consents_of_all(session))


def _exports(session: Session, source: ListSource) -> ListPaper:
    order = source.order
    return paper.exports_list(source, books.list_exports(session, order.begins_on, order.on))


def _erasures(session: Session, source: ListSource) -> ListPaper:
    return paper.erasures_list(source, books.list_erasures(session))


MAKERS = {
    "consent": _consent,
    "corrections": _corrections,
    "exports": _exports,
    "erasures": _erasures,
}
"""Name of a list → what makes it."""
