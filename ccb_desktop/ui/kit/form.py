"""A form: fields in one column, or two where there is room, on one page or on tabs.

    form = Form()
    form.add([TextField("full_name", FIELD["full_name"], required=True), ...])
    form.add_tab("Quân ngũ")
    form.add([DateField("enlisted_on", ...), ...], heading="Nhập ngũ")
    form.set_values({"full_name": "Nguyễn Văn An"})

Public: `Form` with `add`, `add_tab`, `add_widget`, `let_grow(name)`, `field(name)`, `fields`,
`values()`, `set_values(values)`, `renew(values)`, `problems()`, `mark(problems)`, `is_changed`,
`settle()`, `typed()`, `set_typed(raw)`, `lead_on(button)`, signal `changed`. For saving see
`form_dialog.FormDialog`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QGridLayout,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_draft import TextDraft
from ccb_desktop.ui.kit.widgets import column, label

_TWO_COLUMNS_FROM = 34  # in heights of a line of text
_ALL_THERE_IS = 100  # parts of the height, beside one for the empty end of the page


class Form(QWidget):
    """Fields by name, gathered and marked together."""

    changed = Signal()

    def __init__(self, *, scrolls: bool = True) -> None:
        """Begin without fields.

        Args:
            scrolls: Whether a page of it scrolls by itself; not where it is part of a page
                that does.
        """
        super().__init__()
        self._scrolls = scrolls
        self.fields: dict[str, Field] = {}
        self._page_of: dict[str, int] = {}
        self._labels: list[str] = []
        self._settled: dict[str, Any] = {}
        self._layout = column(self)
        self._tabs: QTabWidget | None = None
        self._grounds: list[QWidget] = []
        self._bodies: list[QVBoxLayout] = []
        self._body = column()
        self.keeps_text = True
        self._draft: TextDraft | None = None
        self._beyond: QWidget | None = None
        self.changed.connect(self._begin_draft)

    def _begin_draft(self) -> None:
        """What is typed is kept, unless the window around does that itself."""
        if self.keeps_text and self._draft is None:
            self._draft = TextDraft(self, lambda: self.is_changed, self.told)
        if self._draft is not None:
            self._draft.begin()

    # Building

    def add_tab(self, text: str) -> None:
        """Put what is added from now on onto a tab of this name."""
        if self._tabs is None:
            self._tabs = QTabWidget()
            self._tabs.setUsesScrollButtons(True)
            self._layout.addWidget(self._tabs, 1)
        self._tabs.addTab(self._new_page(), text)
        self._labels.append(text)

    def add(self, fields: Sequence[Field], *, heading: str = "") -> None:
        """Add a group of fields, with a heading where one helps."""
        body = self._current_body()
        if heading:
            body.insertWidget(body.count() - 1, label(heading, "heading"))
        body.insertWidget(body.count() - 1, _FieldGrid(fields))
        for field in fields:
            self.fields[field.name] = field
            self._page_of[field.name] = max(0, len(self._labels) - 1)
            field.changed.connect(self.changed)
        self.settle()

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, as a list or a note."""
        body = self._current_body()
        body.insertWidget(body.count() - 1, widget)

    def let_grow(self, name: str) -> None:
        """Give a field of the present page the height that is left, as a long list wants it."""
        grid = self.fields[name].parentWidget()
        if grid is not None:
            self._body.setStretchFactor(grid, _ALL_THERE_IS)

    # Enter

    def lead_on(self, button: QWidget) -> None:
        """Let Enter in the last field lead to this button, which the next Enter presses."""
        self._beyond = button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, as on paper; it never saves by itself.

        What comes here was of no use to the field itself: several lines take it for a new one,
        a list for what it does with its row.
        """
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not self._go_on(QApplication.focusWidget()):
            event.ignore()

    def _go_on(self, present: QWidget | None) -> bool:
        """Put the keyboard where Enter leads; False where it is for others to use."""
        if isinstance(present, QToolButton):
            present.click()
            return True
        if isinstance(present, QAbstractItemView):
            return False
        names = [name for name, field in self._asked().items() if field.isEnabled()]
        here = [name for name in names if present and self.fields[name].isAncestorOf(present)]
        if not here or not self.fields[here[0]].is_filled_by_keys:
            return False
        further = names[names.index(here[0]) + 1 :]
        wanted = next((name for name in further if self.fields[name].is_filled_by_keys), None)
        if wanted is not None:
            self.show_field(wanted)
            self.fields[wanted].select_all()
        elif self._beyond is not None:
            self._beyond.setFocus(Qt.FocusReason.TabFocusReason)
        return wanted is not None or self._beyond is not None

    # Values

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self.fields[name]

    def values(self) -> dict[str, Any]:
        """What is filled in, by name."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill in what is known; names without a field are passed over."""
        for name, value in values.items():
            if name in self.fields:
                self.fields[name].set_value(value)
        self.settle()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as a draft keeps it."""
        return {name: field.typed() for name, field in self.fields.items()}

    def told(self) -> dict[str, str]:
        """Label → what stands in the field, of all that were filled in and may lie on a disk."""
        said = {one.text: one.said() for one in self.fields.values() if not one.secret}
        return {name: text for name, text in said.items() if text}

    def set_typed(self, raw: Mapping[str, Any]) -> None:
        """Give back what a draft kept; it counts as changed."""
        for name, value in raw.items():
            if name in self.fields:
                self.fields[name].set_typed(value)

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than was filled in at first."""
        return self.typed() != self._settled

    def settle(self) -> None:
        """What stands there now is the beginning."""
        self._settled = self.typed()

    def renew(self, values: Mapping[str, Any]) -> None:
        """Show what the books say now, except where the officer has typed something else."""
        before, typed = self._settled, self.typed()
        self.set_values(values)
        self.set_typed({name: raw for name, raw in typed.items() if raw != before.get(name)})

    def let_read(self, only: bool = True) -> None:
        """Let everything be seen and nothing be typed, or typed again."""
        for field in self.fields.values():
            field.setEnabled(not only)

    # Problems

    def problems(self) -> dict[str, str]:
        """What must be mended before saving: sentence by name of field that is asked for."""
        found = ((name, field.problem()) for name, field in self._asked().items())
        return {name: sentence for name, sentence in found if sentence}

    def mark(self, problems: Mapping[str, str]) -> list[str]:
        """Show problems beside their fields, and go to the first of them.

        Returns:
            The sentences that belong to no field seen here and must be told otherwise.
        """
        asked = self._asked()
        marked = [name for name in asked if name in problems]
        for name, field in asked.items():
            field.show_problem(problems.get(name, ""))
        self._count_on_tabs(marked)
        if marked:
            self.show_field(marked[0])
        return [sentence for name, sentence in problems.items() if name not in asked]

    def show_field(self, name: str) -> None:
        """Bring a field into sight and put the keyboard there."""
        if self._tabs is not None:
            self._tabs.setCurrentIndex(self._page_of[name])
        field = self.fields[name]
        field.focus()
        parent = field.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(field)

    def show_tab(self, text: str) -> None:
        """Bring the tab of this name into sight."""
        if self._tabs is not None and text in self._labels:
            self._tabs.setCurrentIndex(self._labels.index(text))

    def wanted_size(self, width: int) -> QSize:
        """The size at which everything is seen without scrolling, at this width."""
        for grid in self.findChildren(_FieldGrid):
            grid.fit(width)
            grid.updateGeometry()
        for body in self._bodies:
            body.invalidate()  # Qt keeps the height of one column in mind until it is shown
        grounds = [ground.sizeHint() for ground in self._grounds]
        tabs = self._tabs.tabBar().sizeHint().height() if self._tabs is not None else 0
        widest = max((size.width() for size in grounds), default=0)
        highest = max((size.height() for size in grounds), default=0)
        return QSize(max(width, widest), highest + tabs + self.fontMetrics().height())

    def _asked(self) -> dict[str, Field]:
        """The fields that nobody has hidden because they are not wanted now."""
        return {name: field for name, field in self.fields.items() if _is_asked(field)}

    def _count_on_tabs(self, marked: Sequence[str]) -> None:
        for place, text in enumerate(self._labels):
            count = sum(self._page_of[name] == place for name in marked)
            if self._tabs is not None:
                self._tabs.setTabText(place, f"{text} (sửa {count})" if count else text)

    def _current_body(self) -> QVBoxLayout:
        if not self._grounds:
            self._layout.addWidget(self._new_page(), 1)
        return self._body

    def _new_page(self) -> QWidget:
        """A page that scrolls when it is higher than the window; fields go there now."""
        ground = QWidget()
        self._grounds.append(ground)
        self._body = column(ground, margin=16, spacing=16)
        self._bodies.append(self._body)
        self._body.addStretch(1)
        if not self._scrolls:
            return ground
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setWidget(ground)
        return page


class _FieldGrid(QWidget):
    """Fields one below the other; beside each other where the width allows two."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = list(fields)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(14)
        self._columns = 1
        for field in fields:
            field.installEventFilter(self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Use as many columns as suit this width."""
        columns = 2 if width >= self.fontMetrics().height() * _TWO_COLUMNS_FROM else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is not asked for any more leaves no gap."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        columns = self._columns
        row = at = 0
        for field in filter(_is_asked, self._fields):
            span = columns if field.wide else 1
            if at + span > columns:
                row, at = row + 1, 0
            self._grid.addWidget(field, row, at, 1, span)
            at += span
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)


def _is_asked(field: Field) -> bool:
    """Whether nobody has hidden it; before the window is shown, nothing is visible yet."""
    told = field.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not (told and field.isHidden())
