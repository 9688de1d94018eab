"""Backups: made now, listed, restored; and where the second copy goes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.backups import Backup, BackupReason, BackupState
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations import backups
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import button, column, label
from ccb_desktop.ui.settings.recovery import ask_and_restore, choose_and_restore

_REASON = {
    BackupReason.BY_HAND: "Bấm sao lưu",
    BackupReason.ROUTINE: "Tự động",
    BackupReason.BEFORE_IMPORT: "Trước khi nhập Excel",
    BackupReason.BEFORE_LOCK: "Trước khi khóa sổ năm",
    BackupReason.BEFORE_UPGRADE: "Trước khi nâng cấp",
    BackupReason.BEFORE_RESTORE: "Trước khi phục hồi",
    BackupReason.AFTER_RESTORE: "Sau khi phục hồi",
}


class BackupsTab(QWidget):
    """The list of backups with everything that can be done with them."""

    restored = Signal()

    backed_up = Signal()
    """A backup was made by hand: its age is another one."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._place = label("", "soft")
        self._forget = button("Thôi dùng nơi thứ hai", self._forget_second_place, icon="close")
        self._table = self._list()
        places = QHBoxLayout()
        places.addWidget(self._place, 1)
        places.addWidget(self._forget)
        layout = column(self, margin=12, spacing=10)
        layout.addLayout(places)
        layout.addWidget(self._table, 1)

    def _list(self) -> RecordTable[Backup]:
        return RecordTable(
            "backups",
            [
                Column(
                    "at",
                    "Ngày giờ",
                    lambda b: f"{b.made_at:%d/%m/%Y %H:%M}",
                    lambda b: b.counter,
                    width=16,
                ),
                Column("reason", "Lý do", lambda b: _REASON[b.reason], width=20),
                Column("size", "Cỡ", _size, lambda b: b.size_bytes, align="right", width=10),
                Column("path", "Tệp", lambda b: str(b.path), width=48),
            ],
            id_of=lambda backup: backup.sha256,
            acts=[
                _always("Sao lưu ngay", self._back_up, "backup"),
                _always("Sao lưu ra USB…", self._back_up_to, "save"),
                Act("Phục hồi bản này", self._restore, needs="one", icon="undo"),
                _always("Phục hồi từ tệp khác…", self._restore_other, "open"),
                _always("Chọn nơi sao lưu thứ hai…", self._choose, "folder"),
            ],
            noun="bản sao lưu",
            empty=EmptyText(
                "Chưa có bản sao lưu nào",
                "Chương trình tự sao lưu khi thoát và mỗi nửa giờ. Bác cũng có thể sao lưu ngay.",
                "Sao lưu ngay",
                self._back_up,
            ),
            state=self._desk.state,
        )

    def refresh(self) -> None:
        """Read the backups again."""
        branch = branches.load_branch(self._store)
        second = branch.backup_folder or "chưa chọn; nên chọn một USB hoặc ổ đĩa khác"
        self._place.setText(
            f"Sao lưu trong máy: {self._store.folder.backups}\nNơi thứ hai: {second}"
        )
        self._forget.setVisible(bool(branch.backup_folder))
        found = backups.list_backups(self._store.folder, branch.backup_folder)
        self._table.set_lines(found)

    def _back_up(self) -> None:
        self._desk.background.run(
            lambda _progress: (backups.back_up_here(self._store), backups.state(self._store))[1],
            self._backed_up,
            label="Đang sao lưu",
            owner=self,
        )

    def _backed_up(self, safe: BackupState) -> None:
        """Show the new backup, and say where the second place could not take its copy."""
        self.refresh()
        self.backed_up.emit()
        missing = safe.last_away is None or safe.last_away.sha256 != _sha256(safe.last)
        if safe.away_is_set and missing:
            messages.tell(
                self,
                "Đã sao lưu trong máy, nhưng chưa chép được sang nơi thứ hai.\n"
                "Số liệu vẫn nguyên. Cắm USB hoặc ổ đĩa ấy vào, xem còn chỗ trống và ghi được "
                "không, rồi bấm Sao lưu ngay.",
            )

    def _back_up_to(self) -> None:
        choose_folder(self, "Sao lưu vào thư mục nào", self._write_to)

    def _write_to(self, folder: Path) -> None:
        self._desk.background.run(
            lambda _progress: backups.back_up(self._store, folder),
            lambda path: messages.tell(self, f"Đã sao lưu và đọc lại thấy đúng.\n{path}"),
            label="Đang sao lưu",
            owner=self,
        )

    def _restore(self, chosen: list[Backup]) -> None:
        if self._is_at_work():
            return
        made = f"{chosen[0].made_at:%H:%M ngày %d/%m/%Y}"
        ask_and_restore(self, self._store, chosen[0].path, made, self.restored.emit)

    def _is_at_work(self) -> bool:
        """Whether a job needs the books as they are; the officer is told to wait."""
        if self._desk.background.is_busy:
            messages.tell(
                self, "Còn một việc đang làm dở.\nChờ việc ấy xong, hoặc bấm Dừng, rồi phục hồi."
            )
        return self._desk.background.is_busy

    def _restore_other(self) -> None:
        if self._is_at_work():
            return
        choose_and_restore(self, self._store.folder, self.restored.emit, self._store)

    def _choose(self) -> None:
        choose_folder(self, "Chọn nơi sao lưu thứ hai", self._set_second_place)

    def _set_second_place(self, folder: Path) -> None:
        self._keep_second_place(str(folder))
        self._back_up()

    def _forget_second_place(self) -> None:
        self._keep_second_place("")

    def _keep_second_place(self, folder: str) -> None:
        chosen = replace(branches.load_branch(self._store), backup_folder=folder)
        try:
            self._desk.broadcast.send(branches.save_branch(self._store, chosen))
        except UserError as error:
            messages.tell(self, error)


def _sha256(backup: Backup | None) -> str:
    return backup.sha256 if backup is not None else ""


def _always(text: str, act: Callable[[], object], icon: str) -> Act[Backup]:
    """An act that needs no chosen backup."""
    return Act(text, lambda _chosen: act(), needs="none", icon=icon)


def _size(backup: Backup) -> str:
    return f"{backup.size_bytes / 1024 / 1024:.1f} MB".replace(".", ",")
