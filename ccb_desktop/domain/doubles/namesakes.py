"""Members of one name and one year of birth who may be one: a quick look, for the first page.

The first page must not wait for the whole search of `candidates`, which also finds names typed
otherwise; what is found here is the least there is.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, groupby
from typing import NamedTuple

from ccb_desktop.domain.doubles.candidates import DEFAULT_SCORE, Pair
from ccb_desktop.domain.doubles.keys import KnownPerson, key_of, plain_number
from ccb_desktop.domain.doubles.likeness import are_different, are_other_citizens, likeness


class Namesake(NamedTuple):
    """A member who shares name and year of birth with another.

    Attributes:
        group: Tells those who share both from others.
        bearers: How many members bear the name.
    """

    group: int
    bearers: int
    person_id: int
    citizen_id: str


class NamesakePair(NamedTuple):
    """Two namesakes, the smaller id first, and how many bear their name."""

    ids: Pair
    bearers: int


def pairs_to_compare(
    namesakes: Iterable[Namesake], apart: Collection[Pair]
) -> Iterator[NamesakePair]:
    """The pairs that nothing simple tells apart.

    Args:
        namesakes: Group by group, in each by id.
        apart: Pairs of ids that an officer has found to be two people.
    """
    for _group, people in groupby(namesakes, key=lambda one: one.group):
        numbered = [(one, plain_number(one.citizen_id)) for one in people]
        for (one, number), (other, other_number) in combinations(numbered, 2):
            ids = one.person_id, other.person_id
            if ids not in apart and not are_other_citizens(number, other_number):
                yield NamesakePair(ids, one.bearers)


def count_namesakes(pairs: Iterable[NamesakePair], people: Iterable[KnownPerson]) -> int:
    """How many of the pairs may be one person each; `people` are those of the pairs."""
    keys = {person.person_id: key_of(person) for person in people}
    return sum(
        not are_different(keys[one], keys[other])
        and likeness(keys[one], keys[other], 0, bearers).score >= DEFAULT_SCORE
        for (one, other), bearers in pairs
    )
