"""First step of an import: which files, what each of them is, and of which day the lists are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.submissions.arrivals import Arrival
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.file_dialogs import BROUGHT, choose_files, choose_folder
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label

_CHOOSE = "Chọn tệp…"
_DAY_WIDTH = 20  # in heights of the text
_ADVICE = (
    "Chọn một hoặc nhiều tệp mà chi hội hay nơi khác gửi: danh sách Excel, gói báo cáo. "
    "Chương trình chỉ đọc và cho biết đó là gì, không sửa gì trong các tệp ấy."
)
_UNKNOWN = "Đang xem…"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that was chosen; `arrival` is there once it was recognised."""

    path: Path
    arrival: Arrival | None

    @property
    def kind(self) -> str:
        """What it is."""
        return self.arrival.came.value if self.arrival else _UNKNOWN

    @property
    def told(self) -> str:
        """What it is in full."""
        return self.arrival.told if self.arrival else ""


class FilesStep(QWidget):
    """The list of chosen files and the day of the lists."""

    def __init__(
        self,
        changed: Callable[[], object],
        recognise: Callable[[list[Path]], object],
        see: Callable[[Arrival], object],
    ) -> None:
        """Build it empty.

        Args:
            changed: Called when there are other files.
            recognise: Called with files of which it is not known what they are.
            see: Called with one that shall be looked into.
        """
        super().__init__()
        self.paths: list[Path] = []
        self.arrivals: dict[Path, Arrival] = {}
        self._changed = changed
        self._recognise = recognise
        self._see = see
        self.setAcceptDrops(True)
        self._day = DayField(
            "as_of",
            "Danh sách tính đến ngày",
            required=True,
            hint="Người không ghi ngày vào Hội được tính là hội viên từ ngày này.",
        )
        self._row = FieldRow([(self._day, _DAY_WIDTH)])
        self._told = label("")
        self._advice = label(_ADVICE, "soft")
        self._table = self._files()
        self._table.chosen_changed.connect(self._tell)
        layout = column(self, spacing=8)
        layout.addWidget(self._advice)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._row)

    def _files(self) -> RecordTable[FileLine]:
        return RecordTable(
            "import-files",
            [
                Column("name", "Tệp", lambda line: line.path.name, width=24),
                Column("kind", "Là gì", lambda line: line.kind, width=16),
                Column(
                    "told",
                    "Nội dung",
                    lambda line: line.told,
                    tooltip=lambda line: line.told,
                    width=44,
                ),
                Column("folder", "Thư mục", lambda line: str(line.path.parent), width=30),
            ],
            id_of=lambda line: line.path,
            acts=[
                Act(_CHOOSE, lambda _chosen: self.choose(), needs="none", icon="open"),
                Act(
                    "Chọn thư mục gói…",
                    lambda _chosen: choose_folder(
                        self, "Chọn thư mục của gói báo cáo", lambda path: self.add([path])
                    ),
                    needs="none",
                    icon="folder",
                ),
                Act("Xem", self._look, icon="search", main=True, allowed=_can_be_seen),
                Act("Bỏ tệp này", self._remove, needs="some", icon="close", shortcut="Delete"),
            ],
            noun="tệp",
            empty=EmptyText("Chưa chọn tệp nào", "Bấm nút dưới đây.", _CHOOSE, self.choose),
            brief=3,
        )

    @property
    def as_of(self) -> date:
        """The day of the lists."""
        return self._day.value() or date.today()

    def is_ready(self) -> bool:
        """Whether the day can be read; else it is told beside the field."""
        try:
            self._row.check()
        except Invalid:
            self._day.focus()
            return False
        return True

    def begin(self, as_of: date) -> None:
        """Start anew."""
        self.paths, self.arrivals = [], {}
        self._show()
        self._day.set_value(as_of)

    def take_keyboard(self) -> None:
        """The keyboard stands on the button that asks for files."""
        buttons = self._table.findChildren(QPushButton)
        next(made for made in buttons if made.text() == _CHOOSE).setFocus()

    def choose(self) -> None:
        """Ask for files."""
        choose_files(self, "Chọn tệp đã nhận", BROUGHT, self.add)

    def add(self, paths: list[Path]) -> None:
        """Take files into the list, each once, and let them be recognised."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()
        unknown = self.unknown()
        if unknown:
            self._recognise(unknown)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of the PC may be dropped here too."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them as if they had been chosen."""
        event.acceptProposedAction()
        self.add(dropped_files(event.mimeData()))

    def unknown(self) -> list[Path]:
        """The files of which it is not known what they are."""
        return [path for path in self.paths if path not in self.arrivals]

    def take(self, arrivals: Iterable[Arrival]) -> None:
        """Keep what some files were recognised as."""
        self.arrivals |= {one.path: one for one in arrivals}
        self._show()

    def known(self) -> list[Arrival]:
        """What was brought, in the order of the list."""
        return [self.arrivals[path] for path in self.paths if path in self.arrivals]

    def _look(self, chosen: list[FileLine]) -> None:
        if chosen[0].arrival is not None:
            self._see(chosen[0].arrival)

    def _remove(self, chosen: list[FileLine]) -> None:
        gone = {line.path for line in chosen}
        self.paths = [path for path in self.paths if path not in gone]
        self._show()

    def _show(self) -> None:
        lines = [FileLine(path, self.arrivals.get(path)) for path in self.paths]
        self._table.set_lines(lines)
        self._advice.setVisible(not lines)
        if lines and not self._table.chosen():
            self._table.choose_ids([lines[0].path])
        self._tell()
        self._changed()

    def _tell(self) -> None:
        """What the chosen file is, in full."""
        chosen = self._table.chosen()
        line = chosen[0] if chosen else None
        self._told.setText(f"{line.path.name}: {line.told}" if line and line.told else "")
        self._told.setVisible(bool(self._told.text()))


def dropped_files(data: QMimeData) -> list[Path]:
    """The files and folders that are dragged; what is no file of this PC is left."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _can_be_seen(chosen: list[FileLine]) -> bool:
    arrival = chosen[0].arrival
    return arrival is not None and arrival.can_be_seen
