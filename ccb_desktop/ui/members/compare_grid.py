"""Two records side by side: a row for each field, with a choice where they are not alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ccb_desktop.domain.merging.fields import Agreement, FieldPair, Side
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.compare_words import AGREEMENT, NOTHING

_LABEL, _KEPT, _OTHER, _BOTH, _STATE = range(5)
_STRETCH = {_LABEL: 3, _KEPT: 5, _OTHER: 5, _BOTH: 2, _STATE: 2}
_LOOK = {Agreement.EQUAL: "soft", Agreement.ONE_SIDED: "good", Agreement.DIFFERENT: "warning"}
_SIDE = {_KEPT: Side.KEPT, _OTHER: Side.OTHER, _BOTH: Side.BOTH}


class CompareGrid(QWidget):
    """Rows of fields; what is chosen of each is in `choices`."""

    changed = Signal(str)
    """Another entry of this field was chosen."""

    def __init__(
        self,
        pairs: Sequence[FieldPair],
        heads: tuple[str, str],
        say: Callable[[str, object], str],
    ) -> None:
        """Build the rows.

        Args:
            pairs: The fields of both records; what both leave empty is left out.
            heads: What the two records are called.
            say: Says an entry of a field.
        """
        super().__init__()
        self._heads = heads
        self._say = say
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._groups: dict[str, QButtonGroup] = {}
        self._alike: list[QWidget] = []
        self._add_heads()
        for pair in pairs:
            if (say(pair.name, pair.kept), say(pair.name, pair.other)) != (NOTHING, NOTHING):
                self._add_row(pair)
        for place, stretch in _STRETCH.items():
            self._grid.setColumnStretch(place, stretch)
        self.show_alike(shown=False)

    @property
    def choices(self) -> dict[str, Side]:
        """What is chosen of each field that is not alike."""
        return {name: _SIDE[group.checkedId()] for name, group in self._groups.items()}

    def show_alike(self, *, shown: bool) -> None:
        """Show the fields in which both are alike too, or only the others."""
        for widget in self._alike:
            widget.setVisible(shown)

    def _add_heads(self) -> None:
        texts = ("Mục", *self._heads, "", "So với nhau")
        for place, text in enumerate(texts):
            self._grid.addWidget(label(text, "heading"), 0, place)

    def _add_row(self, pair: FieldPair) -> None:
        row = self._grid.rowCount()
        alike = pair.agreement is Agreement.EQUAL
        made: dict[int, QWidget] = {_LABEL: label(pair.label, "field")}
        texts = {_KEPT: self._say(pair.name, pair.kept), _OTHER: self._say(pair.name, pair.other)}
        if alike or pair.settled:
            made |= {place: label(text) for place, text in texts.items()}
        else:
            both = pair.joinable and pair.agreement is Agreement.DIFFERENT
            made |= self._answers(pair, texts | ({_BOTH: "Giữ cả hai"} if both else {}))
        made[_STATE] = label(self._state(pair), _LOOK[pair.agreement])
        for place, widget in made.items():
            self._grid.addWidget(widget, row, place)
        if alike:
            self._alike += made.values()

    def _state(self, pair: FieldPair) -> str:
        """How they stand to each other, and which is kept where nobody chooses."""
        said = AGREEMENT[pair.agreement]
        if not pair.settled or pair.agreement is Agreement.EQUAL:
            return said
        taken = pair.kept if pair.proposed is Side.KEPT else pair.other
        return f"Giữ ngày sau: {self._say(pair.name, taken)}"

    def _answers(self, pair: FieldPair, texts: dict[int, str]) -> dict[int, QWidget]:
        group = QButtonGroup(self)
        self._groups[pair.name] = group
        answers: dict[int, QWidget] = {}
        for place, text in texts.items():
            head = self._heads[place - 1] if place in (_KEPT, _OTHER) else ""
            answer = _Answer(text, f"{pair.label}: {text} {head}".strip())
            group.addButton(answer.button, place)
            answer.button.setChecked(_SIDE[place] is pair.proposed)
            answers[place] = answer
        group.idToggled.connect(lambda _id, on: self.changed.emit(pair.name) if on else None)
        return answers


class _Answer(QWidget):
    """A radio button whose words may run over several lines."""

    def __init__(self, text: str, spoken: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(spoken)
        said: QLabel = label(text)
        said.setBuddy(self.button)
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button)
        layout.addWidget(said, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words chooses too."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.setFocus()
            self.button.setChecked(True)
