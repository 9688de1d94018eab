"""Choosing a chi hội, and a phân hội of it where there are any."""

from typing import Any

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.members.words import RosterWords


class UnitField(ChoiceField):
    """A unit of one kind; `parts` is the field for its phân hội, hidden where it has none.

    Put both into the form with `fields`; what they are called is what `Invalid` says.
    """

    def __init__(
        self,
        words: RosterWords,
        *,
        name: str = "unit",
        text: str = FIELD["unit"],
        kind: UnitKind = UnitKind.CHI_HOI,
        **rest: Any,
    ) -> None:
        """Build it.

        Args:
            words: Where the units stand.
            name: See `Field`.
            text: See `Field`.
            kind: Which units are offered.
            rest: What `ChoiceField` takes.
        """
        self._words = words
        self._wanted = True
        offered = [(unit.id, words.unit_name(unit.id)) for unit in words.standing_units(kind)]
        super().__init__(name, text, offered, **{"none": f"Chọn {text.lower()}", **rest})
        self.parts = ChoiceField(f"sub_{name}", FIELD["sub_unit"], [], none="Không thuộc phân hội")
        self.changed.connect(self._offer_parts)
        self._offer_parts()

    @property
    def fields(self) -> list[Field]:
        """The unit and its phân hội."""
        return [self, self.parts]

    def set_value(self, value: Any) -> None:
        """Choose; a unit that has ended is shown by its name."""
        super().set_value(value)
        if value is not None:
            self.box.setItemText(self.box.currentIndex(), self._words.unit_name(value))
        self._offer_parts()

    def set_typed(self, raw: Any) -> None:
        """Choose what a draft kept."""
        super().set_typed(raw)
        self._offer_parts()

    def ask(self, wanted: bool) -> None:
        """Show both fields or neither; what is not shown need not be filled in."""
        self._wanted = self.required = wanted
        self.setVisible(wanted)
        self._offer_parts()

    def _offer_parts(self) -> None:
        parts = self._parts()
        self.parts.set_choices([(part.id, part.name_on(self._words.on)) for part in parts])
        self.parts.setVisible(bool(parts) and self._wanted)

    def _parts(self) -> list[Unit]:
        if self.value() is None:
            return []
        return self._words.standing_units(UnitKind.PHAN_HOI, self.value())
