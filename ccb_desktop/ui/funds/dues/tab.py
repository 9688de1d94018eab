"""The tab Hội phí: who paid in a chi hội and year, ticked here and handed in at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.dues import DuesHandIn
from ccb_desktop.domain.funds.dues_paste import PastedRow
from ccb_desktop.domain.funds.dues_rules import DuesRules
from ccb_desktop.domain.funds.dues_sheet import DuesSheet, Paying, Ticks
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import number, share
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.dues import load_rules, load_sheet
from ccb_desktop.operations.funds.hand_ins import list_payments
from ccb_desktop.ui.funds.dues.books import DuesBooks
from ccb_desktop.ui.funds.dues.grid import DuesGrid
from ccb_desktop.ui.funds.dues.hand_in_dialog import hand_in_dialog
from ccb_desktop.ui.funds.dues.paste_dialog import paste_dialog
from ccb_desktop.ui.funds.dues.ticks_draft import TICKS_DRAFT, Key, TicksDraft
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyNote, EmptyText
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label, labelled

_SEARCH = "Tìm tên trong bảng"
_HOW = (
    "Bấm vào ô hoặc phím cách để đánh dấu; bấm đầu cột cho cả cột, Shift + phím cách cho cả "
    "dòng; nộp số khác thì gõ số tiền. Bấm Ghi lần nộp mới vào sổ."
)
_YEARS_BACK = 5
_NOWHERE = 0
"""Stands for members without a chi hội in the box."""

_KEEP_AFTER = 800  # milliseconds without a tick


class DuesTab(PageTab):
    """One grid at a time; what is ticked of the others waits for them."""

    id = "dues"
    title = "Hội phí"
    help_page = "dues"
    kinds = frozenset(
        {
            *("dues_rates", "dues_exemptions", "dues_payments", "dues_hand_ins", "funds"),
            *("persons", "memberships", "membership_events", "units", "unit_names"),
        }
    )

    forms = frozenset({TICKS_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._draft = TicksDraft(desk.drafts)
        self._later = QTimer(self, interval=_KEEP_AFTER, singleShot=True)
        self._wanted: Key | None = None
        self.unit, self.year = CalmComboBox(), CalmComboBox()
        self.grid = DuesGrid()
        self.books = DuesBooks(self, desk, store, lambda: self.key[1])
        self._note = EmptyNote(self.grid)
        self.search = SearchLine(_SEARCH)
        self._row = FlowLayout()
        self._line, self._how = QHBoxLayout(), label(_HOW, "soft")
        self._sums = label("", "heading")
        self._words = FundWords(on=date.today())
        self._rules = DuesRules()
        self._kept: dict[Key, dict[int, Paying]] = {}
        self._build()

    @property
    def ticks(self) -> Ticks:
        """What is ticked in the grid that is seen."""
        return self.grid.dues.ticks

    @property
    def key(self) -> Key:
        """The chi hội and year that are chosen."""
        return self.unit.currentData() or None, self.year.currentData() or date.today().year

    # Building

    def _build(self) -> None:
        self.hand_in_button = button(
            "Ghi lần nộp…",
            self._hand_in,
            role="main",
            icon="check",
            shortcut="Ctrl+Return",
            writes=True,
        )
        row = self._row
        for text, box in (("Chi hội", self.unit), ("Năm", self.year)):
            box.setAccessibleName(text)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _place: self._load())
            row.addWidget(labelled(text, box))
        row.addWidget(self.hand_in_button)
        row.addWidget(button("Chọn tất cả", lambda: self.grid.tick_all(True), writes=True))
        row.addWidget(button("Bỏ chọn", self._clear, writes=True))
        row.addWidget(button("Dán từ Excel", self._paste, writes=True))
        row.addWidget(self.books.opener())
        self.body.addLayout(row)
        self._line.addWidget(self.search)
        self._line.addWidget(self._how, 1)
        self.body.addLayout(self._line)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._sums)
        self.books.again_wanted.connect(self._prepare_again)
        self.search.textChanged.connect(self.grid.search)
        self.search.down_pressed.connect(self.grid.begin)
        self.grid.paste_wanted.connect(self._paste)
        self.grid.dues.ticked.connect(self._tell)
        self.grid.dues.ticked.connect(self._later.start)
        self._later.timeout.connect(lambda: self._draft.keep(self._all_ticked()))
        self.grid.dues.refused.connect(lambda why: messages.tell(self, why))

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, how it is done stands below the grid, and the search in the row."""
        super().set_low(is_low)
        self.search.set_short(_SEARCH, is_low)
        if is_low:
            self._row.addWidget(self.search)
            self.body.addWidget(self._how)
        else:
            self._line.addWidget(self.search)
            self._line.addWidget(self._how, 1)

    # Reading

    def refresh(self) -> None:
        """Read units, rates and the grid again."""
        self.grid.dues.may_tick = self.desk.seat.may([Duty.MONEY])
        today = date.today()
        self.desk.background.run(
            lambda _progress: (load_fund_words(self.store, today), load_rules(self.store)),
            lambda found: self._offer(*found),
            label="Đang đọc mức hội phí",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show who lacks dues, or what was ticked when the program ended suddenly."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            found = self._draft.take(draft)
            self._wanted = next(iter(found), None)
            self._kept.update(found)
            if self.unit.count():
                self._go_to_wanted()
                self._read()
        if place.filters.get("view") == "arrears":
            self.books.show_arrears(place.filters.get("unit", ...))

    def _offer(self, words: FundWords, rules: DuesRules) -> None:
        """Offer the units and years there are; what was chosen stays chosen."""
        self._words, self._rules = words, rules
        this_year = date.today().year
        first = min([this_year - _YEARS_BACK, *(rate.from_on.year for rate in rules.rates)])
        years = [(year, str(year)) for year in range(this_year + 1, first - 1, -1)]
        _fill(self.year, years, this_year)
        self._go_to_wanted()
        self._load()

    def _offer_units(self) -> None:
        """Offer the chi hội that were in being in the year, also those that have ended since."""
        year = self.key[1]
        days = (date.today(), date(year, 12, 31), date(year, 1, 1))
        found = [
            (unit.id, self._words.unit_name(unit.id) or unit.name_on(days[-1]))
            for unit in self._words.units
            if unit.kind is UnitKind.CHI_HOI and any(map(unit.stands_on, days))
        ]
        _fill(self.unit, [*found, (_NOWHERE, "Chưa có chi hội")], None)

    def _go_to_wanted(self) -> None:
        """Choose the grid that is to be gone on with."""
        if self._wanted is not None:
            (unit_id, year), self._wanted = self._wanted, None
            _choose(self.year, year)
            self._offer_units()
            _choose(self.unit, unit_id or _NOWHERE)

    def _load(self) -> None:
        """Read the grid that is chosen; what is ticked in the one that is seen is kept."""
        self._kept = self._all_ticked()
        self._read()

    def _read(self) -> None:
        self._offer_units()
        unit_id, year = self.key
        self.desk.background.run(
            lambda _progress: load_sheet(self.store, unit_id, year),
            self._show,
            label="Đang đọc sổ hội phí",
            owner=self,
        )

    def _show(self, sheet: DuesSheet) -> None:
        key, ticks, kept = (sheet.unit_id, sheet.year), Ticks(sheet), {}
        kept.update(self._kept.pop(key, {}))
        if key == (self.ticks.sheet.unit_id, self.ticks.sheet.year):
            kept.update(self._ticked())  # what was ticked while the grid was read
        for person_id, paying in kept.items():
            ticks.resume(person_id, paying)
        empty = self._why_empty(sheet)
        if empty is not None:  # a note takes the place of the members
            ticks = Ticks(replace(sheet, lines=()))
        self.grid.dues.show(ticks, rated=self._has_rate(sheet))
        self.grid.search(self.search.text())
        self._tell()
        self._note.setVisible(empty is not None)
        if empty is not None:
            self._note.tell(empty)

    def _why_empty(self, sheet: DuesSheet) -> EmptyText | None:
        if sheet.paid_dong:  # brought in from a list before a rate was written
            return None
        if not self._rules.rates:
            return EmptyText(
                "Chưa ghi mức hội phí",
                "Ghi mỗi hội viên nộp bao nhiêu, từ tháng nào, rồi mới đánh dấu được ai nộp.",
                "Ghi mức hội phí",
                self.books.show_rates,
            )
        if not sheet.lines:
            return EmptyText("Không có hội viên nào", "Chọn chi hội hoặc năm khác.")
        if not self._has_rate(sheet):
            return EmptyText("Năm này chưa có mức hội phí", "Chọn năm khác, hoặc ghi mức năm này.")
        return None

    def _has_rate(self, sheet: DuesSheet) -> bool:
        return self._rules.rate_of_year(sheet.year) is not None

    # Ticks

    def _ticked(self) -> dict[int, Paying]:
        """Person → what he pays now."""
        ticked = {line.person_id: self.ticks.of(line.person_id) for line in self.ticks.sheet.lines}
        return {person_id: dict(paying) for person_id, paying in ticked.items() if paying}

    def _all_ticked(self) -> dict[Key, dict[int, Paying]]:
        """The same of every grid."""
        sheet = self.ticks.sheet
        return self._kept | {(sheet.unit_id, sheet.year): self._ticked()}

    def _tell(self) -> None:
        sheet, now = self.ticks.sheet, self.ticks
        owing = [line for line in sheet.lines if line.is_owing]
        whole = sum(not line.lacking_dong for line in owing)
        ticked = f"{number(now.people)} người, {format_dong(now.amount_dong)} đồng"
        parts = [f"Đang đánh dấu: {ticked}"]
        if owing:
            parts.insert(0, f"Đã nộp đủ: {share(whole, len(owing))} người")
        elif sheet.paid_dong and not self._has_rate(sheet):
            paid = f"Đã nộp {format_dong(sheet.paid_dong)} đồng"
            parts = [f"{paid}, chưa có mức hội phí của năm nên chưa biết ai còn thiếu"]
        self._sums.setText(" · ".join(parts))
        self.hand_in_button.setEnabled(now.people > 0)

    def _clear(self) -> None:
        self.ticks.clear()
        self.grid.dues.tell_ticked()

    def _paste(self) -> None:
        if self.grid.dues.may_tick:
            paste_dialog(self, self.ticks.sheet, self._take_pasted)

    def _take_pasted(self, rows: list[PastedRow]) -> None:
        lines = {line.person_id: line for line in self.ticks.sheet.lines}
        for row in rows:
            if row.person_id is not None:
                lacking = lines[row.person_id].lacking_dong
                amount = lacking if row.amount_dong is None else row.amount_dong
                self.ticks.set_amount(row.person_id, amount)
        self.grid.dues.tell_ticked()

    # Acts

    def _hand_in(self) -> None:
        if self.ticks.people:
            dialog = hand_in_dialog(self, self.store, self._words, self.ticks)
            dialog.saved.connect(self._handed_in)
            dialog.open()

    def _handed_in(self, change: Change) -> None:
        self._clear()
        self._draft.keep(self._all_ticked())
        self.desk.broadcast.send(change)

    def _prepare_again(self, hand_in: DuesHandIn) -> None:
        """Tick what a voided handing in said, to be corrected and handed in anew."""
        paying: dict[int, dict[int | None, int]] = {}
        for one in list_payments(self.store, hand_in.id or 0):
            months = paying.setdefault(one.person_id, {})
            months[one.month] = months.get(one.month, 0) + one.amount_dong
        self._clear()
        self._wanted = hand_in.unit_id, hand_in.year
        self._go_to_wanted()
        kept: Mapping[int, Paying] = paying
        self._kept[hand_in.unit_id, hand_in.year] = dict(kept)
        self._read()


def _fill(box: QComboBox, choices: list[tuple[Any, str]], usual: int | None) -> None:
    """Offer choices; the one chosen before stays, where it is still offered."""
    before = box.currentData() if box.count() else usual
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    _choose(box, before)


def _choose(box: QComboBox, value: int | None) -> None:
    values = [box.itemData(place) for place in range(box.count())]
    box.setCurrentIndex(values.index(value) if value in values else 0)
