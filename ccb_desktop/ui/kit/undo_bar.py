"""After an act: "Đã … · Hoàn tác", for a while; Ctrl+Z goes on working afterwards.

Public: `UndoBar(parent, broadcast, background, undo, effect)` with `undo_last()`, `redo_last()`,
`can_undo`, `can_redo`, signal `stacks_changed`. `undo(action_id)` is the operation that plays an
act back, in the worker, and gives its own `Change`; playing that one back does the act again.
`effect(change)` tells where undoing does otherwise: vouchers are taken back by reversals, which
is said before and cannot be done again, and reversals stay.
What was done before today's start stands in "Việc vừa làm".
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Change, UndoEffect
from ccb_desktop.domain.errors import Stopped, UserError
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.focus_return import FocusReturn
from ccb_desktop.ui.kit.widgets import button, label

_SHOWN_FOR = 15_000  # milliseconds: time enough to read it, find the button and press it
_NOTHING = (
    "Từ lúc mở chương trình không có việc nào để hoàn tác. Việc làm trước đó: Cài đặt, thẻ Việc "
    "vừa làm."
)


class UndoBar(QWidget):
    """Stands between the page and the foot of the window, and covers nothing."""

    stacks_changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        broadcast: Broadcast,
        background: Background,
        undo: Callable[[int], Change],
        effect: Callable[[Change], UndoEffect] = lambda _change: UndoEffect.PLAYED_BACK,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._broadcast = broadcast
        self._background = background
        self._undo = undo
        self._effect = effect
        self._reversing: set[int] = set()  # acts whose undoing takes vouchers back
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._is_playing = False  # until the worker is done
        self._is_telling = False
        self._text = label("")
        self._undo_button = button("Hoàn tác", self.undo_last, icon="undo")
        self._redo_button = button("Làm lại", self.redo_last, icon="redo")
        self._away = QTimer(self, interval=_SHOWN_FOR, singleShot=True)
        self._away.timeout.connect(self._go)
        self._focus = FocusReturn(self)
        self._build()
        broadcast.changed.connect(self._hear)
        broadcast.told.connect(self._tell_together)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Whether an act of today can be undone."""
        return bool(self._done) and not self._is_playing

    @property
    def can_redo(self) -> bool:
        """Whether an act was undone last."""
        return bool(self._undone) and not self._is_playing

    def undo_last(self) -> None:
        """Undo the last act that is not yet undone; where none is, say where older ones are."""
        if not self._done:
            self._say(_NOTHING, undo=False)
        elif self.can_undo:
            self._play(self._done[-1], self._tell_undone, "Đang hoàn tác")

    def redo_last(self) -> None:
        """Do again what was undone last."""
        if self.can_redo:
            self._play(self._undone[-1], self._tell_redone, "Đang làm lại")

    def _tell_undone(self, change: Change, played: Change) -> None:
        self._done.remove(change)
        if change.action_id in self._reversing:
            self._say(f"Đã ghi phiếu hủy cho: {change.label}", undo=False)
            return
        self._undone.append(played)
        self._say(_told(played), undo=False, redo=True)

    def _tell_redone(self, change: Change, played: Change) -> None:
        if change in self._undone:
            self._undone.remove(change)
        self._done.append(played)
        self._say(_told(played))

    def _tell_together(self, sentence: str) -> None:
        self._say(sentence, undo=False)

    def _go(self) -> None:
        self._focus.give_back()
        self.hide()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 2
        layout.setContentsMargins(gap * 2, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo_button)
        layout.addWidget(self._redo_button)
        layout.addWidget(button("Ẩn", self._go))

    def _hear(self, change: Change) -> None:
        if self._is_telling:
            return
        effect = self._effect(change)
        told = _told(change)
        self._undone.clear()
        if effect is UndoEffect.FINAL:
            self._say(told, undo=False)
            return
        self._done.append(change)
        if effect is UndoEffect.REVERSES:
            self._reversing.add(change.action_id)
            told = f"{told}. Hoàn tác thì ghi phiếu hủy."
        self._say(told)

    def _play(self, change: Change, tell: Callable[[Change, Change], None], doing: str) -> None:
        """Let the worker play an act back: of a whole ward that takes seconds."""
        self._set_playing(playing=True)
        self._background.run(
            lambda _progress: self._undo(change.action_id),
            lambda played: self._played(change, played, tell),
            self._failed,
            label=doing,
            owner=self,
        )

    def _played(
        self, change: Change, played: Change, tell: Callable[[Change, Change], None]
    ) -> None:
        """Tell everybody, then the officer."""
        self._is_telling = True
        try:
            self._broadcast.send(played)
        finally:
            self._is_telling = False
            self._set_playing(playing=False)
        tell(change, played)

    def _failed(self, error: UserError) -> None:
        self._set_playing(playing=False)
        if not isinstance(error, Stopped):
            messages.tell(self.window(), error)

    def _set_playing(self, *, playing: bool) -> None:
        self._is_playing = playing
        if playing:
            self._focus.give_back()
        for made in (self._undo_button, self._redo_button):
            made.setEnabled(not playing)
        self.stacks_changed.emit()

    def _say(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._undo_button.setVisible(undo)
        self._redo_button.setVisible(redo)
        self.show()
        self._away.start()
        self.stacks_changed.emit()


def _told(change: Change) -> str:
    """An act as done; undoing and redoing name themselves in their labels."""
    return f"Đã {change.label[:1].lower()}{change.label[1:]}"
