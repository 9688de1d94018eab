"""What the chosen blank is tied to: searched among figures, words and lists, then refined."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from ccb_desktop.domain.figures.registry import INDICATOR, Shape
from ccb_desktop.domain.superior_forms.shapes import Blank
from ccb_desktop.domain.superior_forms.suggesting import Offer, offers_for, suggested
from ccb_desktop.domain.superior_forms.tie_words import (
    KIND_LABEL,
    SPELLING_LABEL,
    aspect_label,
    aspects_of,
    told,
)
from ccb_desktop.domain.superior_forms.ties import Aspect, Spelling, Tie, TieKind
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.empty_note import EmptyNote, EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_OFFER = Qt.ItemDataRole.UserRole
_ROWS_SEEN = 4
_NOTHING = EmptyText(
    "Không thấy dòng nào khớp", "Gõ ít chữ hơn, hoặc bấm Lời cố định, Gõ tay mỗi kỳ."
)
_WIDE = 11  # in heights of the text


class TiePane(QWidget):
    """Beside the form: one blank at a time."""

    tied = Signal(object)
    """The chosen blank gets another `Tie`, or `None`."""

    columns_wanted = Signal(str)
    """The columns of a list are to be read, by its name."""

    def __init__(self, units: Sequence[tuple[str, str]]) -> None:
        """Build it.

        Args:
            units: Code and name of the units whose figures can be taken.
        """
        super().__init__()
        self._units = dict(units)
        self._blank: Blank | None = None
        self._tie: Tie | None = None
        self._title = label("", "heading")
        self._now = label("")
        self.search = SearchLine("Tìm số liệu, danh sách, lời")
        self.offers = _Offers()
        self.fields: dict[str, Any] = self._make_fields()
        layout = column(self, margin=8, spacing=8)
        layout.addWidget(self._title)
        layout.addWidget(self._now)
        layout.addWidget(FieldRow([(field, _WIDE) for field in self.fields.values()]))
        layout.addLayout(self._buttons())
        layout.addWidget(self.search)
        layout.addWidget(self.offers, 1)
        layout.addWidget(button("Gắn dòng đang chọn", self._take_chosen, icon="check"))
        for field in self.fields.values():
            field.changed.connect(self._refine)
        self.search.textChanged.connect(self._offer)
        self.search.down_pressed.connect(self._enter_offers)
        self.search.returnPressed.connect(self._take_first)
        self.offers.taken.connect(self._take)
        self._show_fields()

    def _make_fields(self) -> dict[str, Any]:
        return {
            "aspect": ChoiceField("aspect", "Lấy gì", [], none="Số kỳ này", empty=Aspect.VALUE),
            "entry": ChoiceField("entry", "Khoản", [], none="Tất cả các khoản", empty=""),
            "unit": ChoiceField(
                "unit", "Của ai", list(self._units.items()), none="Toàn Hội", empty=""
            ),
            "spelling": ChoiceField(
                "spelling",
                "Cách ghi",
                [(Spelling.WORDS, SPELLING_LABEL[Spelling.WORDS])],
                none=SPELLING_LABEL[Spelling.DIGITS],
                empty=Spelling.DIGITS,
            ),
            "column": ChoiceField("column", "Cột", [], none="Chọn cột", empty=""),
            "filter": TextField("filter", "Chỉ lấy dòng có chữ"),
            "text": TextField("text", "Lời in vào ô này"),
        }

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=6)
        row.addWidget(button("Lời cố định", lambda: self._begin(TieKind.TEXT)))
        row.addWidget(button("Gõ tay mỗi kỳ", lambda: self._begin(TieKind.TYPED)))
        self._untie = button("Bỏ gắn", lambda: self.tied.emit(None), icon="delete")
        row.addWidget(self._untie)
        return row

    # What is shown

    def show_blank(self, number: int | None, blank: Blank, tie: Tie | None) -> None:
        """Show another blank, or the same one with another tie."""
        is_other = blank is not self._blank
        self._blank, self._tie = blank, tie
        which = f"Ô số {number}" if number else "Ô trống"
        self._title.setText(f"{which}: {blank.label}" if blank.label else which)
        if is_other:
            self.search.clear()
            self._offer()
        self._fill_fields()
        self._show_fields()
        self._untie.setEnabled(tie is not None)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Say what the blank is tied to, and what would stand there."""
        if self._tie is None:
            self._now.setText("Chưa gắn với gì.")
            return
        unit = self._units.get(self._tie.unit, "")
        stands = f"\nKỳ đang xem: {value}" if value else ""
        self._now.setText(f"Đã gắn: {told(self._tie, unit)}{stands}")

    def show_columns(self, name: str, columns: Sequence[str]) -> None:
        """Offer the columns of a list that was asked for."""
        if self._tie is not None and self._tie.name == name:
            self.fields["column"].set_choices([(one, one) for one in columns])
            self.fields["column"].set_value(self._tie.column)

    def show_entries(self, entries: Sequence[str]) -> None:
        """Offer the entries that a figure has in the period that is looked at."""
        if self._tie is not None and self._tie.kind is TieKind.FIGURE:
            self.fields["entry"].set_choices([(one, one) for one in entries])
            self.fields["entry"].set_value(self._tie.entry)

    def _offer(self) -> None:
        """What fits what was typed; before that what the words beside the blank suggest."""
        typed = self.search.text()
        first = suggested(self._blank.label) if self._blank is not None and not typed else []
        self.offers.show_offers(first, offers_for(typed))

    def _fill_fields(self) -> None:
        tie = self._tie
        if tie is None:
            return
        indicator = INDICATOR.get(tie.name)
        if tie.kind is TieKind.FIGURE and indicator is not None:
            aspects = [one for one in aspects_of(indicator) if one is not Aspect.VALUE]
            choices = [(one, aspect_label(indicator, one)) for one in aspects]
            self.fields["aspect"].set_choices(choices)
        for name in ("aspect", "entry", "unit", "spelling", "column"):
            self.fields[name].set_value(getattr(tie, name))
        for name in ("filter", "text"):
            if self.fields[name].value() != getattr(tie, name):
                self.fields[name].set_value(getattr(tie, name))

    def _show_fields(self) -> None:
        tie = self._tie
        kind = tie.kind if tie is not None else None
        indicator = INDICATOR.get(tie.name) if tie is not None else None
        several = indicator is not None and indicator.shape is not Shape.NUMBER
        wanted = {
            "aspect": kind is TieKind.FIGURE,
            "entry": kind is TieKind.FIGURE and several,
            "unit": kind is TieKind.FIGURE,
            "spelling": kind is TieKind.FIGURE and not several,
            "column": kind is TieKind.COLUMN,
            "filter": kind is TieKind.COLUMN,
            "text": kind is TieKind.TEXT,
        }
        for name, is_wanted in wanted.items():
            self.fields[name].setVisible(is_wanted)

    # What is done

    def _enter_offers(self) -> None:
        self.offers.setFocus()
        self.offers.setCurrentRow(0)

    def _take_first(self) -> None:
        """Enter in the search line takes what stands first."""
        if self.offers.count():
            self.offers.setCurrentRow(max(0, self.offers.currentRow()))
            self._take_chosen()

    def _take_chosen(self) -> None:
        item = self.offers.currentItem()
        if item is not None:
            self._take(item.data(_OFFER))

    def _take(self, offer: Offer) -> None:
        self.tied.emit(offer.tie)
        if offer.tie.kind is TieKind.COLUMN:
            self.columns_wanted.emit(offer.tie.name)
            self.fields["column"].focus()

    def _begin(self, kind: TieKind) -> None:
        self.tied.emit(Tie(kind=kind))
        if kind is TieKind.TEXT:
            self.fields["text"].focus()

    def _refine(self) -> None:
        if self._tie is None:
            return
        values = {name: field.value() for name, field in self.fields.items()}
        asked = {
            TieKind.FIGURE: ("aspect", "entry", "unit", "spelling"),
            TieKind.COLUMN: ("column", "filter"),
            TieKind.TEXT: ("text",),
        }.get(self._tie.kind, ())
        made = replace(self._tie, **{name: values[name] for name in asked})
        if made != self._tie:
            self.tied.emit(made)


