"""The tab Ảnh, giấy tờ: the photo of a person and the papers attached to him."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ccb_desktop.domain.attached_files import MOST_BYTES, FileOwner, size_text
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import attached_files
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.file_dialogs import choose_files
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersList
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.photo_dialog import PhotoDialog
from ccb_desktop.ui.members.photo_file import PICTURES_IN, read_picture
from ccb_desktop.ui.members.words import RosterWords

_PHOTO_IN_LINES = 7  # height of the photo, in lines of text
_NO_PHOTO = "Chưa có\nảnh"
_PHOTO_TOLD = (
    f"Ảnh chụp hoặc quét, đến {size_text(MOST_BYTES)}. Chương trình cắt khung 3 × 4 và thu nhỏ; "
    "ảnh in trên phiếu hội viên và hồ sơ cá nhân."
)


class FilesTab(LatePersonTab):
    """Read when it is first looked at, and again when something has changed."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.photo = QLabel(_NO_PHOTO)
        self._remove_photo_button = button("Bỏ ảnh", self._remove_photo, icon="delete", writes=True)
        example = "Quyết định, lý lịch, thẻ, giấy chứng nhận…"
        self.papers = PapersList(desk, store, FileOwner(self.person_id), example)
        self._build()

    def _build(self) -> None:
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.photo.setFrameShape(QFrame.Shape.Box)
        self.photo.setFixedSize(self._photo_size())
        beside = column(spacing=8)
        beside.addWidget(label("Ảnh", "heading"))
        beside.addWidget(label(_PHOTO_TOLD, "soft"))
        acts = FlowLayout(spacing=8)
        acts.addWidget(button("Chọn ảnh", self._choose_photo, icon="user", writes=True))
        acts.addWidget(self._remove_photo_button)
        beside.addLayout(acts)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.photo)
        top.addSpacing(12)
        top.addLayout(beside, 1)
        self.body.addLayout(top)
        self.body.addWidget(label("Giấy tờ kèm theo", "heading"))
        self.body.addWidget(self.papers)

    def _photo_size(self) -> QSize:
        height = self.fontMetrics().height() * _PHOTO_IN_LINES
        return QSize(height * 3 // 4, height)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        """The photo is as large as the text is now."""
        super().showEvent(event)
        self.photo.setFixedSize(self._photo_size())

    def read(self) -> None:
        """Read the book, and show what it says."""
        self.papers.refresh()
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
