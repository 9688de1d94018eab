"""What an officer asks for: which units, on which day, into what; and whether it can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key


class Parts(StrEnum):
    """What becomes of the phân hội when chi hội are merged."""

    GO_ALONG = "GO_ALONG"
    DISSOLVE = "DISSOLVE"
    ONE_EACH = "ONE_EACH"
    """Every chi hội that is merged goes on as one phân hội."""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit founded by the change."""

    name: str
    code: str
    kind: UnitKind = UnitKind.CHI_HOI


Target = int | NewUnit
"""A unit there is, by its id, or one to be founded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrder:
    """Several units become one.

    Attributes:
        on: The first day of the merged unit.
        into: One of them, another one of their kind, or a new one.
    """

    unit_ids: tuple[int, ...]
    on: date
    into: Target
    parts: Parts = Parts.GO_ALONG


@dataclass(frozen=True, slots=True)
class Share:
    """The members who go to one unit."""

    into: Target
    membership_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitOrder:
    """One unit gives members to others; it goes on, or ends when nobody is left in it."""

    unit_id: int
    on: date
    shares: tuple[Share, ...]
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOrder:
    """A unit ends; whoever is in it goes on in `heir_id`."""

    unit_id: int
    last_day: date
    heir_id: int | None = None


def check_day(on: date, units: Iterable[Unit], today: date) -> None:
    """See that all units stand on the eve and on the day, and that it is not to come yet.

    Raises:
        Invalid: Under `on`.
    """
    if on > today:
        raise Invalid({"on": f"Ngày {on:%d/%m/%Y} chưa đến. Ghi khi việc này đã diễn ra."})
    eve = on - timedelta(days=1)
    for unit in units:
        if unit.ended_on is not None:
            raise Invalid({"on": f"{unit.name} đã kết thúc ngày {unit.ended_on}."})
        if not unit.stands_on(eve):
            since = unit.brought_in_on or unit.founded_on
            raise Invalid({"on": f"{unit.name} có từ ngày {since}; ghi một ngày sau đó."})


def check_new(books: Books, new: NewUnit, ending: Iterable[int]) -> None:
    """See that a unit can be founded with this name and code.

    Args:
        books: The books.
        new: The unit.
        ending: Units that end by the same change: their names are free again.

    Raises:
        Invalid: Under `name` or `code`.
    """
    faults: dict[str, str] = {}
    gone = set(ending)
    if not new.name.strip():
        faults["name"] = "Ghi tên đơn vị mới."
    if not new.code.strip():
        faults["code"] = "Ghi mã của đơn vị mới, ví dụ CH1."
    for unit in books.units.by_id.values():
        if search_key(unit.code) == search_key(new.code):
            faults["code"] = f"Mã này đang dùng cho {unit.name}."
        stands = unit.ended_on is None and unit.id not in gone and unit.kind is new.kind
        is_part = new.kind is UnitKind.PHAN_HOI
        if stands and not is_part and search_key(unit.name) == search_key(new.name):
            faults["name"] = "Đã có đơn vị mang tên này."
    if faults:
        raise Invalid(faults)


def new_unit(new: NewUnit, on: date, parent_id: int | None, former_ward: str = "") -> Unit:
    """The unit to be founded."""
    return Unit(
        code=new.code.strip(),
        kind=new.kind,
        names=(UnitName(new.name.strip()),),
        parent_id=parent_id,
        former_ward=former_ward,
        founded_on=PartialDate.of(on),
    )


def free_code(books: Books, wanted: str) -> str:
    """A code that no unit ever had: `wanted`, else with a number behind it."""
    taken = {search_key(unit.code) for unit in books.units.by_id.values()}
    tries = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in tries if search_key(code) not in taken)
