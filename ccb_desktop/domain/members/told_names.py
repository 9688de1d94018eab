"""What units are called where all are listed: merged wards brought several of one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import search_key


def told_names(units: Iterable[Unit], day: date) -> dict[int | None, str]:
    """Unit → the name it bore on a day, with its former ward where another bore it then too.

    Units of days before the wards were merged are told as they always were: only those in
    being on the day count.
    """
    known = list(units)
    alike: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    for unit in known:
        if unit.stands_on(day):
            alike[unit.kind, unit.parent_id, search_key(unit.name_on(day))].append(unit)
    doubled = {unit.id for same in alike.values() if len(same) > 1 for unit in same}
    return {unit.id: _told(unit, day, with_ward=unit.id in doubled) for unit in known}


def with_chi_hoi(units: Iterable[Unit], names: Mapping[int | None, str]) -> dict[int | None, str]:
    """The same names, those of phân hội with the chi hội: `Phân hội 1 (Chi hội 3)`.

    Every chi hội has a first phân hội; where lists are long, the chi hội tells which is meant.

    Args:
        units: All units.
        names: Unit → what it is called.
    """
    found = dict(names)
    for unit in units:
        chi_hoi = names.get(unit.parent_id, "")
        is_part = unit.kind is UnitKind.PHAN_HOI
        if is_part and search_key(chi_hoi) not in search_key(names.get(unit.id, "")):
            found[unit.id] = f"{names.get(unit.id, '')} ({chi_hoi})"
    return found


def _told(unit: Unit, day: date, *, with_ward: bool) -> str:
    name = unit.name_on(day)
    return f"{name} ({unit.former_ward})" if with_ward and unit.former_ward else name
