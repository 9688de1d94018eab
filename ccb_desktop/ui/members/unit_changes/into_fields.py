"""Into which unit: one there is, or a new one with its name and code."""

from collections.abc import Iterable, Sequence
from typing import Any

from ccb_desktop.domain.labels import FIELD, UNIT_KIND
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.unit_changes.orders import NewUnit, Target
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.unit_dialogs import free_code

_NEW = "NEW."


class IntoFields:
    """The choice, and what a new unit is called; put `fields` into the form."""

    def __init__(
        self,
        units: Sequence[tuple[int, str]],
        new: Sequence[UnitKind],
        codes: Iterable[str],
        text: str,
        *,
        required: bool = True,
    ) -> None:
        """Build them.

        Args:
            units: Units to choose from, with what they are called.
            new: Kinds of which a new one can be founded.
            codes: The codes that all units ever had.
            text: What is chosen, as `Gộp thành`.
            required: Whether the form cannot be left without it.
        """
        self._required = required
        self._codes = set(codes)
        self._offered = ""
        founded: list[tuple[Any, str]] = [
            (f"{_NEW}{kind}", f"Lập {UNIT_KIND[kind].lower()} mới") for kind in new
        ]
        self._choices: list[tuple[Any, str]] = [*units, *founded]
        self.into = ChoiceField("into", text, self._choices, none="Chọn đơn vị", required=required)
        self.name = TextField("name", "Tên đơn vị mới")
        self.code = TextField("code", FIELD["code"])
        self.into.changed.connect(self.follow)
        self.follow()

    @property
    def fields(self) -> list[Field]:
        """All of them."""
        return [self.into, self.name, self.code]

    def follow(self) -> None:
        """Ask for a name only where a unit is founded; offer a free code."""
        kind = self._kind()
        for field in (self.name, self.code):
            field.setVisible(kind is not None)
            field.required = kind is not None and self._required
        if kind is not None and self.code.value() in ("", self._offered):
            self._offered = free_code(kind, self._codes)
            self.code.set_value(self._offered)

    def target(self) -> Target:
        """What was chosen."""
        kind = self._kind()
        if kind is not None:
            return NewUnit(self.name.value(), self.code.value(), kind)
        found: Target = self.into.value()
        return found

    def problems(self) -> dict[str, str]:
        """What is missing before `target` can be asked."""
        if self.into.value() is None:
            return {"into": "Chọn đơn vị mà họ chuyển sang."}
        fields = {"name": "Ghi tên đơn vị mới.", "code": "Ghi mã của đơn vị mới."}
        asked = (self.name, self.code) if self._kind() is not None else ()
        return {field.name: fields[field.name] for field in asked if not field.value()}

    def offer_new(self, target: NewUnit) -> None:
        """A new unit can be chosen again, and its code is taken for the next one."""
        if target in (value for value, _text in self._choices):
            return
        self._codes.add(target.code)
        self._choices.append((target, f"{target.name} (mới)"))
        self.into.set_choices(self._choices)
        self.into.set_value(target)
        self.name.set_value("")
        self.code.set_value("")
        self.follow()

    def called(self, target: Target) -> str:
        """What a unit is called in the choice."""
        return next(text for value, text in self._choices if value == target)

    def _kind(self) -> UnitKind | None:
        chosen = self.into.value()
        if isinstance(chosen, str) and chosen.startswith(_NEW):
            return UnitKind(chosen.removeprefix(_NEW))
        return None
