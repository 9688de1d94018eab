"""For whom a round is begun: their names, kept with what is typed."""

from typing import Any

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.due_rounds import ChosenRecipient
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import label

CHOSEN = "chosen"
"""Name of the field."""

_NAMED = 8


class ChosenField(Field):
    """Names that are seen and not changed here; the list of the round is for that."""

    def __init__(self) -> None:
        super().__init__(CHOSEN, "Người được chọn", wide=True)
        self._chosen: tuple[ChosenRecipient, ...] = ()
        self._names = label("")
        self._use(self._names)

    def value(self) -> tuple[ChosenRecipient, ...]:
        """Those chosen."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Show others."""
        self._chosen = tuple(value or ())
        count = len(self._chosen)
        self.set_text(f"Người được chọn ({number(count)})")
        names = ", ".join(one.recipient for one in self._chosen[:_NAMED])
        left = count - _NAMED
        self._names.setText(f"{names} và {number(left)} người nữa" if left > 0 else names)

    def typed(self) -> Any:
        """Everybody with all that is known, for a draft."""
        return [list(one) for one in self._chosen]

    def set_typed(self, raw: Any) -> None:
        """Everybody, from a draft."""
        known = [ChosenRecipient(*one) for one in raw or ()]
        self.set_value(
            one._replace(recipient_kind=RecipientKind(one.recipient_kind)) for one in known
        )