class _Offers(QListWidget):
    """The list to choose from: Enter or a double click takes a line."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Số liệu, lời và danh sách có thể gắn")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.fontMetrics().height() * 2 * _ROWS_SEEN)
        self._note = EmptyNote(self)
        self.itemDoubleClicked.connect(lambda item: self.taken.emit(item.data(_OFFER)))

    def show_offers(self, first: Sequence[Offer], others: Sequence[Offer]) -> None:
        self.clear()
        for offer in first:
            self._add(f"Đề nghị: {_named(offer)}", offer)
        for offer in others:
            self._add(_named(offer), offer)
        if self.count():
            self._note.go()
        else:
            self._note.tell(_NOTHING)

    def _add(self, text: str, offer: Offer) -> None:
        item = QListWidgetItem(text)
        item.setData(_OFFER, offer)
        self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.taken.emit(item.data(_OFFER))
        else:
            super().keyPressEvent(event)


def _named(offer: Offer) -> str:
    """`Số liệu · Hội viên cuối kỳ (hội viên), số cùng kỳ trước`."""
    indicator, tie = INDICATOR.get(offer.tie.name), offer.tie
    what = ""
    if tie.kind is TieKind.FIGURE and indicator is not None and tie.aspect is not Aspect.VALUE:
        what = f", {aspect_label(indicator, tie.aspect).lower()}"
    kind = "" if tie.kind is TieKind.COLUMN else f"{KIND_LABEL[tie.kind]} · "
    return f"{kind}{offer.label}{what}"


def scrolling(pane: QWidget) -> QScrollArea:
    """The pane in a frame that scrolls where the text is large."""
    ground = QScrollArea()
    ground.setWidgetResizable(True)
    ground.setFrameShape(QFrame.Shape.NoFrame)
    ground.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    ground.setWidget(pane)
    return ground
