"""Backups: made now, listed, tried, restored; and where the second copy goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.backup_care import BackupCare, Mend, PlaceState
from ccb_desktop.domain.backup_notes import BackupNotes
from ccb_desktop.domain.backups import Backup, BackupReason
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.rehearsals import Rehearsal
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations import backup_care, backups, going_back, rehearsals, second_place
from ccb_desktop.operations.backup_notes import load_notes
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import choose_files, choose_folder
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.settings.backup_places import BackupPlaces, rehearsed_words, size_words
from ccb_desktop.ui.settings.recovery import BACKUP_FILES
from ccb_desktop.ui.settings.rehearsal_dialog import RehearsalDialog
from ccb_desktop.ui.settings.restoring import look_and_restore

_REASON = {
    BackupReason.BY_HAND: "Bấm sao lưu",
    BackupReason.ROUTINE: "Tự động",
    BackupReason.BEFORE_IMPORT: "Trước khi nhập Excel",
    BackupReason.BEFORE_LOCK: "Trước khi khóa sổ năm",
    BackupReason.BEFORE_UPGRADE: "Trước khi nâng cấp",
    BackupReason.BEFORE_NEW_KEY: "Trước khi đổi khóa",
    BackupReason.BEFORE_RESTORE: "Trước khi phục hồi",
    BackupReason.AFTER_RESTORE: "Sau khi phục hồi",
}
_CHAIRMANS = (Duty.RESTORE,)
_REST = "Việc khác"


class BackupsTab(QWidget):
    """Both places, the list of backups, and everything that can be done with them."""

    restored = Signal()

    backed_up = Signal()
    """A backup was made by hand, or another second place chosen: the foot tells it anew."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._notes = BackupNotes()
        self._stale = True
        self._places = BackupPlaces()
        self._places.choose_wanted.connect(self._choose)
        self._places.moved.connect(self._set_second_place)
        self._table = self._list()
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(self._places)
        layout.addWidget(self._table, 1)
        desk.broadcast.backups_seen.connect(self.refresh)

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
                Column("rehearsed", "Diễn tập", self._rehearsed, width=18),
                Column(
                    "size",
                    "Cỡ",
                    lambda b: size_words(b.size_bytes),
                    lambda b: b.size_bytes,
                    align="right",
                    width=10,
                ),
                Column("path", "Tệp", lambda b: str(b.path), width=40),
            ],
            id_of=lambda backup: backup.sha256,
            acts=[
                _always("Sao lưu ngay", self._back_up, "backup"),
                Act("Phục hồi bản này…", self._restore, icon="undo", duties=_CHAIRMANS),
                Act("Diễn tập phục hồi", self._rehearse, icon="check", reads=True),
                _reading("Đọc lại các bản", self._look_again, "refresh"),
                _reading("Sao lưu ra USB…", self._back_up_to, "save"),
                _always("Phục hồi từ tệp khác…", self._restore_other, "open", _CHAIRMANS, _REST),
                _always("Đổi nơi thứ hai…", self._choose, "folder", None, _REST),
                _always("Thôi dùng nơi thứ hai", self._forget, "close", None, _REST),
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
        """Read the backups again, at once where they are seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is read when the tab is seen."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False

        def read() -> tuple[BackupCare, BackupNotes, list[Backup]]:
            care = backup_care.care_of(self._store)
            away = str(care.away.path) if care.away is not None else ""
            found = backups.list_backups(self._store.folder, away)
            return care, load_notes(self._store.folder), found

        self._desk.background.run(
            lambda _progress: read(),
            lambda found: self._show(*found),
            label="Đang xem bản sao lưu",
            owner=self,
        )

    def _show(self, care: BackupCare, notes: BackupNotes, found: list[Backup]) -> None:
        self._notes = notes
        self._places.show_care(care)
        self._table.set_lines(found)

    def _rehearsed(self, backup: Backup) -> str:
        return rehearsed_words(self._notes.rehearsal_of(backup.sha256))

    def begin(self, mend: Mend) -> None:
        """Begin the act of which the officer was reminded elsewhere."""
        if mend is Mend.CHOOSE:
            self._choose()
        elif mend is Mend.BACK_UP:
            self._back_up()
        elif mend is Mend.REHEARSE:
            self._run(self._newest)
        else:
            self._desk.background.run(
                lambda _progress: second_place.find_moved(self._store),
                lambda found: self._set_second_place(found) if found else self.refresh(),
                label="Đang tìm USB sao lưu",
                owner=self,
            )

    def _newest(self) -> Path:
        found = backups.list_backups(self._store.folder)
        newest = next((backup for backup in found if backup.is_present), None)
        return (newest or backups.back_up_here(self._store)).path

    # Backing up

    def _back_up(self) -> None:
        def back_up() -> tuple[str, BackupCare]:
            backups.back_up_here(self._store)
            trouble = second_place.catch_up(self._store).trouble
            return trouble, backup_care.care_of(self._store)

        self._desk.background.run(
            lambda _progress: back_up(),
            lambda done: self._backed_up(*done),
            label="Đang sao lưu",
            owner=self,
        )

    def _backed_up(self, trouble: str, care: BackupCare) -> None:
        """Show the new backup, and say where the second place could not take its copy."""
        self.refresh()
        self.backed_up.emit()
        if care.away is not None and care.away_is_behind:
            messages.tell(
                self,
                "Đã sao lưu trong máy, nhưng chưa chép được sang nơi thứ hai.\n"
                f"{trouble or _PLUG_IN}",
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

    # Looking whether they are good

    def _look_again(self) -> None:
        self._desk.background.run(
            lambda progress: backup_care.look_again(self._store, progress.report),
            self._looked_again,
            label="Đang đọc lại các bản sao lưu",
            owner=self,
        )

    def _looked_again(self, places: list[PlaceState]) -> None:
        self.refresh()
        damaged = sum(place.looked.damaged for place in places if place.looked is not None)
        if damaged:
            messages.tell(
                self,
                f"{damaged} bản sao lưu không còn đọc được.\n"
                "Số liệu đang dùng vẫn nguyên. Bấm Sao lưu ngay để có bản mới; nếu hỏng nữa, hãy "
                "đổi USB hoặc ổ đĩa.",
            )

    def _rehearse(self, chosen: list[Backup]) -> None:
        self._run(lambda: chosen[0].path)

    def _run(self, find: Callable[[], Path]) -> None:
        self._desk.background.run(
            lambda progress: rehearsals.rehearse(self._store, find(), progress.report),
            self._rehearsal_done,
            label="Đang diễn tập phục hồi",
            owner=self,
        )

    def _rehearsal_done(self, done: Rehearsal) -> None:
        self.refresh()
        self.backed_up.emit()
        RehearsalDialog(self, done).open()

    # Going back

    def _restore(self, chosen: list[Backup]) -> None:
        self._go_back(lambda: chosen[0].path)

    def _restore_other(self) -> None:
        choose_files(
            self,
            "Chọn bản sao lưu để phục hồi",
            BACKUP_FILES,
            lambda files: self._go_back(lambda: files[0]),
        )

    def restore_before(self, action_id: int) -> None:
        """Go back to the newest backup from before an act."""
        self._go_back(lambda: going_back.backup_before(self._store, action_id).path)

    def _go_back(self, find: Callable[[], Path]) -> None:
        look_and_restore(self, self._desk, self._store, find, self.restored.emit)

    # The second place

    def _choose(self) -> None:
        choose_folder(self, "Chọn nơi sao lưu thứ hai", self._set_second_place)

    def _forget(self) -> None:
        self._keep_second_place(None)

    def _set_second_place(self, folder: Path) -> None:
        if self._keep_second_place(folder):
            self._back_up()

    def _keep_second_place(self, folder: Path | None) -> bool:
        try:
            self._desk.broadcast.send(second_place.choose(self._store, folder))
        except UserError as error:
            messages.tell(self, error)
            return False
        self.refresh()
        self.backed_up.emit()
        return True


_PLUG_IN = (
    "Số liệu vẫn nguyên. Cắm USB hoặc ổ đĩa ấy vào, xem còn chỗ trống và ghi được không, rồi "
    "bấm Sao lưu ngay."
)


def _reading(text: str, act: Callable[[], object], icon: str) -> Act[Backup]:
    """An act that leaves the books as they are."""
    return Act(text, lambda _chosen: act(), needs="none", icon=icon, group=_REST, reads=True)


def _always(
    text: str,
    act: Callable[[], object],
    icon: str,
    duties: tuple[Duty, ...] | None = (),
    group: str = "",
) -> Act[Backup]:
    """An act that needs no chosen backup; everybody's, where no duty is told."""
    return Act(text, lambda _chosen: act(), needs="none", icon=icon, group=group, duties=duties)
