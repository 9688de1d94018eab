"""Backups: made now, listed, restored; and where the second copy goes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.backups import Backup, BackupReason
from ccb_desktop.operations import backups
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label
from ccb_desktop.ui.settings.recovery import ask_and_restore, choose_and_restore

_REASON = {
    BackupReason.BY_HAND: "Bấm sao lưu",
    BackupReason.ROUTINE: "Tự động",
    BackupReason.BEFORE_IMPORT: "Trước khi nhập Excel",
    BackupReason.BEFORE_UPGRADE: "Trước khi nâng cấp",
    BackupReason.BEFORE_RESTORE: "Trước khi phục hồi",
    BackupReason.AFTER_RESTORE: "Sau khi phục hồi",
}


class BackupsTab(QWidget):
    """The list of backups with everything that can be done with them."""

    restored = Signal()

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._place = label("", "soft")
        self._table = self._list()
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._place)
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
                Act("Sao lưu ngay", lambda _chosen: self._back_up(), needs="none", icon="backup"),
                Act(
                    "Sao lưu ra USB…", lambda _chosen: self._back_up_to(), needs="none", icon="save"
                ),
                Act("Phục hồi bản này", self._restore, needs="one", icon="undo"),
                Act(
                    "Phục hồi từ tệp khác…",
                    lambda _chosen: self._restore_other(),
                    needs="none",
                    icon="open",
                ),
                Act(
                    "Chọn nơi sao lưu thứ hai…",
                    lambda _chosen: self._choose(),
                    needs="none",
                    icon="folder",
                ),
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
        found = backups.list_backups(self._store.folder, branch.backup_folder)
        self._table.set_lines(found)

    def _back_up(self) -> None:
        self._desk.background.run(
            lambda _progress: backups.back_up_here(self._store),
            lambda _made: self.refresh(),
            label="Đang sao lưu",
            owner=self,
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
        made = f"{chosen[0].made_at:%H:%M ngày %d/%m/%Y}"
        ask_and_restore(self, self._store, chosen[0].path, made, self.restored.emit)

    def _restore_other(self) -> None:
        choose_and_restore(self, self._store.folder, self.restored.emit, self._store)

    def _choose(self) -> None:
        choose_folder(self, "Chọn nơi sao lưu thứ hai", self._set_second_place)

    def _set_second_place(self, folder: Path) -> None:
        branch = branches.load_branch(self._store)
        chosen = replace(branch, backup_folder=str(folder))
        self._desk.broadcast.send(branches.save_branch(self._store, chosen))
        self._back_up()


def _always(text: str, act: Callable[[], object], icon: str) -> Act[Backup]:
    """An act that needs no chosen backup."""
    return Act(text, lambda _chosen: act(), needs="none", icon=icon)


def _size(backup: Backup) -> str:
    return f"{backup.size_bytes / 1024 / 1024:.1f} MB".replace(".", ",")
