"""The papers attached to a person, a voucher or a house: added, seen, given out, removed.

Public: `PapersList(desk, store, name, example)` with `show_owner(owner)`, `refresh()`,
`attach(paths)`, `table`; `PapersDialog` around it; `PAPERS_IN` for asking for such files.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.domain.attached_files import (
    MOST_BYTES,
    AttachedFile,
    FileOwner,
    name_to_write,
    size_text,
)
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import attached_files
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import choose_files, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import open_with_pc, tell_written
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import button, column, fit_window, label

_LETTERS = 46  # width of the window, in heights of the text
PAPERS_IN = (
    "Giấy tờ (*.pdf *.doc *.docx *.odt *.rtf *.txt *.xls *.xlsx *.ods *.csv *.ppt *.pptx "
    "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.gif *.webp *.heic)"
)


class PapersList(QWidget):
    """What is done in it is kept at once."""

    def __init__(
        self, desk: Desk, store: Store, owner: FileOwner, example: str, *, rows: int = 4
    ) -> None:
        """Build an empty list; `refresh` reads it.

        Args:
            desk: Where acts are told.
            store: The books.
            owner: Whose papers they are.
            example: What such papers are, for the empty list.
            rows: How many rows there is room for.
        """
        super().__init__()
        self._desk = desk
        self._store = store
        self._owner = owner
        self._told = label("", "soft")
        self.table: RecordTable[AttachedFile] = RecordTable(
            "attached-papers",
            _COLUMNS,
            id_of=lambda one: one.id,
            acts=self._acts(),
            noun="giấy tờ",
            empty=EmptyText("Chưa lưu giấy tờ nào", example),
            brief=rows,
        )
        layout = column(self, spacing=10)
        layout.addWidget(self._told)
        layout.addWidget(self.table)

    def _acts(self) -> list[Act[AttachedFile]]:
        return [
            Act("Thêm giấy tờ", lambda _none: self._choose_papers(), needs="none", icon="add"),
            Act("Mở xem", lambda c: self._look_at(c[0]), icon="open", main=True, reads=True),
            Act("Lưu ra tệp", lambda c: self._write(c[0]), icon="export", reads=True),
            Act("Đổi tên", lambda c: self._rename(c[0]), icon="edit"),
            Act("Bỏ giấy tờ", lambda c: self._remove(c[0]), icon="delete", shortcut="Delete"),
        ]

    # Reading

    def refresh(self) -> None:
        """Read the papers again."""
        papers = attached_files.list_papers(self._store, self._owner)
        size = sum(one.size_bytes for one in papers)
        held = f" Đang lưu {number(len(papers))} tệp, {size_text(size)}." if papers else ""
        self._told.setText(
            f"Mỗi tệp đến {size_text(MOST_BYTES)}. Giấy tờ nằm trong tệp số liệu của Hội nên có "
            f"trong mọi bản lưu; tệp gốc vẫn ở chỗ cũ.{held}"
        )
        self.table.set_lines(papers)

    # Acts

    def _choose_papers(self) -> None:
        choose_files(self, "Chọn giấy tờ để lưu", PAPERS_IN, self.attach)

    def attach(self, paths: list[Path]) -> None:
        """Attach files; of a single one its name is asked."""
        if len(paths) == 1:
            self._ask_title(paths[0])
            return
        for path in paths:
            self._do(
                partial(attached_files.attach_paper, self._store, self._owner, path, path.stem)
            )

    def _ask_title(self, path: Path) -> None:
        try:
            attached_files.read_paper(path)
        except UserError as error:
            messages.tell(self, error)
            return

        def keep(values: dict[str, Any], form_id: str) -> Change:
            return attached_files.attach_paper(
                self._store, self._owner, path, values["title"], values["note"], form_id
            )

        self._open_naming("Lưu giấy tờ", path.stem, "", keep, path.name)

    def _rename(self, file: AttachedFile) -> None:
        def keep(values: dict[str, Any], form_id: str) -> Change:
            return attached_files.save_paper(
                self._store, file, values["title"], values["note"], form_id
            )

        self._open_naming("Đổi tên giấy tờ", file.title, file.note, keep, file.file_name)

    def _open_naming(
        self,
        heading: str,
        title: str,
        note: str,
        keep: Callable[[dict[str, Any], str], Change],
        intro: str,
    ) -> None:
        form = Form()
        form.add(
            [
                TextField("title", "Tên giấy tờ", required=True, longest=120, wide=True),
                TextField("note", "Ghi chú", wide=True),
            ]
        )
        form.set_values({"title": title, "note": note})
        dialog = FormDialog(self, heading, form, keep, intro=f"Tệp {intro}")
        dialog.saved.connect(self._tell)
        dialog.open()

    def _look_at(self, file: AttachedFile) -> None:
        try:
            copy = attached_files.copy_to_open(self._store, file)
        except UserError as error:
            messages.tell(self, error)
        else:
            open_with_pc(self, copy)

    def _write(self, file: AttachedFile) -> None:
        def write(out: Path) -> None:
            try:
                written = attached_files.write_copy(self._store, file, out)
            except UserError as error:
                messages.tell(self, error)
            else:
                tell_written(self, [written])

        name = name_to_write(file)
        kinds = f"Tệp (*{Path(name).suffix})"
        choose_target(self, "Lưu giấy tờ ra đâu", name, kinds, write)

    def _remove(self, file: AttachedFile) -> None:
        self._do(lambda: attached_files.remove_paper(self._store, file))

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            change = act()
        except UserError as error:
            messages.tell(self, error)
        else:
            self._tell(change)

    def _tell(self, change: Change) -> None:
        self._desk.broadcast.send(change)
        self.refresh()


class PapersDialog(QDialog):
    """A window around the papers of a voucher, or of a house."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        owner: FileOwner,
        title: str,
        *,
        example: str = "Hóa đơn, giấy đề nghị, danh sách ký nhận…",
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            desk: Where acts are told.
            store: The books.
            owner: Whose papers they are.
            title: Which papers they are.
            example: What such papers are, for the empty list.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self.papers = PapersList(desk, store, owner, example)
        self.papers.refresh()
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(title, "title"))
        layout.addWidget(self.papers, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        layout.addLayout(foot)
        fit_window(self, _LETTERS)


_COLUMNS: list[Column[AttachedFile]] = [
    Column("title", "Tên giấy tờ", lambda f: f.title, width=28),
    Column("file_name", "Tên tệp", lambda f: f.file_name, width=22),
    Column(
        "size",
        "Dung lượng",
        lambda f: size_text(f.size_bytes),
        lambda f: f.size_bytes,
        align="right",
        width=9,
    ),
    Column("added_on", "Ngày lưu", lambda f: short_date(f.added_on), lambda f: f.added_on, width=9),
    Column("note", "Ghi chú", lambda f: f.note, width=16),
]
