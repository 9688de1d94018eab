"""The frame of windows that do something to many: what is asked, and whom it would concern.

The worker saves for all of them, and the window waits: nothing else can be typed into it.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.bulk.edits import Refusal
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.columns import printed

_LOOK_AFTER = 200  # milliseconds without a key
_ROWS = 7
_LETTERS_WIDE = 60


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What would happen to one person, or why it cannot."""

    person_id: int
    name: str
    born: str = ""
    before: str = ""
    after: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What saving would do now.

    Attributes:
        sentence: How many are concerned, how many not.
        lines: Everybody it is told of; those who are refused first.
        act: What the button that saves says; empty as long as too little is filled in.
    """

    sentence: str
    lines: Sequence[PlanLine] = field(default_factory=list)
    act: str = ""


def refused_lines(refusals: Iterable[Refusal], what: str) -> list[PlanLine]:
    """Those for whom it cannot be done, each with the reason."""
    return [
        PlanLine(
            one.person.id or 0,
            one.person.full_name,
            printed(one.person.born_on),
            after=what,
            note=one.reason,
        )
        for one in refusals
    ]


def counted(*counts: tuple[int, str]) -> str:
    """`Sẽ sửa 12 người · 3 người đã đúng như vậy`; what is nobody is not told."""
    return " · ".join(text.format(number(count)) for count, text in counts if count)


class ManyDialog(FormDialog):
    """Shows with every change of the form whom it would concern, and saves for all of them."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        form: Form,
        background: Background,
        *,
        intro: str,
        save_label: str,
        heads: tuple[str, str] = ("Trước đó", "Sẽ là"),
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: What is done here.
            form: What is asked.
            background: Saves while the window waits.
            intro: How many are chosen; what would happen to them is said behind it.
            save_label: What the button says before anything is filled in.
            heads: What the columns of before and after are called.
        """
        self._sentence = label("", "heading")
        self._first_label = save_label
        self._background = background
        self._is_saving = False
        self._chosen = intro
        self.plan_table: RecordTable[PlanLine] = RecordTable(
            "plan",
            _columns(heads),
            id_of=lambda line: line.person_id,
            noun="người",
            empty=EmptyText("Chưa có ai", "Ghi đủ các ô ở trên thì danh sách hiện ra ở đây."),
            brief=_ROWS,
        )
        form.add_widget(self._sentence)
        form.add_widget(self.plan_table)
        super().__init__(parent, title, form, self._do_now, intro=intro, save_label=save_label)
        letter, room = self.fontMetrics().height(), self.screen().availableSize()
        wide = min(letter * _LETTERS_WIDE, round(room.width() * 0.95))
        self.resize(wide, max(self.height(), round(room.height() * 0.92)))
        self._soon = QTimer(self, interval=_LOOK_AFTER, singleShot=True)
        self._soon.timeout.connect(self.look)
        form.changed.connect(self._soon.start)
        self.look()

    def look(self) -> None:
        """Work out again what saving would do."""
        self._soon.stop()
        outlook = self._outlook(self.form.values())
        self._sentence.setText(outlook.sentence)
        self.set_intro(f"{self._chosen} {outlook.sentence}.")
        self.plan_table.set_lines(outlook.lines)
        self.save_button.setText(outlook.act or self._first_label)
        self.save_button.setAccessibleName(self.save_button.text())

    def save(self) -> bool:
        """Let the worker save; tells whether it has begun. The window closes when it is done."""
        if self._is_saving or not self.is_filled_in():
            return False
        try:
            act = self._act(self.form.values(), self.form_id)
        except UserError as error:
            return self.tell_failed(error)
        self._wait(saving=True)
        self._background.run(
            lambda _progress: act(),
            self._saved_for_all,
            self._failed,
            label="Đang ghi cho nhiều người",
            owner=self,
        )
        return True

    def reject(self) -> None:
        """Leave, unless it is just being saved."""
        if not self._is_saving:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window waits too."""
        if self._is_saving:
            event.ignore()
        else:
            super().closeEvent(event)

    def _saved_for_all(self, change: Change) -> None:
        self._wait(saving=False)
        self.tell_saved(change)
        self.accept()

    def _failed(self, error: UserError) -> None:
        self._wait(saving=False)
        if self.tell_failed(error):
            self.accept()

    def _wait(self, *, saving: bool) -> None:
        self._is_saving = saving
        self.setEnabled(not saving)
        if saving:
            self.save_button.setText("Đang ghi…")
        else:
            self.look()

    @abstractmethod
    def _outlook(self, values: dict[str, Any]) -> Outlook:
        """What it would do to the people."""

    @abstractmethod
    def _act(self, values: dict[str, Any], form_id: str) -> Callable[[], Change]:
        """What the worker does; whatever can be refused at once is refused here."""

    def _do_now(self, values: dict[str, Any], form_id: str) -> Change:
        return self._act(values, form_id)()


def _columns(heads: tuple[str, str]) -> list[Column[PlanLine]]:
    before, after = heads
    return [
        Column(
            "name",
            FIELD["full_name"],
            lambda line: line.name,
            lambda line: sort_key(line.name),
            width=22,
        ),
        Column("born", FIELD["born_on"], lambda line: line.born, width=10),
        Column("before", before, lambda line: line.before, width=16),
        Column("after", after, lambda line: line.after, width=16),
        Column("note", "Ghi chú", lambda line: line.note, tooltip=lambda line: line.note, width=40),
    ]
