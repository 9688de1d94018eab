"""First step of an import: which files, and of which day the lists are."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.file_dialogs import EXCEL_IN, choose_files
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label

_CHOOSE = "Chọn tệp…"
_DAY_WIDTH = 20  # in heights of the text
_ADVICE = (
    "Chọn một hoặc nhiều tệp Excel mà các chi hội gửi. "
    "Chương trình chỉ đọc, không sửa gì trong các tệp ấy."
)


class FilesStep(QWidget):
    """The list of chosen files and the day of the lists."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self.paths: list[Path] = []
        self._changed = changed
        self._day = DayField(
            "as_of",
            "Danh sách tính đến ngày",
            required=True,
            hint="Người không ghi ngày vào Hội được tính là hội viên từ ngày này.",
        )
        self._row = FieldRow([(self._day, _DAY_WIDTH)])
        self._table: RecordTable[Path] = RecordTable(
            "import-files",
            [
                Column("name", "Tệp", lambda path: path.name, width=36),
                Column("folder", "Thư mục", lambda path: str(path.parent), width=40),
            ],
            id_of=lambda path: path,
            acts=[
                Act(_CHOOSE, lambda _chosen: self.choose(), needs="none", icon="open", main=True),
                Act("Bỏ tệp này", self._remove, needs="some", icon="close", shortcut="Delete"),
            ],
            noun="tệp",
            empty=EmptyText("Chưa chọn tệp nào", "Bấm nút dưới đây.", _CHOOSE, self.choose),
            brief=3,
        )
        layout = column(self, spacing=12)
        layout.addWidget(label(_ADVICE, "soft"))
        layout.addWidget(self._table, 1)
        layout.addWidget(self._row)

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
        self.paths = []
        self._table.set_lines([])
        self._day.set_value(as_of)
        self._changed()

    def take_keyboard(self) -> None:
        """The keyboard stands on the button that asks for files."""
        buttons = self._table.findChildren(QPushButton)
        next(made for made in buttons if made.text() == _CHOOSE).setFocus()

    def choose(self) -> None:
        """Ask for files."""
        choose_files(self, "Chọn tệp Excel để nhập", EXCEL_IN, self.add)

    def add(self, paths: list[Path]) -> None:
        """Take files into the list, each once."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()

    def _remove(self, chosen: list[Path]) -> None:
        self.paths = [path for path in self.paths if path not in chosen]
        self._show()

    def _show(self) -> None:
        self._table.set_lines(self.paths)
        self._changed()
