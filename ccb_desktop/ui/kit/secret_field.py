"""A password in a form: seen while it is typed, for old eyes mistype; never kept in a draft.

Public: `SecretField`.
"""

from typing import Any

from ccb_desktop.ui.kit.text_fields import LineField


class SecretField(LineField):
    """A password exactly as it is typed."""

    secret = True

    def value(self) -> str:
        """What was typed, sign for sign."""
        return self.line.text()

    def typed(self) -> str:
        """Nothing, for drafts lie on the disk."""
        return ""

    def set_typed(self, _raw: Any) -> None:
        """A draft holds none."""
