"""What is needed to say codes, units and ages of the roster in the officers' words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.code_lists import Code, labels_of
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.partial_dates import PartialDate

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWords:
    """Code lists, units and age rule of the branch, as they hold on one day.

    Attributes:
        on: The day for which the roster is read: ages and names of units hold for it.
        decisions: Numbers of the latest decisions and letters of introduction, with subjects.
    """

    on: date
    age_rule: AgeRule = field(default_factory=AgeRule)
    codes: tuple[Code, ...] = ()
    units: tuple[Unit, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    decisions: tuple[tuple[str, str], ...] = ()
    _labels: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    _unit_names: dict[int | None, str] = field(default_factory=dict, compare=False)

    def labels(self, list_name: str) -> Mapping[str, str]:
        """Code → label of one list, retired entries included."""
        if list_name not in self._labels:
            self._labels[list_name] = labels_of(self.codes, list_name)
        return self._labels[list_name]

    def label(self, list_name: str, code: str) -> str:
        """The label of a code; a code of no list stands for itself."""
        return self.labels(list_name).get(code, code)

    def said(self, list_name: str, codes: Iterable[str]) -> str:
        """Several codes as labels, in the order of their list."""
        wanted = set(codes)
        known = [label for code, label in self.labels(list_name).items() if code in wanted]
        return ", ".join(known)

    def choices(self, list_name: str) -> Choices:
        """The entries that are offered, as code and label."""
        mine = [c for c in self.codes if c.list_name == list_name and not c.retired]
        return [(c.code, c.label) for c in sorted(mine, key=lambda c: c.position)]

    def offered_texts(self, list_name: str) -> list[str]:
        """The labels that are offered, for lists whose records keep the text itself."""
        return [label for _, label in self.choices(list_name)]

    def age(self, born_on: PartialDate | None) -> int | None:
        """The age on the day, by the rule of the branch (rule 15)."""
        return None if born_on is None else self.age_rule.age(born_on, self.on)

    def unit(self, unit_id: int | None) -> Unit | None:
        """The unit with this id."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def own_field(self, name: str) -> OwnField | None:
        """The field of the branch's own that bears this identifier in forms and lists."""
        return next((one for one in self.own_fields if one.name == name), None)

    def unit_name(self, unit_id: int | None) -> str:
        """The name a unit bore on the day, with its former ward where another bore it too."""
        if not self._unit_names:
            self._unit_names.update(told_names(self.units, self.on))
        return self._unit_names.get(unit_id, "")

    def standing_units(self, kind: UnitKind, parent_id: int | None = None) -> list[Unit]:
        """The units of a kind in being on the day; of one parent if it is named."""
        return [
            unit
            for unit in self.units
            if unit.kind is kind
            and unit.stands_on(self.on)
            and (parent_id is None or unit.parent_id == parent_id)
        ]
