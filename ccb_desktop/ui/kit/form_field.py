"""What every field of a form has in common: label above, problem below, value inside.

Public: `Field` with `name`, `value()`, `set_value(value)`, `typed()`, `set_typed(raw)`,
`problem()`, `show_problem(sentence)`, `is_empty()`, signal `changed`. The fields themselves:
`text_fields` (`TextField`, `LongTextField`, `NumberField`, `AmountField`), `choice_fields`
(`ChoiceField`, `ChecklistField`, `YesNoField`), `date_field` (`DateField`, `DayField`),
`picker_fields` (`SuggestField`, `PickerField`).
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPushButton, QWidget

from ccb_desktop.ui.kit.widgets import column, label, refresh_style

Check = Callable[[Any], str]
"""Gets the value of a field and gives the sentence that is wrong with it, or nothing."""


class Field(QWidget):
    """One thing to be filled in."""

    changed = Signal()
    """The officer typed or chose."""

    secret = False
    """Whether what is typed must not lie on the disk, as a password."""

    missing = "Chưa ghi"
    """How a complaint about an empty field begins."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        required: bool = False,
        hint: str = "",
        wide: bool = False,
        check: Check | None = None,
    ) -> None:
        """Build the frame of a field; the kind of field puts its editor in.

        Args:
            name: Key of its value, the same as in `Invalid.fields`.
            text: Label, from `domain.labels`.
            required: Whether it may not stay empty.
            hint: One line below it, saying what to write or where it is used.
            wide: Whether it takes the whole width where there are two columns.
            check: What else can be wrong with its value.
        """
        super().__init__()
        self.name = name
        self.text = text
        self.wide = wide
        self._required = required
        self._check = check
        self._editor: QWidget = self
        self._label = label("", "field")
        self._hint = label(hint, "soft")
        self._problem = label("", "problem")
        self._layout = column(self, spacing=4)
        self._layout.addWidget(self._label)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(self._problem)
        self._layout.addStretch(1)
        self._hint.setVisible(bool(hint))
        self._problem.hide()
        self.changed.connect(self._forget_problem)
        self._say_label()

    # What each kind of field says for itself

    @abstractmethod
    def value(self) -> Any:
        """What was filled in, or None; an unreadable text counts as None (see `problem`)."""

    @abstractmethod
    def set_value(self, value: Any) -> None:
        """Fill in; this is no change by the officer."""

    def typed(self) -> Any:
        """What stands there, as JSON can keep it in a draft."""
        return self.value()

    def said(self) -> str:
        """The words that were typed, for whoever reads them again; nothing of what is chosen."""
        return ""

    def set_typed(self, raw: Any) -> None:
        """Give back what a draft kept."""
        self.set_value(raw)

    def unreadable(self) -> str:
        """What is wrong with the text itself, or nothing."""
        return ""

    # What all have in common

    @property
    def required(self) -> bool:
        """Whether it may not stay empty; its label bears a star then."""
        return self._required

    @required.setter
    def required(self, required: bool) -> None:
        self._required = required
        self._say_label()

    def set_text(self, text: str) -> None:
        """Call it otherwise, where what is asked follows from another field."""
        self.text = text
        self._say_label()

    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return self.value() in (None, "", ())

    def problem(self) -> str:
        """What must be mended before it can be saved, in one sentence, or nothing."""
        unreadable = self.unreadable()
        if unreadable:
            return unreadable
        if self.is_empty():
            return f"{self.missing} {_inside(self.text)}." if self.required else ""
        return self._check(self.value()) if self._check is not None else ""

    def show_problem(self, sentence: str) -> None:
        """Show a sentence beside the field; an empty one takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        wrong = bool(sentence)
        if bool(self._editor.property("problem")) != wrong:
            self._editor.setProperty("problem", wrong)
            refresh_style(self._editor)
        self._tell_reader(sentence)

    @property
    def shown_problem(self) -> str:
        """The sentence that stands beside the field now."""
        return self._problem.text()

    def leave(self) -> None:
        """The officer goes on to another field: say now what is wrong with this one.

        What the books found wrong stays until he changes it.
        """
        if not self.is_empty() or self.unreadable():
            self.show_problem(self.problem() or self.shown_problem)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_filled_by_keys(self) -> bool:
        """Whether one types or chooses in it; not a list with buttons, which Enter passes over."""
        return not isinstance(self._editor, QAbstractItemView | QLabel | QPushButton)

    def select_all(self) -> None:
        """Let what is typed next stand in place of what is there, as after Tab."""
        if isinstance(self._editor, QLineEdit):
            self._editor.selectAll()

    def _use(self, editor: QWidget, shown: QWidget | None = None) -> None:
        """Put the editor in its place.

        Args:
            editor: What has the keyboard.
            shown: What is placed, where that is more than the editor.
        """
        self._editor = editor
        self._label.setBuddy(editor)
        self._tell_reader("")
        editor.installEventFilter(self)
        self._layout.insertWidget(1, shown or editor)

    def _forget_problem(self) -> None:
        """While he types or chooses, an old complaint is out of place."""
        if self.shown_problem:
            self.show_problem("")

    def _say_label(self) -> None:
        shown = self.text.replace("&", "&&")  # a label with a buddy reads & as the mark of a key
        self._label.setText(f"{shown} *" if self._required else shown)
        self._tell_reader(self._problem.text())

    def _tell_reader(self, sentence: str) -> None:
        """What a screen reader says of the field."""
        needed = " (phải có)" if self.required else ""
        self._editor.setAccessibleName(f"{self.text}{needed}")
        self._editor.setAccessibleDescription(sentence or self._hint.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the field is left; a menu or list of its own is not leaving."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            own = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
            if event.reason() not in own:
                self.leave()
        return super().eventFilter(watched, event)


def _inside(text: str) -> str:
    """A label as it stands within a sentence: `Họ và tên` → `họ và tên`, `CCCD` stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
