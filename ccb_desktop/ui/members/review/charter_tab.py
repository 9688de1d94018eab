"""The tab Điều lệ: each rule of the charter with whom it finds, why, and what to do."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout

from ccb_desktop.domain.charter_watch.findings import Finding, Rule
from ccb_desktop.domain.charter_watch.watch import RULES, CharterWatch, RuleResult
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations import charter_papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.charter_watch import switch_on, watch
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import column, give_role, label
from ccb_desktop.ui.members.person_acts import PersonActs
from ccb_desktop.ui.members.review.charter_dialogs import day_dialog, switch_off_dialog
from ccb_desktop.ui.members.review.charter_table import (
    Doing,
    findings_table,
    whole,
    why_empty,
)

_LIST_WIDTH = 13  # in heights of a line of text
_NARROW = 40  # likewise
_RULES = "Các quy định của Điều lệ"
_TELL_YEARS = (
    "Chưa ghi ngày nghỉ Tết năm {}, nên hạn theo ngày làm việc có thể tính sớm hơn thật. "
    "Ghi ở Cài đặt, thẻ Ngày nghỉ lễ."
)


class CharterTab(PageTab):
    """Rules with their counts at the left, or in a box above where room is scarce."""

    id = "charter"
    title = "Điều lệ"
    help_page = "charter"
    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "units", "unit_names", "posts"),
            *("terms", "exemption_reports", "charter_switches", "holidays", "disciplines"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._found: CharterWatch | None = None
        self._wanted = RULES[0].id
        self._people = PersonActs(self, desk, store)
        self._rules = QListWidget()
        self._box = CalmComboBox()
        self._says = label("", "soft")
        self._note = label("")
        self._detail = label("")
        self._stack = QStackedWidget()
        self._tables: dict[str, RecordTable[Finding]] = {}
        self._build()
        self._rules.currentRowChanged.connect(self._choose)
        self._box.activated.connect(self._choose)

    # Building

    def _build(self) -> None:
        self._rules.setAccessibleName(_RULES)
        self._box.setAccessibleName(_RULES)
        self._rules.setWordWrap(True)
        self._rules.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for notice in (self._note, self._detail):
            give_role(notice, "notice")
            notice.hide()  # until there is something to say
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self._rules)
        both.addLayout(self._middle(), 1)
        self.body.addWidget(self._box)
        self.body.addLayout(both, 1)
        self._fit_to_room()

    def _middle(self) -> QVBoxLayout:
        """Note, list, the chosen finding, the rule."""
        layout = column(spacing=8)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._detail)
        layout.addWidget(self._says)
        return layout

    def table(self, rule: Rule) -> RecordTable[Finding]:
        """The list of what a rule finds, made when it is first wanted."""
        if rule.id not in self._tables:
            doing = Doing(
                open_person=self._people.open_person,
                open_unit=lambda unit_id: self.desk.broadcast.go_to(Place("units", unit_id)),
                write_day=self._write_day,
                print_paper=self._print,
                write_list=self._write_list,
                switch_off=self._switch_off,
                switch_on=self._switch_on,
                is_off=self._is_off,
            )
            made = findings_table(rule, doing, self.desk.state)
            made.chosen_changed.connect(self._tell_chosen)
            self._tables[rule.id] = made
            self._stack.addWidget(made)
        return self._tables[rule.id]

    # Reading

    def refresh(self) -> None:
        """Look at the books again in the background."""
        today = date.today()
        self.desk.background.run(
            lambda _progress: watch(self.store, today),
            self._show,
            label="Đang xem theo Điều lệ",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the rule somebody came here for."""
        wanted = place.filters.get("rule")
        if any(rule.id == wanted for rule in RULES):
            self._wanted = str(wanted)
            if self._found is not None:
                self._show(self._found)

    def _show(self, found: CharterWatch) -> None:
        self._found = found
        texts = [_counted(result) for result in found.results]
        with QSignalBlocker(self._rules):
            self._rules.clear()
            self._rules.addItems(texts)
        self._box.clear()
        self._box.addItems(texts)
        self._choose([result.rule.id for result in found.results].index(self._wanted))

    def _choose(self, place: int) -> None:
        """Show a rule, and let list and box say which."""
        if self._found is None or place < 0:
            return
        result = self._found.results[place]
        self._wanted = result.rule.id
        with QSignalBlocker(self._rules):
            self._rules.setCurrentRow(place)
        self._box.setCurrentIndex(place)
        self._show_rule(result)

    def _show_rule(self, result: RuleResult) -> None:
        self._says.setText(result.says)
        years = self._found.unknown_new_years if self._found else ()
        self._note.setText(_TELL_YEARS.format(", ".join(map(str, years))))
        self._note.setVisible(bool(years) and result.rule.in_working_days)
        table = self.table(result.rule)
        table.set_empty(why_empty(result))
        table.set_lines(result.findings)
        self._stack.setCurrentWidget(table)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Say of the one that is chosen all that the narrow columns cannot show."""
        table = self._tables.get(self._wanted)
        chosen = table.chosen() if table is not None else []
        self._detail.setText(whole(chosen[0]) if len(chosen) == 1 else "")
        self._detail.setVisible(len(chosen) == 1)

    # Acts

    def _result(self) -> RuleResult | None:
        return self._found.of(self._wanted) if self._found else None

    def _is_off(self) -> bool:
        result = self._result()
        return result is not None and result.switch is not None

    def _switch_off(self) -> None:
        """Let the shown rule find nobody, with a reason."""
        result = self._result()
        if result is not None:
            self._open(switch_off_dialog(self, self.store, result.rule))

    def _switch_on(self) -> None:
        try:
            self.desk.broadcast.send(switch_on(self.store, self._wanted))
        except UserError as error:
            messages.tell(self, error)

    def _write_day(self, findings: Sequence[Finding]) -> None:
        result = self._result()
        if result is not None and result.rule.act is not None:
            self._open(day_dialog(self, self.store, result.rule.act, findings))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()

    def _print(self, findings: Sequence[Finding]) -> None:
        """Write the form of the chosen people into one Word file."""
        form, people = findings[0].paper, [one.person_id or 0 for one in findings]
        order = FormOrder(name=form, on=date.today(), chosen=tuple(people))
        write_form(self, self.desk, self.store, order)

    def _write_list(self, ending: str) -> None:
        """Write the list of the shown rule as Excel or Word."""
        rule, today = self._wanted, date.today()
        name = charter_papers.suggested_name(self.store, rule, today, ending)

        def write(out: Path) -> None:
            self.desk.background.run(
                lambda _progress: charter_papers.write_rule_list(self.store, rule, today, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi danh sách",
                owner=self,
            )

        kinds = EXCEL_OUT if ending == "xlsx" else WORD_OUT
        choose_target(self, "Ghi danh sách vào đâu", name, kinds, write)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """The text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_to_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window has another size."""
        super().resizeEvent(event)
        self._fit_to_room()

    def _fit_to_room(self) -> None:
        """Rules stand beside what they find, or above it where the room is narrow."""
        letter = self.fontMetrics().height()
        narrow = self.width() < letter * _NARROW
        self._rules.setFixedWidth(letter * _LIST_WIDTH)
        self._rules.setVisible(not narrow)
        self._box.setVisible(narrow)


def _counted(result: RuleResult) -> str:
    """`Lễ kết nạp: 3`."""
    if result.switch is not None:
        return f"{result.rule.label}: đã tắt"
    if result.lacks and not result.findings:
        return f"{result.rule.label}: chưa có sổ"
    return f"{result.rule.label}: {len(result.findings)}"
