"""Fields beside each other, going on in a new row where the text is large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import FlowLayout, column, label


class FieldRow(QWidget):
    """Each field is as wide as its letters need, at every size of text."""

    def __init__(self, fields: Sequence[tuple[Field, int]]) -> None:
        """Build the row.

        Args:
            fields: Each field with its width, in heights of the text.
        """
        super().__init__()
        self._fields = list(fields)
        self._flow = FlowLayout(self, spacing=10, at_top=True)
        for field, _letters in fields:
            self._flow.addWidget(field)
        self._fit()

    def add_button(self, above: str, button: QWidget) -> QWidget:
        """Put a button behind the fields, with words above it as they have; gives both."""
        ground = QWidget()
        layout = column(ground, spacing=4)
        layout.addWidget(label(above, "field", wrap=False))
        layout.addWidget(button)
        self._flow.addWidget(ground)
        return ground

    def check(self) -> None:
        """See that every field that is asked for can be read.

        Raises:
            Invalid: Some cannot; what is wrong stands beside them too.
        """
        asked = [field for field, _letters in self._fields if not field.isHidden()]
        wrong = {field.name: field.problem() for field in asked if field.problem()}
        for field in asked:
            field.show_problem(wrong.get(field.name, ""))
        if wrong:
            raise Invalid(wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs wider fields."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().height()
        for field, letters in self._fields:
            field.setFixedWidth(letter * letters)
