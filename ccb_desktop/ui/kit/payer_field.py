"""Who pays or receives: somebody of the roster, or any name that is typed.

Public: `PayerField` (name; `person_id` beside it), `load_payers(field, desk, store, on)`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.voucher_lists import list_payers
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, Suggestion

_OFFERED = 12


class PayerField(SuggestField):
    """A name; people of the roster are suggested, and the one chosen is remembered."""

    payer_chosen = Signal(object)
    """The `Payer` who was chosen in the list."""

    def __init__(self, name: str, text: str, **rest: Any) -> None:
        """Build it without people; `set_payers` brings them."""
        self._payers: Sequence[Payer] = ()
        self._names: list[str] = []
        self._keys: list[str] = []
        self._person_id: int | None = None
        super().__init__(name, text, self._fitting, **rest)
        self.line.textEdited.connect(self._forget)

    @property
    def person_id(self) -> int | None:
        """The person of the roster, where one was chosen."""
        return self._person_id

    @property
    def born_on(self) -> PartialDate | None:
        """When the person of the roster was born, as far as it is known."""
        found = (one.born_on for one in self._payers if one.person_id == self._person_id)
        return next(found, None)

    def set_payers(self, payers: Sequence[Payer], keys: list[str]) -> None:
        """Suggest these people, whose `match_key`s are given."""
        self._payers, self._keys = payers, keys
        self._names = [payer.full_name for payer in payers]

    def set_person(self, name: str, person_id: int | None) -> None:
        """Show a name, and whom of the roster it means."""
        self.line.setText(name)
        self._person_id = person_id

    def set_value(self, value: Any) -> None:
        """Show a name that means nobody of the roster yet."""
        self.set_person(value or "", None)

    def typed(self) -> Any:
        """Name and person, for a draft."""
        return [self.line.text(), self._person_id]

    def set_typed(self, raw: Any) -> None:
        """Name and person, from a draft."""
        self.set_person(*raw)

    def _fitting(self, typed: str) -> list[Suggestion]:
        places = Query(typed).select(self._keys, self._names) if typed.strip() else ()
        return [
            Suggestion(place, self._names[place], _detail(self._payers[place]))
            for place in places[:_OFFERED]
        ]

    def _take(self, suggestion: Suggestion) -> None:
        payer = self._payers[suggestion.value]
        self._person_id = payer.person_id
        super()._take(suggestion)
        self.payer_chosen.emit(payer)

    def _forget(self) -> None:
        """Another name is being typed."""
        self._person_id = None


def load_payers(field: PayerField, desk: Desk, store: Store, on: date) -> None:
    """Let a field suggest everybody of the roster, as soon as the worker has read them."""

    def read() -> tuple[list[Payer], list[str]]:
        payers = list_payers(store, on)
        return payers, [match_key(normalise(payer.full_name)) for payer in payers]

    desk.background.run(
        lambda _progress: read(),
        lambda found: field.set_payers(*found),
        label="Đang đọc danh sách hội viên",
        owner=field,
    )


def _detail(payer: Payer) -> str:
    born = f"sinh {payer.born_on}" if payer.born_on is not None else ""
    return ", ".join(part for part in (payer.unit_name, born) if part)
