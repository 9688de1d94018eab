"""Reads what is needed to say codes, units and ages of the roster in the officers' words."""

from datetime import date

from ccb_desktop.data import register
from ccb_desktop.data.members import own_fields, units
from ccb_desktop.data.settings import list_codes, load_branch
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.roster_words import RosterWords

_DECIDING = ("QĐ", "GGT")
"""Kinds of documents that may stand behind an event."""
_LATEST = 20


def load_words(store: Store, on: date) -> RosterWords:
    """Code lists, units, age rule and own fields, as they hold on a day."""
    with store.reading() as session:
        return words_in(session, on)


def words_in(session: Session, on: date) -> RosterWords:
    """The same within a session."""
    return RosterWords(
        on=on,
        age_rule=AgeRule(load_branch(session).age_rule),
        codes=tuple(list_codes(session)),
        units=tuple(units.list_units(session)),
        own_fields=tuple(own_fields.list_own_fields(session)),
        decisions=tuple(
            (one.symbol, one.subject)
            for kind in _DECIDING
            for one in register.list_symbols(session, kind, _LATEST)
        ),
    )
