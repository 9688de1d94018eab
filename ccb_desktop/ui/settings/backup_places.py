"""Both places of backups at a glance: what they hold, whether it is whole, what room is left."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ccb_desktop.domain.backup_care import BackupCare, PlaceState
from ccb_desktop.domain.backup_notes import Rehearsed
from ccb_desktop.domain.going_back import moment
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, give_role, label

_SAME_DISK = "Cùng ổ đĩa với sổ: hỏng ổ đĩa là mất cả hai. Nên chọn USB hoặc ổ đĩa khác."
_GB, _MB = 1024**3, 1024**2


class BackupPlaces(QWidget):
    """Two cards and one line below them."""

    choose_wanted = Signal()

    moved = Signal(object)
    """The second place shall be looked for in this folder from now on."""

    def __init__(self) -> None:
        super().__init__()
        self._here, self._away = _card("Trong máy này"), _card("Nơi thứ hai")
        self._rehearsed = label("", "soft")
        self._acts = FlowLayout()
        self._away[1].addLayout(self._acts)
        cards = QHBoxLayout()
        cards.addWidget(self._here[0], 1)
        cards.addWidget(self._away[0], 1)
        layout = column(self, spacing=6)
        layout.addLayout(cards)
        layout.addWidget(self._rehearsed)

    def show_care(self, care: BackupCare) -> None:
        """Tell how both places stand."""
        _fill(self._here[2], _sentences(care.here))
        _fill(self._away[2], _away_sentences(care))
        self._rehearsed.setText(_rehearsal(care.rehearsed))
        clear(self._acts)
        if care.moved_to is not None:
            moved = care.moved_to
            self._acts.addWidget(
                button(
                    "Dùng nơi này",
                    lambda: self.moved.emit(moved),
                    role="main",
                    icon="folder",
                    writes=True,
                )
            )
        if care.away is None:
            self._acts.addWidget(
                button(
                    "Chọn nơi thứ hai…",
                    self.choose_wanted.emit,
                    role="main",
                    icon="folder",
                    writes=True,
                )
            )


def _card(title: str) -> tuple[QFrame, QVBoxLayout, QVBoxLayout]:
    """A card, its layout, and the place of its sentences."""
    card = QFrame()
    give_role(card, "card")
    layout = column(card, margin=10, spacing=4)
    layout.addWidget(label(title, "heading"))
    said = column(spacing=2)
    layout.addLayout(said)
    layout.addStretch(1)
    return card, layout, said


def _fill(place: QVBoxLayout, sentences: list[str]) -> None:
    clear(place)
    for sentence in sentences:
        place.addWidget(label(sentence))


def _away_sentences(care: BackupCare) -> list[str]:
    if care.away is None:
        return ["Chưa chọn. Nên chọn một USB hoặc ổ đĩa khác: hỏng ổ đĩa thì vẫn còn bản sao lưu."]
    if not care.away.is_there:
        if care.moved_to is not None:
            return [str(care.away.path), f"USB này nay mang tên ổ khác: {care.moved_to}"]
        known = f" Bản mới nhất ở đó: {moment(care.away_at)}." if care.away_at else ""
        open_ones = (
            ["Bản cũ ở đó chưa mã hóa; cắm vào thì chương trình tự mã hóa."]
            if care.away_is_readable
            else []
        )
        return [str(care.away.path), f"Chưa cắm vào máy.{known}", *open_ones]
    behind = ["Còn thiếu bản mới nhất; bấm Sao lưu ngay."] if care.away_is_behind else []
    near = [_SAME_DISK] if care.away.with_the_books else []
    return [*_sentences(care.away), *near, *behind]


def _sentences(place: PlaceState) -> list[str]:
    held = "Chưa có bản nào"
    if place.newest is not None:
        held = f"{number(place.count)} bản, mới nhất {moment(place.newest.made_at)}"
    room = f". Còn trống {size_words(place.free_bytes)}" if place.free_bytes is not None else ""
    return [str(place.path), f"{held}{room}.", _whole(place)]


def _whole(place: PlaceState) -> str:
    if place.torn:
        return f"KHÔNG NGUYÊN VẸN: {number(place.torn)} bản thiếu tệp hoặc sai cỡ."
    if place.looked is None:
        return "Chưa đọc lại lần nào; bấm Đọc lại các bản."
    read = f"Đọc lại lúc {moment(place.looked.done_at)}"
    if place.looked.damaged:
        return f"{read}: {number(place.looked.damaged)} bản BỊ HỎNG, {place.looked.whole} bản tốt."
    return f"{read}: cả {number(place.looked.whole)} bản đều tốt."


def _rehearsal(done: Rehearsed | None) -> str:
    if done is None:
        return "Chưa diễn tập phục hồi lần nào."
    result = "ĐẠT" if done.is_good else "KHÔNG ĐẠT"
    return (
        f"Diễn tập phục hồi gần nhất: {result}, lúc {moment(done.done_at)}, "
        f"bản {moment(done.made_at)}."
    )


def size_words(count: int) -> str:
    """A size as officers say it: `35 GB`, `6,7 MB`."""
    if count >= _GB:
        return f"{count / _GB:.0f} GB"
    return f"{count / _MB:.1f} MB".replace(".", ",")


def rehearsed_words(done: Rehearsed | None) -> str:
    """What the list of backups says of the rehearsal of one."""
    if done is None:
        return ""
    day: datetime = done.done_at
    return f"{'Đạt' if done.is_good else 'KHÔNG ĐẠT'}, {day:%d/%m/%Y}"
