"""The window in which blanks are tied: the form at the left, what they are tied to beside it."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.members.units import UnitKind, natural_order
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import Tie, TieKind, as_json, from_json
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import units
from ccb_desktop.operations.superior_forms import filling, forms
from ccb_desktop.operations.superior_forms.forms import OpenForm
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import button, label
from ccb_desktop.ui.reports.desk.period_choice import PeriodChoice
from ccb_desktop.ui.reports.superior_forms.form_view import FormView
from ccb_desktop.ui.reports.superior_forms.tie_pane import TiePane, scrolling
from ccb_desktop.ui.reports.superior_forms.work_dialog import WorkDialog

TIES = "superior_ties"  # kind of draft
_UNIT_KINDS = (UnitKind.CHI_HOI, UnitKind.CLUB)


class TieDialog(WorkDialog):
    """Tab goes through the blanks, Enter to what the blank is tied to."""

    draft_kind = TIES
    save_label = "Lưu các ô đã gắn"

    def __init__(self, parent: QWidget, desk: Desk, store: Store, opened: OpenForm) -> None:
        """Open the window over a form that was read."""
        title = f"Gắn ô của biểu mẫu: {opened.form.title}"
        super().__init__(parent, desk, title, opened.form.id or 0)
        self._store = store
        self._opened = opened
        self._blanks = opened.shape.blanks
        places = {blank.place: number for number, blank in enumerate(self._blanks)}
        read = ((places.get(one.place), from_json(one.tie)) for one in opened.blanks)
        self.ties: dict[int, Tie] = {at: tie for at, tie in read if at is not None and tie}
        self._values: dict[int, str] = {}
        self._columns: dict[str, list[str]] = {}
        self._entries: Mapping[str, tuple[str, ...]] = {}
        self.period = PeriodChoice()
        self.view = FormView()
        self.pane = TiePane(_units(store))
        self._count = label("", wrap=False)
        self._build()
        self.period.changed.connect(self._read_values)
        self.view.blank_chosen.connect(self._show_blank)
        self.view.blank_wanted.connect(self.pane.search.setFocus)
        self.pane.tied.connect(self._tie)
        self.pane.columns_wanted.connect(self._read_columns)
        self.view.show_form(opened.shape, self._told())
        self._read_values()
        self.view.page.setFocus()

    def _build(self) -> None:
        self.body.addWidget(self.period)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.view)
        sides.addWidget(scrolling(self.pane))
        sides.setStretchFactor(0, 3)
        sides.setStretchFactor(1, 2)
        width = self.width()
        sides.setSizes([round(width * 0.6), round(width * 0.4)])
        self.body.addWidget(sides, 1)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        before, behind = partial(self._step, -1), partial(self._step, 1)
        row.addWidget(button("Ô trước", before, icon="back", shortcut="Ctrl+Up"))
        row.addWidget(button("Ô sau", behind, icon="next", shortcut="Ctrl+Down"))
        row.addWidget(button("Bỏ", self.reject))
        row.addWidget(
            button(self.save_label, self.save, role="main", icon="save", shortcut="Ctrl+S")
        )
        self.body.addLayout(row)

    # What is kept

    def save(self) -> None:
        """Keep all ties as one act, and close."""
        try:
            change = forms.save_ties(self._store, self._opened, self._as_blanks(), self.form_id)
        except UserError as error:
            self.tell_failed(error)
            return
        self.tell_saved(change)
        self.accept()

    def typed(self) -> dict[str, Any]:
        """The ties, by place."""
        return {self._blanks[at].place: as_json(tie) for at, tie in self.ties.items()}

    def take_typed(self, typed: Mapping[str, Any]) -> None:
        """The ties that a draft kept, as far as their places are still there."""
        places = {blank.place: number for number, blank in enumerate(self._blanks)}
        read = ((places.get(place), from_json(str(tie))) for place, tie in typed.items())
        self.ties = {at: tie for at, tie in read if at is not None and tie}
        self._redraw()

    def _as_blanks(self) -> list[FormBlank]:
        return [
            FormBlank(
                place=self._blanks[at].place,
                label=self._blanks[at].label,
                tie=as_json(self.ties[at]),
            )
            for at in sorted(self.ties)
        ]

    # What is shown

    def _told(self) -> dict[int, str]:
        return {at: self._values.get(at, "…") for at in self.ties}

    def _redraw(self) -> None:
        self.view.show_form(self._opened.shape, self._told())
        self._show_blank(self.view.chosen)
        self._read_values()

    def _show_blank(self, at: int) -> None:
        if not 0 <= at < len(self._blanks):
            return
        tie = self.ties.get(at)
        self.pane.show_blank(self.view.numbers.get(at), self._blanks[at], tie)
        if tie is not None:
            self.pane.show_value(self._values.get(at, ""))
            if tie.kind is TieKind.COLUMN:
                self._read_columns(tie.name)
            self.pane.show_entries(self._entries.get(tie.name, ()))
        self._count.setText(f"Đã gắn {len(self.ties)} ô")

    def _step(self, step: int) -> None:
        self.view.next_blank(step)

    # What is done

    def _tie(self, tie: Tie | None) -> None:
        at = self.view.chosen
        if not 0 <= at < len(self._blanks):
            return
        if tie is not None and tie.kind is TieKind.COLUMN and not self._blanks[at].row:
            messages.tell(
                self,
                "Ô này không gắn với danh sách được.\nDanh sách cần một dòng của bảng để lặp lại "
                "cho từng người. Hãy chọn một ô trong dòng trống của bảng, không gộp nhiều dòng.",
            )
            return
        self._values.pop(at, None)
        if tie is None:
            self.ties.pop(at, None)
        else:
            self.ties[at] = tie
        self.note_change()
        self._redraw()

    def _read_values(self) -> None:
        """Work out what would stand in the tied blanks in the period that is looked at."""
        try:
            period, cut_off = self.period.period, self.period.cut_off
        except UserError:
            return
        ties = dict(self.ties)
        tied = [(FormBlank(place=str(at)), tie) for at, tie in ties.items()]
        self.desk.background.run(
            lambda _progress: filling.look_at(self._store, tied, period, cut_off),
            lambda found: self._show_values(ties, found),
            self._tell_no_values,
            label="Đang tính số liệu của các ô",
            owner=self,
        )

    def _show_values(self, ties: Mapping[int, Tie], found: filling.Looked) -> None:
        fresh = {at for at, tie in ties.items() if self.ties.get(at) == tie}
        self._values = {at: found.values[str(at)] for at in fresh}
        self._entries = found.entries
        self.view.show_form(self._opened.shape, self._told())
        self._show_blank(self.view.chosen)

    def _tell_no_values(self, error: UserError) -> None:
        self._values = {}
        self.pane.show_value(str(error))

    def _read_columns(self, name: str) -> None:
        if name in self._columns:
            self.pane.show_columns(name, self._columns[name])
            return
        self.desk.background.run(
            lambda _progress: filling.columns_of(self._store, name, date.today()),
            lambda columns: self._show_columns(name, columns),
            label="Đang đọc các cột của danh sách",
            owner=self,
        )

    def _show_columns(self, name: str, columns: list[str]) -> None:
        self._columns[name] = columns
        self.pane.show_columns(name, columns)


def _units(store: Store) -> list[tuple[str, str]]:
    """The chi hội and clubs in being, as they are counted."""
    found = [
        unit
        for unit in units.list_units(store)
        if unit.kind in _UNIT_KINDS and unit.stands_on(date.today())
    ]
    found.sort(key=lambda unit: natural_order(unit.name))
    return [(unit.code, unit.name) for unit in found]
