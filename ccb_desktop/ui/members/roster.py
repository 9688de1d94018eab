"""What the page Hội viên shows, read in one go by the worker."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ccb_desktop.domain.members.lines import ClubLine, MemberLine
from ccb_desktop.domain.own_fields import OwnTexts
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.own_fields import load_all_own_texts
from ccb_desktop.operations.members.people import list_club_members, list_event_days, list_members
from ccb_desktop.ui.members.words import RosterWords, load_words

_SEEN_AT_ONCE = 60  # more than the lines of any screen


class Roster(NamedTuple):
    """The roster as at a day."""

    words: RosterWords
    members: list[MemberLine]
    clubs: list[ClubLine]
    event_days: dict[tuple[int, date], PartialDate]
    """By membership and first possible day: the days of events as they were entered."""
    own_texts: Mapping[int, OwnTexts] = MappingProxyType({})
    """By person: what the branch's own fields say of him."""
    is_whole: bool = True
    """Whether all of it is read; until then its first members stand in for it."""

    def since(self, line: MemberLine) -> PartialDate | None:
        """Since when he stands as he does; None where no event says it."""
        return self.event_days.get((line.membership_id, line.since))

    def own_of(self, person_id: int) -> OwnTexts:
        """What the branch's own fields say of a person."""
        return self.own_texts.get(person_id, {})

    @property
    def people(self) -> set[int]:
        """Everybody who stands in it."""
        in_clubs = {line.person_id for line in self.clubs}
        return in_clubs | {line.person_id for line in self.members}


def read_roster(store: Store, on: date) -> Roster:
    """Read members, clubs' members and the words to say them in."""
    days = list_event_days(store)
    members, clubs = list_members(store, on), list_club_members(store, on)
    own = load_all_own_texts(store)
    return Roster(load_words(store, on), members, clubs, days, own)


def read_first(store: Store, on: date) -> Roster:
    """Read the first members alone, to be seen while the others are read."""
    members = list_members(store, on, _SEEN_AT_ONCE)
    return Roster(load_words(store, on), members, [], {}, is_whole=False)
