"""The one list of the program: search as you type, sort, choose, act, count, export.

A subject says what its lines show (`columns.Column`) and what can be done with them
(`columns.Act`); everything else is here.

    table = RecordTable(
        "members", COLUMNS, acts=ACTS, id_of=lambda line: line.id, noun="hội viên",
        empty=EmptyText("Chưa có hội viên nào", "Đưa danh sách Excel của các chi hội vào trước."),
        state=desk.state, on_export=self._export,
    )
    table.set_lines(lines)             # keeps query, filters, sorting, and selection by id
    table.add_choice("Chi hội", [(None, "Tất cả"), (3, "Chi hội 3")], lambda line: line.unit_id)
    table.set_rule("sick", lambda line: line.is_sick)   # None takes it away
    table.chosen()                     # chosen lines, in the order seen
    table.choose_ids({12})
    table.seen()                       # SeenTable: columns and rows as they are seen

`filters` and `columns` are what stands above and below the list, for more than this.

Signals: `chosen_changed` (the selection is another one), `seen_changed` (other rows are seen).
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ccb_desktop.domain.masking import masked_cell
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyNote, EmptyText
from ccb_desktop.ui.kit.page import page_of
from ccb_desktop.ui.kit.page_ground import stands_low
from ccb_desktop.ui.kit.record_model import RecordModel
from ccb_desktop.ui.kit.row_order import RowOrder
from ccb_desktop.ui.kit.seat import place_of
from ccb_desktop.ui.kit.table_acts import TableActs
from ccb_desktop.ui.kit.table_columns import ColumnChooser
from ccb_desktop.ui.kit.table_filters import TableFilters
from ccb_desktop.ui.kit.table_view import TableView, TotalsRow
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.kit.window_state import WindowState

T = TypeVar("T")

_PREPARE_FOR = 0.008  # seconds at a time, so that the window stays live meanwhile
_SUMMED_AT_ONCE = 5_000  # rows
_SUM_AFTER = 250  # milliseconds without a key
_READING = EmptyText("Đang đọc sổ…", "")
_NO_MATCH = "Bỏ bớt chữ trong ô lọc, hoặc bấm nút dưới đây để xem lại tất cả."


class RecordTable(QWidget, Generic[T]):
    """A list of records with everything that belongs to it."""

    chosen_changed = Signal()
    seen_changed = Signal()

    _is_filled = False
    _reader: Background | None = None

    _one_row = False  # whether acts are folded at every size of text

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        *,
        id_of: Callable[[T], Hashable],
        acts: Sequence[Act[T]] = (),
        noun: str = "dòng",
        empty: EmptyText | None = None,
        search_key: Callable[[T], str] | None = None,
        state: WindowState | None = None,
        on_export: Callable[[SeenTable], object] | None = None,
        brief: int = 0,
    ) -> None:
        """Build an empty list.

        Args:
            name: Under which the arrangement of columns is remembered.
            columns: All columns, in their first order.
            id_of: What stays the same of a line after every refresh.
            acts: What can be done; each gets a button and a place in the context menu.
            noun: What is counted, as `hội viên`.
            empty: What to say when there are no lines at all.
            search_key: A `people_names.match_key` the line already carries, for long lists.
            state: Where the columns are remembered.
            on_export: Gets the list as it is seen; without it there is no export button.
            brief: For a short list that is part of a form: it has neither search box nor
                choice of columns, and room for this many rows.
        """
        super().__init__()
        self._noun = noun
        self._empty = empty or EmptyText("Chưa có gì trong danh sách này", "")
        self._wanted: set[Hashable] = set()
        self._current: Hashable = None
        self._restoring, self._is_low, self._is_brief = False, False, bool(brief)
        self._order = RowOrder(columns, search_key)
        self.model = RecordModel(columns, self._order, id_of)
        self.view = TableView(self.model)
        self.filters = TableFilters(self._set_query, self.set_rule, self._fit_acts)
        self._bar = FlowLayout() if brief else self.filters.bar
        self._acts = TableActs(self.view, self._bar, acts, self.chosen)
        self.columns = ColumnChooser(name, self.view, state or WindowState(None), self.sort_by)
        self._note = EmptyNote(self.view)
        self._totals = TotalsRow(self.view)
        self._count = label("", "soft", wrap=False)
        self._idle = QTimer(self, interval=0)
        self._sum_later = QTimer(self, interval=_SUM_AFTER, singleShot=True)
        self._build(on_export, brief)
        self._connect()
        self._tell()

    # What a page does with it

    def set_lines(self, lines: Iterable[T]) -> None:
        """Show other lines; query, filters, sorting and selection stay."""
        self._is_filled = True
        self._reread(lambda: self._order.set_lines(lines))
        self._idle.start()

    def set_empty(self, text: EmptyText) -> None:
        """Say something else when there are no lines at all."""
        self._empty = text
        self._tell()

    def set_rule(self, name: str, rule: Callable[[T], bool] | None) -> None:
        """Show only lines that fit this rule as well; None takes the rule away."""
        self._reread(lambda: self._order.set_rule(name, rule))

    def add_choice(
        self,
        text: str,
        choices: Sequence[tuple[Any, str]],
        value_of: Callable[[T], Any],
        *,
        more: bool = False,
    ) -> None:
        """Offer a filter above the list.

        Args:
            text: What is chosen, as `Chi hội`.
            choices: Value and label; the value None shows all lines.
            value_of: The value of a line; a collection fits when the value is in it.
            more: Whether it is seen only after a press on `Lọc thêm`.
        """
        self.filters.add_choice(text, choices, value_of, more=more)

    def sort_by(self, column_id: str, *, descending: bool = False) -> None:
        """Order the lines by a column."""
        place = [c.id for c in self.model.columns].index(column_id)
        chosen = self.model.columns[place]
        self._reread(lambda: self._order.sort_by(chosen, descending=descending))
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.view.horizontalHeader().setSortIndicator(place, way)

    def chosen(self) -> list[T]:
        """The chosen lines, in the order seen."""
        return [self.model.line_at(row) for row in self.view.chosen_rows()]

    def choose_ids(self, ids: Iterable[Hashable]) -> None:
        """Choose the records with these ids, as far as they are seen."""
        self._wanted = set(ids)
        self._current = next(iter(self._wanted), None)
        self._restore()
        self.view.come_into_sight()

    def seen(self) -> SeenTable:
        """The list as it is seen, every cell as text."""
        shown = self._shown_columns()
        return SeenTable(
            headers=[c.label for c in shown],
            rows=[[c.text(line) for c in shown] for line in self._order.seen()],
            aligns=[c.align for c in shown],
        )

    def seen_lines(self) -> list[T]:
        """The lines that are seen, in order."""
        return self._order.seen()

    def keep_one_row(self) -> None:
        """At every size of text fold the acts that do not fit into one row, as if it were low.

        For pages that have other rows of buttons above the list.
        """
        self._one_row = True
        self._fit_acts()

    def show_all(self) -> None:
        """Take away query and filters."""
        self.filters.clear()

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something behind what stands below the list, such as the button of a window."""
        self._foot_row.addWidget(widget)

    # Building

    def _build(self, on_export: Callable[[SeenTable], object] | None, brief: int) -> None:
        layout = column(self, spacing=8)
        layout.addLayout(self._bar)
        if not brief:
            self._bar.addWidget(self.filters.see_all)  # last, so that no act moves when it comes
            layout.addLayout(self.filters.more_bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._totals)
        self.view.setAccessibleName(f"Danh sách {self._noun}")
        if brief:
            self.view.set_room(brief)
        else:
            layout.addLayout(self._foot(on_export))
            self.setTabOrder(self.filters.search, self.view)

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, what stands above the list takes one row: the rest is folded."""
        if is_low != self._is_low and not self._is_brief:
            self._is_low = is_low
            self.filters.set_low(is_low)
            self._acts.fit(self.width() if is_low or self._one_row else None)

    def showEvent(self, event: QShowEvent) -> None:
        """A list that is built later learns where it stands."""
        self.set_low(stands_low(self))
        self._acts.stand_in(place_of(self))
        self._watch_reader()
        if not self._order.lines:
            self._tell()
        super().showEvent(event)

    def _watch_reader(self) -> None:
        """Until it has lines for the first time, tell whether they are being read."""
        page = page_of(self)
        if self._reader is None and page is not None and not self._is_filled:
            self._reader = page.desk.background
            self._reader.asked.connect(self._tell_reading)
            self._reader.ended.connect(self._tell_reading)

    def _tell_reading(self) -> None:
        if not self._is_filled and self.isVisible():
            self._tell()

    @property
    def _is_awaited(self) -> bool:
        """Whether its first lines are still being read."""
        return not self._is_filled and self._reader is not None and self._reader.works_for(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower row has room for fewer acts."""
        self._fit_acts()
        super().resizeEvent(event)

    def _fit_acts(self) -> None:
        if self._is_low or self._one_row:
            self._acts.fit(self.width())

    def _foot(self, on_export: Callable[[SeenTable], object] | None) -> QHBoxLayout:
        foot = self._foot_row = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.columns.button)
        if on_export is not None:
            foot.addWidget(button("Xuất ra Excel", lambda: on_export(self.seen()), icon="export"))
        return foot

    def _connect(self) -> None:
        self._idle.timeout.connect(self._prepare)
        self._sum_later.timeout.connect(self._sum_up)
        self._note.room_wanted.connect(self.view.ask_for_room)
        self.view.selectionModel().selectionChanged.connect(self._note_choice)
        self.view.sort_wanted.connect(self._sort_clicked)
        self.filters.search.down_pressed.connect(self._enter_rows)
        QShortcut(
            QKeySequence.StandardKey.Copy,
            self.view,
            self._copy,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        self.columns.restore()

    def _shown_columns(self) -> list[Column[T]]:
        """The columns that are seen, from left to right."""
        head = self.view.horizontalHeader()
        places = map(head.logicalIndex, range(head.count()))
        return [self.model.columns[place] for place in places if not head.isSectionHidden(place)]

    # What happens

    def _set_query(self, text: str) -> None:
        self._reread(lambda: self._order.set_query(text))

    def _sort_clicked(self, place: int) -> None:
        """The first click sorts upwards, the next one the other way round."""
        again = self.columns.sorted_by == (self.model.columns[place].id, False)
        self.columns.sort(self.model.columns[place].id, descending=again)

    def _reread(self, change: Callable[[], None]) -> None:
        """Change what is seen; choose again by id what was chosen before."""
        self._restoring = True
        self.model.reread(change)
        self._restore()
        self._tell()
        self.seen_changed.emit()

    def _restore(self) -> None:
        """Choose again by id what was chosen before."""
        self._restoring = True
        rows = self.model.rows_of(self._wanted)
        current = self.model.rows_of((self._current,)) if self._current is not None else []
        self.view.choose_rows(rows, current[0] if current else None)
        self._restoring = False
        self._chosen_is_another()

    def _note_choice(self) -> None:
        """Remember by id what the officer has chosen."""
        if self._restoring:
            return
        index = self.view.currentIndex()
        self._wanted = {self.model.id_of(line) for line in self.chosen()}
        self._current = (
            self.model.id_of(self.model.line_at(index.row())) if index.isValid() else None
        )
        self._chosen_is_another()

    def _chosen_is_another(self) -> None:
        self._acts.refresh()
        self._tell_count()
        self.chosen_changed.emit()

    def _prepare(self) -> None:
        if self._order.prepare(_PREPARE_FOR):
            self._idle.stop()

    def _enter_rows(self) -> None:
        """From the search box down into the list."""
        self.view.setFocus()
        if self._order.visible and not self.view.chosen_rows():
            self.view.selectRow(0)

    def _copy(self) -> None:
        """Chosen rows to the clipboard, as Word and Excel take them, their numbers masked."""
        shown, chosen = self._shown_columns(), self.chosen()
        rows = ("\t".join(masked_cell(c.label, c.text(line)) for c in shown) for line in chosen)
        QApplication.clipboard().setText("\n".join(rows))
        page = page_of(self)
        if page is not None and chosen:
            page.desk.broadcast.rows_copied.emit(self._noun, len(chosen))

    # What is told

    def _tell(self) -> None:
        self._tell_count()
        self._tell_totals()
        if self._order.visible:
            self._note.go()
        elif self._order.lines:
            self._note.tell(
                EmptyText(f"Không có {self._noun} nào khớp", _NO_MATCH, "Xem tất cả", self.show_all)
            )
        elif self._is_awaited:
            self._note.tell(_READING)
            self._count.setText("")
        else:
            told = self._empty
            self._note.tell(told if self._acts.may_write else EmptyText(told.title, told.advice))

    def _tell_count(self) -> None:
        seen, all_lines = len(self._order.visible), len(self._order.lines)
        counted = (
            number(all_lines) if seen == all_lines else f"{number(seen)} / {number(all_lines)}"
        )
        chosen = len(self.view.chosen_rows())
        told = f" · đang chọn {number(chosen)}" if chosen > 1 else ""
        where = " · khớp ở các cột khác" if self._order.found_elsewhere else ""
        self._count.setText(f"{counted} {self._noun}{where}{told}")

    def _tell_totals(self) -> None:
        """Sum up now, or, over many rows, when he pauses in typing."""
        summed = any(column.total is not None for column in self.model.columns)
        self._totals.setVisible(summed and bool(self._order.visible))
        if summed and len(self._order.visible) > _SUMMED_AT_ONCE:
            self._sum_later.start()
        elif summed:
            self._sum_up()

    def _sum_up(self) -> None:
        self._sum_later.stop()
        seen = self._order.seen()
        summed = ((i, c.total) for i, c in enumerate(self.model.columns) if c.total is not None)
        self._totals.set_totals({place: total(seen) for place, total in summed})
