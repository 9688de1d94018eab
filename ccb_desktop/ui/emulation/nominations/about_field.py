"""Whom a form is about, kept with what is typed in it; the officer sees it in the words above."""

from collections.abc import Sequence
from typing import Any

from ccb_desktop.ui.kit.form_field import Field

ABOUT = "about"


class AboutField(Field):
    """Holds keys, is never shown, and comes back with a draft."""

    def __init__(self, keys: Sequence[Any]) -> None:
        """Hold the keys of those a form is about, as JSON can keep them."""
        super().__init__(ABOUT, "")
        self._keys = list(keys)
        self.hide()

    def value(self) -> Any:
        """The keys."""
        return self._keys

    def set_value(self, value: Any) -> None:
        """Hold others."""
        self._keys = list(value or ())
