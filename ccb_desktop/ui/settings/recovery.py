"""Restoring the books: after damage at the start, or from a backup the officer chose."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ccb_desktop.domain.errors import Damaged, NotSignedIn, UserError
from ccb_desktop.domain.store_health import DamageKind, DamageReport, LostAct
from ccb_desktop.operations import damage, repair
from ccb_desktop.operations.users.backup_keys import NO_RING, StoreKeys
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.file_dialogs import choose_files, choose_folder
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.waiting import do_waiting
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, fit_window, label
from ccb_desktop.ui.settings.users.backup_keys_dialog import ask_keys

_WIDTH = 48  # in heights of the text
BACKUP_FILES = "Bản sao lưu (*.ccbk *.ccb)"


class RecoveryDialog(QDialog):
    """What is wrong with the books, and every way out of it."""

    restored = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        folder: DataFolder,
        error: Damaged,
        desk: Desk,
        signed: SignedIn | None = None,
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The window it belongs to.
            folder: Where the books lie or lay.
            error: Why they were not opened.
            desk: Its worker opens backups, and puts one back.
            signed: Who signed in, where the books have users.
        """
        super().__init__(parent)
        self._folder = folder
        self._signed = signed
        self._keys = NO_RING if signed is None else signed.keys
        self._desk = desk
        self._error = error
        self._first: QWidget = self
        self.setWindowTitle("Số liệu cần phục hồi")
        self._layout = column(self, margin=24, spacing=14)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Every sentence and every way out is seen at once."""
        super().showEvent(event)
        fit_window(self, _WIDTH)

    def _look(self) -> None:
        """Look what is wrong and what can be had; again when a stick was plugged in."""
        report = damage.examine(self._folder, self._keys)
        clear(self._layout)
        holder = QWidget()
        layout = column(holder, spacing=14)
        layout.addWidget(label("Số liệu cần phục hồi", "title"))
        layout.addWidget(label(report.sentence or str(self._error)))
        layout.addWidget(label(report.offer, "heading"))
        if report.lost:
            layout.addWidget(_lost_acts(report.lost), 1)
        layout.addWidget(label(_safe(self._folder, report), "soft"))
        layout.addStretch(1)
        layout.addLayout(self._ways_out(report))
        self._layout.addWidget(holder)
        self._first.setFocus()
        if self.isVisible():
            fit_window(self, _WIDTH)

    def _ways_out(self, report: DamageReport) -> FlowLayout:
        ways, best = FlowLayout(), None
        if report.backup is not None:
            found = report.backup.path
            text = f"Phục hồi bản {report.backup.made_at:%H:%M ngày %d/%m/%Y}"
            best = button(text, lambda: self._restore(found), role="main", icon="backup")
            ways.addWidget(best)
        other = button("Chọn bản sao lưu khác…", self._choose, icon="open")
        ways.addWidget(other)
        ways.addWidget(button("Tìm lại", self._look, icon="refresh"))
        if report.can_be_read:
            ways.addWidget(
                button("Ghi ra Excel những gì còn đọc được…", self._export, icon="export")
            )
        if report.backup is None:
            ways.addWidget(button("Lập sổ mới…", self._ask_to_begin_anew, icon="add"))
        self._first = best or other
        ways.addWidget(button("Đóng chương trình", self.reject, role="plain", icon="close"))
        return ways

    def _ask_to_begin_anew(self) -> None:
        messages.ask_before(
            self,
            "Lập sổ mới, bắt đầu trống?\n"
            "Chỉ làm khi chắc chắn không còn bản sao lưu nào: USB, máy khác, người giữ bộ bàn "
            "giao. Sổ cũ, mật khẩu và mọi thứ đi cùng được cất riêng cạnh thư mục số liệu, không "
            "bị xóa.",
            "Cất riêng sổ cũ",
            self._put_away,
        )

    def _put_away(self) -> None:
        try:
            place = damage.put_away(self._folder, self._signed)
        except UserError as error:
            messages.tell(self, error)
            return
        told = f"Sổ cũ đã cất riêng, chương trình đóng lại.\n{place}\nMở lại để lập sổ mới."
        messages.tell(self, told).finished.connect(self.reject)

    def _choose(self) -> None:
        choose_and_restore(self, self._folder, self._done, self._signed, desk=self._desk)

    def _restore(self, file: Path) -> None:
        _restore(self, self._desk, self._folder, file, self._done, self._signed)

    def _done(self) -> None:
        self.accept()
        self.restored.emit()

    def _export(self) -> None:
        choose_folder(self, "Ghi vào thư mục nào", self._export_to)

    def _export_to(self, folder: Path) -> None:
        try:
            written = repair.export_readable(self._folder, folder, self._keys)
        except UserError as error:
            messages.tell(self, error)
        else:
            messages.tell(self, f"Đã ghi {len(written)} tệp đọc được bằng Excel.\n{folder}")


def _lost_acts(lost: Sequence[LostAct]) -> RecordTable[LostAct]:
    """What would have to be entered again, newest first."""
    table: RecordTable[LostAct] = RecordTable(
        "lost_acts",
        [
            Column("at", "Ngày giờ", lambda act: f"{act.done_at:%d/%m/%Y %H:%M}", width=16),
            Column("label", "Việc phải ghi lại", lambda act: act.label, width=52),
        ],
        id_of=id,
        noun="việc",
        brief=3,
    )
    table.set_lines(lost)
    return table


def _safe(folder: DataFolder, report: DamageReport) -> str:
    """What is not lost, whatever the officer does now."""
    if report.kind is DamageKind.MISSING:
        return "Phục hồi không xóa hay sửa bản sao lưu nào."
    return (
        f"Khi phục hồi, tệp hỏng được cất riêng trong thư mục {folder.set_aside}, không bị xóa. "
        "Các bản sao lưu vẫn nguyên."
    )


def choose_and_restore(
    parent: QWidget | None,
    folder: DataFolder,
    then: Callable[[], object],
    signed: SignedIn | None = None,
    *,
    desk: Desk,
) -> None:
    """Ask for a backup file and restore it where no books are open."""

    def chosen(files: list[Path]) -> None:
        _restore(parent, desk, folder, files[0], then, signed)

    choose_files(parent, "Chọn bản sao lưu để phục hồi", BACKUP_FILES, chosen)


def _restore(
    parent: QWidget | None,
    desk: Desk,
    folder: DataFolder,
    file: Path,
    then: Callable[[], object],
    signed: SignedIn | None,
    theirs: StoreKeys | None = None,
) -> None:
    """Restore a backup; what stood in the way is told, or asked for where it is a password."""

    def again(found: StoreKeys) -> None:
        _restore(parent, desk, folder, file, then, signed, found)

    def failed(error: UserError) -> None:
        if isinstance(error, NotSignedIn) and theirs is None:
            ask_keys(parent, desk, folder, file, again)
        else:
            messages.tell(parent, error)

    do_waiting(
        parent,
        desk,
        lambda: damage.restore(folder, file, signed, theirs),
        lambda _restored: then(),
        failed,
        doing="Đang phục hồi",
    )
