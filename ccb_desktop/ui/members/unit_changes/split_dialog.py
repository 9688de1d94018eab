"""Tách đơn vị: people are chosen by name or filter and go to new or other units."""

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import Unit, UnitKind, natural_order
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.unit_changes.orders import NewUnit, Share, SplitOrder, Target
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import list_club_members, list_members
from ccb_desktop.operations.members.unit_changes import change_units, plan_change
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.members.unit_changes.guide import Guide
from ccb_desktop.ui.members.unit_changes.into_fields import IntoFields
from ccb_desktop.ui.members.words import RosterWords

_GIVE = "Đưa sang đơn vị này"


class Person(NamedTuple):
    """One who is in the unit on the day.

    Attributes:
        goal: What the unit is called to which he goes; empty while he stays.
    """

    membership_id: int
    full_name: str
    born_on: PartialDate | None
    part: str
    street_group: str
    address: str
    goal: str = ""


class SplitDialog(Guide):
    """One step to choose people and their units, one to see what would happen."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, words: RosterWords, unit: Unit
    ) -> None:
        self._name = words.unit_name(unit.id)
        super().__init__(parent, desk, f"Tách {self._name}", "Ai sang đơn vị nào", "Tách đơn vị")
        self._store, self._unit = store, unit
        self._goals: dict[int, Target] = {}
        self._day = DayField("on", "Ngày tách", required=True, hint="Ngày đầu ở đơn vị mới")
        self._day.set_value(date.today())
        self._day.changed.connect(self._read)
        codes = [known.code for known in words.units]
        self.into = IntoFields(
            _others(words, unit), _new_kinds(unit), codes, "Chuyển sang", required=False
        )
        self._ends = ChoiceField(
            "ends",
            f"Sau khi tách, {self._name}",
            [(True, "Kết thúc, khi mọi người đã có đơn vị mới")],
            none="Vẫn hoạt động",
            empty=False,
        )
        self.form = Form()
        self.form.add([self._day, self._ends, *self.into.fields])
        self.people = self._people_table()
        ground = QWidget()
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form, 2)
        layout.addWidget(self.people, 5)
        self._read()
        self._offer_filters()
        self.begin(ground)

    def _people_table(self) -> RecordTable[Person]:
        return RecordTable(
            "split",
            _COLUMNS,
            id_of=lambda person: person.membership_id,
            acts=[
                Act(_GIVE, self._give, needs="some", icon="next", main=True),
                Act("Để lại", self._keep, needs="some", icon="back", allowed=_any_goes),
            ],
            noun="người",
        )

    def _offer_filters(self) -> None:
        """Choose by street group and by phân hội, where there are several."""
        people = self.people.seen_lines()
        for text, value_of in ((FIELD["street_group"], _street_group), (FIELD["sub_unit"], _part)):
            found = sorted({value_of(person) for person in people}, key=natural_order)
            if len(found) > 1:
                choices = [(None, "Tất cả"), *((value, value or "Chưa ghi") for value in found)]
                self.people.add_choice(text, choices, value_of)

    def order(self) -> SplitOrder:
        """What is asked for."""
        shares: dict[Target, list[int]] = {}
        for membership_id, target in self._goals.items():
            shares.setdefault(target, []).append(membership_id)
        return SplitOrder(
            unit_id=self._unit.id or 0,
            on=self._day.value(),
            shares=tuple(Share(target, tuple(ids)) for target, ids in shares.items()),
            ends=bool(self._ends.value()),
        )

    def plan(self, order: SplitOrder, report: Tell) -> Plan:
        """What it would do."""
        return plan_change(self._store, order)

    def write(self, order: SplitOrder, report: Tell) -> Change:
        """Split."""
        return change_units(self._store, order, self.form_id)

    # Choosing people

    def _give(self, chosen: list[Person]) -> None:
        problems = self.into.problems()
        self.form.mark(problems)
        if problems:
            return
        target = self.into.target()
        if isinstance(target, NewUnit):
            self.into.offer_new(target)
        self._goals |= dict.fromkeys((person.membership_id for person in chosen), target)
        self._read()

    def _keep(self, chosen: list[Person]) -> None:
        for person in chosen:
            self._goals.pop(person.membership_id, None)
        self._read()

    def _read(self) -> None:
        """Show who is in the unit on the day; those who are not in it then do not go."""
        on = self._day.value()
        if on is None:
            return
        there = _club_people if self._unit.kind is UnitKind.CLUB else _hoi_people
        people = there(self._store, self._unit, on)
        ids = {person.membership_id for person in people}
        self._goals = {one: goal for one, goal in self._goals.items() if one in ids}
        self.people.set_lines(self._with_goal(person) for person in people)

    def _with_goal(self, person: Person) -> Person:
        target = self._goals.get(person.membership_id)
        return person if target is None else person._replace(goal=self.into.called(target))


def _hoi_people(store: Store, unit: Unit, on: date) -> list[Person]:
    return [
        Person(
            line.membership_id,
            line.full_name,
            line.born_on,
            line.sub_unit_name,
            line.street_group,
            line.address,
        )
        for line in list_members(store, on)
        if line.status in IN_HOI and unit.id in (line.unit_id, line.sub_unit_id)
    ]


def _club_people(store: Store, unit: Unit, on: date) -> list[Person]:
    return [
        Person(line.membership_id, line.full_name, line.born_on, "", "", line.address)
        for line in list_club_members(store)
        if line.unit_id == unit.id and (line.ended_on is None or on <= line.ended_on.last_day)
    ]


def _others(words: RosterWords, unit: Unit) -> list[tuple[int, str]]:
    """Units of the kind there are, and the phân hội of the chi hội."""
    chi_hoi_id = unit.parent_id if unit.kind is UnitKind.PHAN_HOI else unit.id
    alike = [] if unit.kind is UnitKind.PHAN_HOI else words.standing_units(unit.kind)
    parts = words.standing_units(UnitKind.PHAN_HOI, chi_hoi_id)
    others = [one for one in (*alike, *parts) if one.id != unit.id]
    return [(one.id or 0, words.unit_name(one.id)) for one in others]


def _new_kinds(unit: Unit) -> list[UnitKind]:
    if unit.kind is UnitKind.CHI_HOI:
        return [UnitKind.CHI_HOI, UnitKind.PHAN_HOI]
    return [unit.kind]


def _street_group(person: Person) -> str:
    return person.street_group


def _part(person: Person) -> str:
    return person.part


def _any_goes(chosen: list[Person]) -> bool:
    return any(person.goal for person in chosen)


_COLUMNS: list[Column[Person]] = [
    Column(
        "name", FIELD["full_name"], lambda p: p.full_name, lambda p: sort_key(p.full_name), width=24
    ),
    Column("goal", "Chuyển sang", lambda p: p.goal, width=20),
    Column(
        "born_on", FIELD["born_on"], lambda p: str(p.born_on or ""), lambda p: p.born_on, width=11
    ),
    Column("part", FIELD["sub_unit"], lambda p: p.part, width=14),
    Column("street_group", FIELD["street_group"], lambda p: p.street_group, width=12),
    Column("address", FIELD["address"], lambda p: p.address, width=26),
]
