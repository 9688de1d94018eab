"""A form as it looks, its blanks numbered: clicked with the mouse, walked through with Tab.

Public: `FormView` with `show_form(shape, values)`, `choose(blank)`, `chosen`, `next_blank(step)`;
signals `blank_chosen` (another blank is chosen) and `blank_wanted` (Enter: go on with it).
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTabBar, QTextBrowser, QTextEdit, QWidget

from ccb_desktop.domain.superior_forms.shapes import FormShape, blanks_in
from ccb_desktop.ui.kit.theme import worn
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.reports.superior_forms.form_page import (
    Shown,
    ToldBlank,
    address_of,
    blank_at,
    form_page,
    is_of_word,
    texts_of,
    told_blank,
)


class FormView(QWidget):
    """The form, with a tab for each sheet of a workbook."""

    blank_chosen = Signal(int)
    blank_wanted = Signal()

    def __init__(self, *, clickable: bool = True) -> None:
        """Begin empty.

        Args:
            clickable: Whether blanks can be chosen, or the form is only read.
        """
        super().__init__()
        self._clickable = clickable
        self._shape = FormShape(sections=(), blanks=())
        self._values: Mapping[int, str] = {}
        self._order: list[int] = []
        self._at: dict[int, tuple[int, int]] = {}
        self.chosen = -1
        self.sheets = QTabBar()
        self.sheets.setAccessibleName("Trang tính của biểu mẫu")
        self.sheets.setUsesScrollButtons(True)
        self.page = _FormPage(self)
        self.page.setAccessibleName("Biểu mẫu")
        layout = column(self, spacing=0)
        layout.addWidget(self.sheets)
        layout.addWidget(self.page, 1)
        self.sheets.currentChanged.connect(lambda _place: self._draw())
        self.page.blank_pressed.connect(self.choose)
        self.page.entered.connect(self.blank_wanted)

    def show_form(self, shape: FormShape, values: Mapping[int, str] | None = None) -> None:
        """Show a form.

        Args:
            shape: The form.
            values: Number of a blank → what stands there, of those that are tied.
        """
        is_other, numbers = shape is not self._shape, self.numbers
        before, self._values = self._shown(), values or {}
        self._shape = shape
        self._order = [
            number
            for section in shape.sections
            for number in blanks_in(section.blocks)
            if shape.blanks[number].likely or number in self._values
        ]
        if is_other:
            self._offer_sheets()
        if is_other or numbers != self.numbers:
            self._draw()
        else:
            self._tell_anew(before)
        if is_other and self._clickable and self._order:
            self.choose(self._order[0])

    @property
    def numbers(self) -> dict[int, int]:
        """Number of a blank in the shape → the number by which the officer knows it."""
        return {blank: place for place, blank in enumerate(self._order, 1)}

    def choose(self, blank: int) -> None:
        """Choose a blank and bring it into sight."""
        self.chosen = blank
        if not is_of_word(self._shape):
            self.sheets.setCurrentIndex(self._shape.section_of(blank))
        self._mark()
        self.blank_chosen.emit(blank)

    def next_blank(self, step: int) -> bool:
        """Go to the blank behind or before; tells whether there is one."""
        wanted = _next(self._order, self.chosen, step, self._shape)
        if wanted is None:
            return False
        self.choose(wanted)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Other colours and larger text need other words of the page."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._draw()

    def _offer_sheets(self) -> None:
        self.sheets.blockSignals(True)
        while self.sheets.count():
            self.sheets.removeTab(0)
        for section in self._shape.sections:
            self.sheets.addTab(section.name)
        self.sheets.blockSignals(False)
        self.sheets.setVisible(not is_of_word(self._shape) and self.sheets.count() > 1)

    def _draw(self) -> None:
        """Write the page anew where it was scrolled to."""
        bars = self.page.horizontalScrollBar(), self.page.verticalScrollBar()
        places = [bar.value() for bar in bars]
        section = max(0, self.sheets.currentIndex())
        look = worn(self.palette())
        self.page.setHtml(form_page(self._shape, section, self._shown(), look))
        self._at = self.page.blank_places()
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)
        self._mark()

    def _shown(self) -> Shown:
        return Shown(
            numbers=self.numbers,
            values=self._values,
            letter=self.fontMetrics().height(),
            clickable=self._clickable,
        )

    def _tell_anew(self, before: Shown) -> None:
        """Say anew only what stands in blanks that are tied to something else now."""
        now, theme = self._shown(), worn(self.palette())
        texts = dict(one for part in self._shape.sections for one in texts_of(part.blocks))
        for blank in sorted(self._at, key=lambda blank: -self._at[blank][0]):
            text = texts.get(blank, "")
            told = told_blank(now, blank, text, theme)
            if told != told_blank(before, blank, text, theme):
                self.page.tell_blank(blank, self._at[blank], told)
        self._at = self.page.blank_places()
        self._mark()

    def _mark(self) -> None:
        """Frame the chosen blank, by more than its colour."""
        at = self._at.get(self.chosen)
        if at is None:
            self.page.setExtraSelections([])
            return
        look = QTextCharFormat()
        look.setBackground(self.palette().accent())
        look.setForeground(self.palette().base())
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        cursor = QTextCursor(self.page.document())
        for end in (at[1], at[0]):  # its end first, so that all of it is seen
            cursor.setPosition(end)
            self.page.setTextCursor(cursor)
            self.page.ensureCursorVisible()
        cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.format, made.cursor = look, cursor
        self.page.setExtraSelections([made])


class _FormPage(QTextBrowser):
    """The page itself: tells which blank is pressed, and goes through them with Tab."""

    blank_pressed = Signal(int)
    entered = Signal()

    def __init__(self, view: FormView) -> None:
        super().__init__()
        self._view = view
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def blank_places(self) -> dict[int, tuple[int, int]]:
        """Where each blank stands in the text: its first sign, and behind its last."""
        found: dict[int, tuple[int, int]] = {}
        block = self.document().begin()
        while block.isValid():
            for blank, begin, end in _blanks_of(block):
                found[blank] = (found.get(blank, (begin, end))[0], end)
            block = block.next()
        return found

    def tell_blank(self, blank: int, at: tuple[int, int], told: ToldBlank) -> None:
        """Say something else in the place of a blank."""
        look = QTextCharFormat()
        look.setAnchor(True)
        look.setAnchorHref(address_of(blank))
        look.setForeground(QColor(told.colour))
        if told.ground:
            look.setBackground(QColor(told.ground))
        look.setFontWeight(QFont.Weight.Bold if told.bold else QFont.Weight.Normal)
        cursor = QTextCursor(self.document())
        cursor.setPosition(at[0])
        cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(told.text, look)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes through the blanks, and out of the form behind the last one."""
        step = 1 if following else -1
        return self._view.next_blank(step) or super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the chosen blank."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere in a cell means the blank in it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not self.anchorAt(at):
            self._press_cell(at)

    def _press_cell(self, at: QPoint) -> None:
        blanks = _blanks_of(self.cursorForPosition(at).block())
        if blanks:
            self.blank_pressed.emit(blanks[0][0])

    def _follow(self, link: QUrl) -> None:
        blank = blank_at(link.toString())
        if blank is not None:
            self.blank_pressed.emit(blank)


def _blanks_of(block: QTextBlock) -> list[tuple[int, int, int]]:
    """The blanks of a line: number, first sign, behind the last one."""
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        blank = blank_at(piece.charFormat().anchorHref())
        if blank is not None:
            found.append((blank, piece.position(), piece.position() + piece.length()))
        pieces += 1
    return found


def _next(order: Sequence[int], chosen: int, step: int, shape: FormShape) -> int | None:
    """The blank behind or before in the order of reading; a chosen one may not be among them."""
    if chosen in order:
        place = order.index(chosen) + step
    else:
        read = [one for section in shape.sections for one in blanks_in(section.blocks)]
        before = set(read[: read.index(chosen)]) if chosen in read else set()
        count = sum(one in before for one in order)
        place = count if step > 0 else count - 1
    return order[place] if 0 <= place < len(order) else None
