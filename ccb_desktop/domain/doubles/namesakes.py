"""Members of one name and one year of birth who may be one: a quick look, for the first page.

The first page must not wait for the whole search of `candidates`, which also finds names typed
otherwise; what is found here is the least there is.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from ccb_desktop.domain.doubles.candidates import DEFAULT_SCORE, Pair
from ccb_desktop.domain.doubles.keys import KnownPerson, key_of
from ccb_desktop.domain.doubles.likeness import are_different, likeness
from ccb_desktop.domain.members.lines import MemberLine

_OF_LINE = tuple(name for name in KnownPerson._fields if name != "former_ward")


def count_namesakes(
    members: Iterable[MemberLine], wards: Mapping[int | None, str], apart: Collection[Pair]
) -> int:
    """How many pairs of namesakes may be one person each.

    Args:
        members: Those of today.
        wards: Unit → the ward it belonged to before the merger.
        apart: Pairs of ids that an officer has found to be two people.
    """
    groups: dict[tuple[str, int], list[MemberLine]] = defaultdict(list)
    names: Counter[str] = Counter()
    for line in members:
        names[line.name_key] += 1
        if line.born_on is not None:
            groups[line.name_key, line.born_on.year].append(line)
    return sum(
        _count_pairs(group, wards, apart, names[name])
        for (name, _year), group in groups.items()
        if len(group) > 1
    )


def _count_pairs(
    group: list[MemberLine],
    wards: Mapping[int | None, str],
    apart: Collection[Pair],
    namesakes: int,
) -> int:
    keys = sorted(
        (key_of(_known(line, wards)) for line in group), key=lambda key: key.person.person_id
    )
    return sum(
        (one.person.person_id, other.person.person_id) not in apart
        and not are_different(one, other)
        and likeness(one, other, 0, namesakes).score >= DEFAULT_SCORE
        for one, other in combinations(keys, 2)
    )


def _known(line: MemberLine, wards: Mapping[int | None, str]) -> KnownPerson:
    values = {name: getattr(line, name) for name in _OF_LINE}
    return KnownPerson(**values, former_ward=wards.get(line.unit_id, ""))
