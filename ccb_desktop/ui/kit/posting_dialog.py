"""A form whose saving posts a voucher: what goes into the book is asked for once more.

Public: `PostingDialog(parent, title, form, save, act=, question=)`.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog, Save


class PostingDialog(FormDialog):
    """What is posted is taken back by a voucher that reverses it, never by a correction."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        form: Form,
        save: Save,
        *,
        act: str,
        question: Callable[[dict[str, Any]], str],
        intro: str = "",
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: What is done here.
            form: The form, filled in with what is known.
            save: Does the act.
            act: What the button says, as `Ghi sổ phiếu chi`.
            question: Says by the values what is going to stand in the book.
            intro: One line above the form.
        """
        super().__init__(parent, title, form, save, intro=intro, save_label=act)
        self._act = act
        self._question = question

    def save(self) -> bool:
        """Ask, and save only then; a form that must be mended first is marked without asking."""
        if not self.is_filled_in():
            return False
        question = self._question(self.form.values())
        messages.ask(self, question, [(self._act, super().save)], stay="Xem lại", posts=True)
        return False
