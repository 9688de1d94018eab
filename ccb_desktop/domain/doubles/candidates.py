"""Finds the people who may have been entered twice, among thousands, in a second or so.

Pairs are looked for where they can be: near names within a year of birth of each other; one
name whatever the year; one phone number, CCCD or card; one home town with one way of service.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ccb_desktop.domain.doubles.keys import KnownPerson, PersonKey, key_of
from ccb_desktop.domain.doubles.likeness import are_different, likeness

DEFAULT_SCORE = 55
_MOST_LETTERS = 2  # that near names differ in
_CROWD = 40  # what more people than this share tells nothing, as a phone of the ward's office

Pair = tuple[int, int]
Tell = Callable[[int, int], object]


class Candidate(NamedTuple):
    """Two entries that may be one human being; the one entered first stands first."""

    first: KnownPerson
    second: KnownPerson
    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def ids(self) -> Pair:
        """The ids of both."""
        return self.first.person_id, self.second.person_id


def find_candidates(
    people: Iterable[KnownPerson],
    apart: Collection[Pair] = frozenset(),
    *,
    at_least: int = DEFAULT_SCORE,
    tell: Tell = lambda _done, _total: None,
) -> list[Candidate]:
    """Who may have been entered twice, the likeliest first.

    Args:
        people: Everybody in the books.
        apart: Pairs of ids that an officer has found to be two people.
        at_least: The lowest score that is told.
        tell: Hears how many people have been looked at, of how many; may stop the search.
    """
    keys = sorted(map(key_of, people), key=lambda key: key.person.person_id)
    namesakes = Counter(key.name for key in keys)
    found = []
    for (one, other), distance in _pairs(keys, tell).items():
        first, second = keys[one], keys[other]
        ids = (first.person.person_id, second.person.person_id)
        if ids in apart or are_different(first, second):
            continue
        common = max(namesakes[first.name], namesakes[second.name])
        alike = likeness(first, second, distance, common)
        if alike.score >= at_least:
            told = (alike.score, alike.reasons, alike.against)
            found.append(Candidate(first.person, second.person, *told))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.ids))


def compare(first: KnownPerson, second: KnownPerson) -> Candidate:
    """Two people whom somebody has chosen, however little alike they are."""
    one, other = sorted((first, second), key=lambda person: person.person_id)
    keys = key_of(one), key_of(other)
    alike = likeness(*keys, _distance(*(key.name for key in keys)), 2)
    return Candidate(one, other, alike.score, alike.reasons, alike.against)


def _pairs(keys: Sequence[PersonKey], tell: Tell) -> dict[Pair, int]:
    """Places of the people to be compared, and in how many letters their names differ."""
    found = dict(_near_names(keys, tell))
    for share in _SHARED:
        for pair in _sharing(keys, share):
            if pair not in found:
                found[pair] = _distance(keys[pair[0]].name, keys[pair[1]].name)
    return found


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (wanted only when doubles are looked for)

    return OSA.distance(one, other, score_cutoff=_MOST_LETTERS)


def _near_names(keys: Sequence[PersonKey], tell: Tell) -> Iterator[tuple[Pair, int]]:
    """Near names of people born within a year of each other, or of unknown age."""
    from rapidfuzz import process  # noqa: PLC0415 (wanted only when doubles are looked for)
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (the same)

    done = 0
    for own, others in _neighbours(keys):
        names = [keys[place].name for place in others]
        done += len(own)
        tell(done, len(keys))
        for at, place in enumerate(own):
            near = process.extract(
                keys[place].name,
                names[at + 1 :],
                scorer=OSA.distance,
                score_cutoff=_MOST_LETTERS,
                limit=None,
            )
            for _name, distance, behind in near:
                other = others[at + 1 + behind]
                yield (min(place, other), max(place, other)), int(distance)


def _neighbours(keys: Sequence[PersonKey]) -> Iterator[tuple[list[int], list[int]]]:
    """Each year's people, and behind them whom else they are held against."""
    by_year: dict[int | None, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        by_year[key.person.born_on.year if key.person.born_on else None].append(place)
    undated = by_year.pop(None, [])
    for year, own in list(by_year.items()):
        yield own, [*own, *by_year.get((year or 0) + 1, ()), *undated]
    yield undated, undated


def _sharing(
    keys: Sequence[PersonKey], share: Callable[[PersonKey], Hashable | None]
) -> Iterator[Pair]:
    """Pairs of people who share something."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        shared = share(key)
        if shared:
            groups[shared].append(place)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _service(key: PersonKey) -> Hashable | None:
    """Home town and service together, where all of them are known."""
    enlisted_on = key.person.enlisted_on
    if not key.home_words or not key.unit_words or enlisted_on is None:
        return None
    return key.home_words, key.unit_words, enlisted_on.year


def _short_name(key: PersonKey) -> Hashable | None:
    """Family and given name with the year: finds names without their middle word."""
    born_on = key.person.born_on
    if born_on is None or len(key.words) < 2:
        return None
    return key.words[0], key.words[-1], born_on.year


_SHARED: tuple[Callable[[PersonKey], Hashable | None], ...] = (
    lambda key: key.name,
    lambda key: key.phone,
    lambda key: key.citizen_id,
    lambda key: key.card_no,
    _service,
    _short_name,
)
