"""A whole old ward is brought in on the day of the merger: units, people, posts, households.

Figures of days before the merger stay as they were, because the members of the old ward come
by *chuyển đến* on that day (from where: the old ward, reason: the merger), and its units are of
this branch from that day. Rule 14 holds: opening + those who came = closing. Day of joining and
card stay on the membership; how somebody stands on the eve (exempt, suspended) is recorded
again on the day; what the old books tell of days before is kept as a note, since an event
of those days would count him here when he was elsewhere. What they tell of later days comes in
as it is. Who had left by then comes in as a person who was never a member here.

Numbers that somebody here has already are left out and noted; whether both are the same man is
for the officer to say. Figures typed in by hand are listed and not taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.figure_text import value_text
from ccb_desktop.domain.figures.manual import understood
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.unit_changes.moving import is_post_of_unit
from ccb_desktop.domain.unit_changes.orders import free_code
from ccb_desktop.domain.unit_changes.plans import Plan, PlanMaker
from ccb_desktop.domain.unit_changes.ward_members import (
    CLUB_MEMBER,
    DOUBLE_NUMBER,
    LEFT,
    MEMBER,
    WardMembers,
)

UNIT, POST_ENDED, NOT_TAKEN = "Đơn vị", "Thôi giữ chức", "Không nhận"


@dataclass(frozen=True, slots=True, kw_only=True)
class WardOrder:
    """Which ward comes, and since when.

    Attributes:
        ward: The former ward, as `Phường An Thịnh`: units and papers name it.
        on: The day of the merger.
    """

    ward: str
    on: date


def check_ward(order: WardOrder, today: date) -> None:
    """See that the ward has a name and the day has come.

    Raises:
        Invalid: Under `ward` or `on`.
    """
    if not order.ward.strip():
        raise Invalid({"ward": "Ghi tên phường, xã cũ."})
    if order.on > today:
        raise Invalid({"on": f"Ngày {order.on:%d/%m/%Y} chưa đến. Ghi khi đã sáp nhập."})


@dataclass(frozen=True, slots=True)
class WardIds:
    """Ids in the books of the ward → ids here."""

    people: Mapping[int, int]
    memberships: Mapping[int, int]


def bring_in(books: Books, ward: Books, order: WardOrder, today: date) -> tuple[Plan, WardIds]:
    """Take the books of an old ward into ours.

    Args:
        books: Our books; afterwards as they would be.
        ward: Those of the old ward; only read.
        order: What is asked for.
        today: Nothing is written for days to come.

    Raises:
        Invalid: By field: `ward`, `on`.
    """
    check_ward(order, today)
    return _Bringing(books, ward, order).run()


class _Bringing:
    """Old ids → new ones, kind by kind, in the order in which they refer to each other."""

    def __init__(self, books: Books, ward: Books, order: WardOrder) -> None:
        self._books, self._ward, self._order = books, ward, order
        self._plan = PlanMaker()
        self._units: dict[int, int] = {}
        self._homes: dict[int, int] = {}
        self._people: dict[int, int] = {}

    def run(self) -> tuple[Plan, WardIds]:
        self._bring_units()
        for home in self._ward.households.by_id.values():
            self._bring_home(home)
        for person in self._ward.people.by_id.values():
            self._bring_person(person)
        members = WardMembers(self._books, self._ward, self._plan, self._order.ward, self._order.on)
        membership_ids = members.bring(self._people, self._units)
        for post in self._ward.posts.by_id.values():
            self._bring_post(post)
        for figure in self._ward.manual_figures.by_id.values():
            self._leave_out(figure)
        return self._told(), WardIds(self._people, membership_ids)

    def _bring_units(self) -> None:
        ours = [u for u in self._ward.units.by_id.values() if u.kind is not UnitKind.BRANCH]
        for unit in sorted(ours, key=lambda unit: unit.kind is UnitKind.PHAN_HOI):
            self._units[unit.id or 0] = self._bring_unit(unit)
        for unit in ours:
            heir = self._units.get(unit.successor_id or 0)
            if heir is not None:
                own = self._units[unit.id or 0]
                self._books.units.put(replace(self._books.units[own], successor_id=heir))

    def _bring_unit(self, unit: Unit) -> int:
        on, founded = PartialDate.of(self._order.on), unit.founded_on
        was_there = founded is None or founded.first_day < self._order.on
        wanted = unit.code
        code = free_code(self._books, wanted)
        added: Unit = self._books.units.add(
            replace(
                unit,
                id=None,
                code=code,
                parent_id=self._units.get(unit.parent_id or 0),
                successor_id=None,
                former_ward=self._order.ward,
                note=self._noted(unit),
                brought_in_on=on if was_there else None,
            )
        )
        coded = f"mã {code}" if code == wanted else f"mã {wanted} đã dùng, đổi thành {code}"
        self._plan.tell(UNIT, unit.name, added.former_ward, coded)
        return added.id or 0

    def _noted(self, unit: Unit) -> str:
        """Its note, with the ward of an earlier merger."""
        earlier = unit.former_ward if unit.former_ward != self._order.ward else ""
        told = f"{FIELD['former_ward']} trước đó: {earlier}" if earlier else ""
        return "; ".join(filter(None, (unit.note, told)))

    def _bring_home(self, home: Household) -> None:
        unit_id = self._units.get(home.unit_id or 0)
        added = self._books.add_household(replace(home, id=None, unit_id=unit_id))
        self._homes[home.id or 0] = added.id or 0

    def _bring_person(self, person: Person) -> None:
        policies = tuple(replace(policy, id=None) for policy in person.policies)
        brought = replace(
            person,
            id=None,
            household_id=self._homes.get(person.household_id or 0),
            policies=policies,
            old_address=person.old_address or self._address_then(person),
        )
        holder = self._books.person_with_citizen_id(person.citizen_id)
        if person.citizen_id and holder is not None:
            kept = f"CCCD trong sổ {self._order.ward}: {person.citizen_id}"
            note = "; ".join(filter(None, (person.note, kept)))
            brought = replace(brought, citizen_id="", note=note)
            whose = f"đang ghi cho {holder.full_name}; số này để ở ghi chú"
            self._plan.tell(DOUBLE_NUMBER, person.full_name, f"CCCD {person.citizen_id}", whose)
        self._people[person.id or 0] = self._books.add_person(brought).id or 0

    def _leave_out(self, figure: ManualFigure) -> None:
        """A figure typed in by hand says what one branch had; it is told only."""
        known = INDICATOR.get(figure.indicator)
        what = known.label if known else figure.indicator
        value = value_text(known, understood(figure)) if known else figure.value
        period = f"{figure.from_on:%d/%m/%Y} – {figure.to_on:%d/%m/%Y}"
        self._plan.tell(NOT_TAKEN, f"Số liệu nhập tay: {what}", value, period)

    def _address_then(self, person: Person) -> str:
        """Where he lived, in the words of before the merger."""
        told = [person.address, person.street_group]
        return ", ".join([*filter(None, told), self._order.ward]) if any(told) else ""

    def _bring_post(self, post: Post) -> None:
        """A post goes on; one on the board of the old branch ended with it."""
        eve = self._order.on - timedelta(days=1)
        brought = replace(
            post,
            id=None,
            person_id=self._people[post.person_id or 0],
            unit_id=self._units.get(post.unit_id or 0),
        )
        of_board = post.scope is PostScope.HOI and not is_post_of_unit(post)
        if of_board:
            brought = replace(brought, unit_id=None, organisation=self._order.ward)
            if post.held_on(eve):
                brought = replace(brought, to_on=PartialDate.of(eve))
                name = self._ward.people[post.person_id or 0].full_name
                until = f"đến hết {eve:%d/%m/%Y}"
                self._plan.tell(POST_ENDED, name, f"{post.title}, {self._order.ward}", until)
        self._books.add_post(brought)

    def _told(self) -> Plan:
        counts = {
            tells: len(self._plan.of(tells))
            for tells in (UNIT, MEMBER, LEFT, CLUB_MEMBER, DOUBLE_NUMBER, NOT_TAKEN)
        }
        on, ward = f"{self._order.on:%d/%m/%Y}", self._order.ward
        return Plan(
            label=f"Nhập {ward} vào sổ",
            told=(
                f"{number(counts[UNIT])} đơn vị của {ward} thuộc Hội này từ ngày {on}, "
                "giữ nguyên tên.",
                f"{number(counts[MEMBER])} hội viên chuyển đến ngày {on}, lý do Sáp nhập; "
                "giữ ngày vào Hội, và số thẻ chưa ai mang.",
                f"{number(counts[LEFT])} người đã thôi là hội viên trước ngày đó: "
                "chỉ giữ hồ sơ. "
                f"{number(counts[CLUB_MEMBER])} thành viên câu lạc bộ.",
                "Số liệu, báo cáo của những ngày trước ngày sáp nhập giữ nguyên.",
            ),
            warnings=tuple(self._warned(counts)),
            lines=tuple(self._plan.lines),
        )

    def _warned(self, counts: dict[str, int]) -> list[str]:
        warned = []
        known = {search_key(unit.former_ward) for unit in self._units_before()}
        if search_key(self._order.ward) in known:
            warned.append(
                f"Trong sổ đã có đơn vị của {self._order.ward}. "
                "Nếu phường này đã nhập rồi thì không nhập nữa."
            )
        if counts[DOUBLE_NUMBER]:
            warned.append(
                f"{number(counts[DOUBLE_NUMBER])} số CCCD, số thẻ đang ghi cho người khác: "
                "để trống và chép vào ghi chú. Xem lại ở Rà soát, mục Ghi trùng."
            )
        if counts[NOT_TAKEN]:
            warned.append(
                f"{number(counts[NOT_TAKEN])} số liệu nhập tay không nhận, "
                "vì là của riêng phường cũ."
            )
        return warned

    def _units_before(self) -> list[Unit]:
        brought = set(self._units.values())
        return [unit for unit in self._books.units.by_id.values() if unit.id not in brought]
