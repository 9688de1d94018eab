"""The tab Ảnh, giấy tờ: the photo of a person and the papers attached to him."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ccb_desktop.domain.attached_files import (
    MOST_BYTES,
    AttachedFile,
    AttachedKind,
    name_to_write,
    size_text,
)
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import attached_files
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import choose_files, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import open_with_pc, tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.photo_dialog import PhotoDialog
from ccb_desktop.ui.members.photo_file import PICTURES_IN, read_picture
from ccb_desktop.ui.members.words import RosterWords

_PAPERS_IN = (
    "Giấy tờ (*.pdf *.doc *.docx *.odt *.rtf *.txt *.xls *.xlsx *.ods *.csv *.ppt *.pptx "
    "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.gif *.webp *.heic)"
)
_PHOTO_IN_LINES = 7  # height of the photo, in lines of text
_NO_PHOTO = "Chưa có\nảnh"
_PHOTO_TOLD = (
    f"Ảnh chụp hoặc quét, đến {size_text(MOST_BYTES)}. Chương trình cắt khung 3 × 4 và thu nhỏ; "
    "ảnh in trên phiếu hội viên và hồ sơ cá nhân."
)


class FilesTab(PersonTab):
    """Read when it is first looked at, and again when something has changed."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._stale = True
        self.photo = QLabel(_NO_PHOTO)
        self._remove_photo_button = button("Bỏ ảnh", self._remove_photo, icon="delete")
        self._told = label("", "soft")
        self.table: RecordTable[AttachedFile] = RecordTable(
            "person-files",
            _COLUMNS,
            id_of=lambda one: one.id,
            acts=self._acts(),
            noun="giấy tờ",
            empty=EmptyText("Chưa lưu giấy tờ nào", "Quyết định, lý lịch, thẻ, giấy chứng nhận…"),
            brief=4,
        )
        self._build()

    def _build(self) -> None:
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.photo.setFrameShape(QFrame.Shape.Box)
        self.photo.setFixedSize(self._photo_size())
        beside = column(spacing=8)
        beside.addWidget(label("Ảnh", "heading"))
        beside.addWidget(label(_PHOTO_TOLD, "soft"))
        acts = FlowLayout(spacing=8)
        acts.addWidget(button("Chọn ảnh", self._choose_photo, icon="user"))
        acts.addWidget(self._remove_photo_button)
        beside.addLayout(acts)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.photo)
        top.addSpacing(12)
        top.addLayout(beside, 1)
        self.body.addLayout(top)
        self.body.addWidget(label("Giấy tờ kèm theo", "heading"))
        self.body.addWidget(self._told)
        self.body.addWidget(self.table)

    def _photo_size(self) -> QSize:
        height = self.fontMetrics().height() * _PHOTO_IN_LINES
        return QSize(height * 3 // 4, height)

    def _acts(self) -> list[Act[AttachedFile]]:
        return [
            Act("Thêm giấy tờ", lambda _none: self._choose_papers(), needs="none", icon="add"),
            Act("Mở xem", lambda c: self._look_at(c[0]), icon="open", main=True),
            Act("Lưu ra tệp", lambda c: self._write(c[0]), icon="export"),
            Act("Đổi tên", lambda c: self._rename(c[0]), icon="edit"),
            Act("Bỏ giấy tờ", lambda c: self._remove(c[0]), icon="delete", shortcut="Delete"),
        ]

    # Reading

    def refresh(self) -> None:
        """Read again now, or when the tab is seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Photo and papers are read only for those who look at them."""
        super().showEvent(event)
        self.photo.setFixedSize(self._photo_size())
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        files = attached_files.list_files(self.store, self.person_id)
        papers = [one for one in files if one.kind is AttachedKind.PAPER]
        size = sum(one.size_bytes for one in papers)
        held = f" Đang lưu {number(len(papers))} tệp, {size_text(size)}." if papers else ""
        self._told.setText(
            f"Mỗi tệp đến {size_text(MOST_BYTES)}. Giấy tờ nằm trong tệp số liệu của Hội nên có "
            f"trong mọi bản lưu; tệp gốc vẫn ở chỗ cũ.{held}"
        )
        self.table.set_lines(papers)
        self._show_photo()

    def _show_photo(self) -> None:
        try:
            content = attached_files.load_photo(self.store, self.person_id)
        except UserError as error:
            content = None
            messages.tell(self, error)
        picture = QPixmap()
        if content is not None and picture.loadFromData(content):
            ratio = self.devicePixelRatioF()
            room = self._photo_size() * ratio
            kept = Qt.AspectRatioMode.KeepAspectRatio
            shown = picture.scaled(room, kept, Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            self.photo.setPixmap(shown)
        else:
            self.photo.setText(_NO_PHOTO)
        has_photo = content is not None
        self.photo.setAccessibleName("Ảnh chân dung" if has_photo else "Chưa có ảnh")
        self._remove_photo_button.setEnabled(has_photo)

    # The photo

    def _choose_photo(self) -> None:
        choose_files(self, "Chọn ảnh chân dung", PICTURES_IN, lambda paths: self.cut(paths[0]))

    def cut(self, path: Path) -> None:
        """Open the window in which a photo is cut out of a picture."""
        try:
            image = read_picture(path)
        except UserError as error:
            messages.tell(self, error)
            return
        dialog = PhotoDialog(self, image, self.file.person.full_name)
        dialog.taken.connect(self._keep_photo)
        dialog.open()

    def _keep_photo(self, content: bytes) -> None:
        self.do(lambda: attached_files.set_photo(self.store, self.person_id, content))

    def _remove_photo(self) -> None:
        self.do(lambda: attached_files.remove_photo(self.store, self.person_id))

    # The papers

    def _choose_papers(self) -> None:
        choose_files(self, "Chọn giấy tờ để lưu", _PAPERS_IN, self.attach)

    def attach(self, paths: list[Path]) -> None:
        """Attach files; of a single one its name is asked."""
        if len(paths) == 1:
            self._ask_title(paths[0])
            return
        for path in paths:
            self.do(
                partial(attached_files.attach_paper, self.store, self.person_id, path, path.stem)
            )

    def _ask_title(self, path: Path) -> None:
        try:
            attached_files.read_paper(path)
        except UserError as error:
            messages.tell(self, error)
            return

        def keep(values: dict[str, Any], form_id: str) -> Change:
            return attached_files.attach_paper(
                self.store, self.person_id, path, values["title"], values["note"], form_id
            )

        self._open_naming("Lưu giấy tờ", path.stem, "", keep, path.name)

    def _rename(self, file: AttachedFile) -> None:
        def keep(values: dict[str, Any], form_id: str) -> Change:
            return attached_files.save_paper(
                self.store, file, values["title"], values["note"], form_id
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
        self.open(FormDialog(self, heading, form, keep, intro=f"Tệp {intro}"))

    def _look_at(self, file: AttachedFile) -> None:
        try:
            copy = attached_files.copy_to_open(self.store, file)
        except UserError as error:
            messages.tell(self, error)
        else:
            open_with_pc(self, copy)

    def _write(self, file: AttachedFile) -> None:
        def write(out: Path) -> None:
            try:
                written = attached_files.write_copy(self.store, file, out)
            except UserError as error:
                messages.tell(self, error)
            else:
                tell_written(self, [written])

        name = name_to_write(file)
        kinds = f"Tệp (*{Path(name).suffix})"
        choose_target(self, "Lưu giấy tờ ra đâu", name, kinds, write)

    def _remove(self, file: AttachedFile) -> None:
        self.do(lambda: attached_files.remove_paper(self.store, file))


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
