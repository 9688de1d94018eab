"""The window that holds two records side by side, and makes one of them or sets them apart."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import AlreadyDone, UserError
from ccb_desktop.domain.member_papers.member_sheet import MemberFile
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.doubles import set_apart
from ccb_desktop.operations.people_compare import Comparison
from ccb_desktop.operations.people_merge import merge_people
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.widgets import button, column, label
from ccb_desktop.ui.members.compare_events import CompareEvents
from ccb_desktop.ui.members.compare_grid import CompareGrid
from ccb_desktop.ui.members.compare_words import CompareWords
from ccb_desktop.ui.members.words import RosterWords

_KEPT_TOO = (
    "Chức danh, câu lạc bộ, tệp đính kèm, nhãn, báo cáo miễn sinh hoạt và lịch sử của cả hai "
    "hồ sơ đều được giữ."
)


class CompareDialog(QDialog):
    """Ctrl+S merges, Esc leaves; both can be taken back afterwards."""

    saved = Signal(object)
    """The `Change` of merging or setting apart."""

    def __init__(
        self, parent: QWidget | None, store: Store, words: RosterWords, seen: Comparison
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._seen = seen
        self._form_id = uuid4().hex
        said = CompareWords(words, seen)
        self.grid = CompareGrid(
            seen.pairs,
            (_head("Hồ sơ giữ lại", seen.kept), _head("Hồ sơ gộp vào", seen.other)),
            said.say,
        )
        self.events = CompareEvents(said.event)
        self._events_head = label("Biến động của hai hồ sơ", "heading")
        self._problem = label("", "problem")
        self.setWindowTitle("So sánh hai người")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self.grid.changed.connect(self._choose)
        self.events.changed.connect(self._tell_problem)
        self._ask_events()

    def merge(self) -> None:
        """Make one record of the two."""
        kept, other = self._seen.kept.person.id or 0, self._seen.other.person.id or 0
        self._do(
            lambda: merge_people(
                self._store,
                kept,
                other,
                self.grid.choices,
                self.events.left_out,
                self._form_id,
            )
        )

    def set_apart(self) -> None:
        """Remember that they are two people."""
        self._do(lambda: set_apart(self._store, [self._seen.alike.ids]))

    # Building

    def _build(self) -> None:
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label("So sánh hai người", "title"))
        layout.addWidget(label(_why(self._seen), "soft"))
        alike = QCheckBox("Xem cả những mục giống nhau")
        alike.toggled.connect(lambda on: self.grid.show_alike(shown=on))
        layout.addWidget(alike, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body(), 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._button_row())
        room = self.screen().availableSize()
        letter = self.fontMetrics().height()
        self.resize(min(letter * 62, round(room.width() * 0.95)), round(room.height() * 0.9))

    def _body(self) -> QScrollArea:
        ground = QWidget()
        body = column(ground, spacing=12)
        body.addWidget(self.grid)
        body.addWidget(self._events_head)
        body.addWidget(self.events)
        body.addWidget(label(_KEPT_TOO, "soft"))
        body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Các mục của hai hồ sơ")
        area.setWidget(ground)
        return area

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button("Không phải một người", self.set_apart, icon="close"))
        row.addStretch(1)
        row.addWidget(button("Bỏ", self.reject))
        self.merge_button = button(
            "Gộp hai hồ sơ", self.merge, role="main", icon="merge", shortcut="Ctrl+S"
        )
        row.addWidget(self.merge_button)
        return row

    # What happens

    def _choose(self, name: str) -> None:
        """Whose units are followed decides which events there are."""
        if name == "unit":
            self._ask_events()
        self._tell_problem()

    def _ask_events(self) -> None:
        asked = self._seen.asked(self.grid.choices)
        self._events_head.setVisible(bool(asked))
        self.events.ask(asked)
        self._tell_problem()

    def _tell_problem(self) -> None:
        problem = self._seen.problem(self.grid.choices, self.events.left_out)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.merge_button.setEnabled(not problem)

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            change = act()
        except AlreadyDone as done:
            messages.tell(self.parentWidget(), done)
        except UserError as error:
            messages.tell(self, error)
            return
        else:
            self.saved.emit(change)
        self.accept()


def _head(what: str, file: MemberFile) -> str:
    person = file.person
    born = f" ({person.born_on})" if person.born_on else ""
    return f"{what}: {person.full_name}{born}"


def _why(seen: Comparison) -> str:
    alike = seen.alike
    told = f"Độ giống {alike.score}/100"
    told += f": {', '.join(alike.reasons)}." if alike.reasons else "."
    return f"{told} Khác: {', '.join(alike.against)}." if alike.against else told
