"""The line at the foot of the window: branch, user, last backup, and what is being done.

Public: `BottomBar(background)` with `tell_branch(text)`, `tell_user(text)`,
`tell_backup(moment)`, `tell_reminder(text, act)`, `tell_news(text)`; `in_words(standing)`,
`age(then, now)`, `time_left(seconds)`.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.background import Background, Standing
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, give_role, label

_REMIND_AFTER = timedelta(days=7)
_NEWS_FOR = 2 * 60_000  # milliseconds


class BottomBar(QWidget):
    """Always seen; its right half only while a job runs."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._background = background
        self._backed_up: datetime | None = None
        self._branch = label("", wrap=False)
        self._user = button("", lambda: self._begins_users(), role="link")
        self._begins_users: Callable[[], object] = lambda: None
        self._backup = label("", wrap=False)
        self._reminder = button("", self._mend, role="link")
        self._mends: Callable[[], object] = lambda: None
        self._news = label("")
        self._news_away = QTimer(self, interval=_NEWS_FOR, singleShot=True)
        self._news_away.timeout.connect(self._news.hide)
        self._job = QWidget()
        self._doing = label("", wrap=False)
        self._bar = QProgressBar()
        self.stop_button = button("Dừng", self._stop, icon="close")
        self._build()
        background.started.connect(self._show_job)
        background.moved.connect(self._show_job)
        background.ended.connect(self._job.hide)

    def tell_branch(self, text: str) -> None:
        """Which branch these books belong to."""
        self._branch.setText(text)
        self.refresh_age()

    def tell_user(self, name: str, begin: Callable[[], object] = lambda: None) -> None:
        """Who works here now.

        Args:
            name: Of the user; empty while the branch has none.
            begin: Leads to where users are made, and to one's own password.
        """
        self._begins_users = begin
        text = f"Đang làm việc: {name}" if name else "Chưa có người dùng"
        self._user.setText(text)
        self._user.setAccessibleName(text)
        self._user.show()

    def tell_backup(self, moment: datetime | None) -> None:
        """When the last backup was made; None where there is none yet."""
        self._backed_up = moment
        self.refresh_age()

    def refresh_age(self) -> None:
        """Say anew how old the last backup is."""
        zone = self._backed_up.tzinfo if self._backed_up is not None else None
        self.tell_age(datetime.now(zone))  # backups carry the time of this PC, without its zone

    def tell_age(self, now: datetime) -> None:
        """Say how old the last backup is by now; an old one is told in other words."""
        if self._backed_up is None and not self._branch.text():
            return  # while the books are not open nobody knows
        if self._backed_up is None:
            self._backup.setText("Chưa sao lưu lần nào")
            give_role(self._backup, "warning")
            return
        old = now - self._backed_up > _REMIND_AFTER
        said = f"Sao lưu: {age(self._backed_up, now)}"
        self._backup.setText(f"{said}, nên sao lưu ngay" if old else said)
        give_role(self._backup, "warning" if old else "")

    def tell_reminder(self, text: str, act: Callable[[], object]) -> None:
        """Remind of something, with the act that mends it; nothing where the text is empty."""
        self._mends = act
        self._reminder.setText(text)
        self._reminder.setAccessibleName(text)
        self._reminder.setVisible(bool(text))

    def tell_news(self, text: str) -> None:
        """Tell for a while what was done by itself; nothing new leaves what stands there."""
        if text:
            self._news.setText(text)
            self._news.show()
            self._news_away.start()

    def _mend(self) -> None:
        self._mends()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height()
        layout.setContentsMargins(gap, 4, gap, 4)
        told = FlowLayout(spacing=gap)
        for part in (self._branch, self._user, self._backup, self._reminder):
            told.addWidget(part)
        words = column(spacing=2)
        words.addLayout(told)
        words.addWidget(self._news)
        layout.addLayout(words, 1)
        job = QHBoxLayout(self._job)
        job.setContentsMargins(0, 0, 0, 0)
        job.addWidget(self._doing)
        job.addWidget(self._bar)
        job.addWidget(self.stop_button)
        self._bar.setMinimumWidth(gap * 6)
        self._bar.setMaximumWidth(gap * 9)
        layout.addWidget(self._job)
        for hidden in (self._job, self._user, self._reminder, self._news):
            hidden.hide()

    def _show_job(self, standing: Standing) -> None:
        self._doing.setText(in_words(standing))
        self._doing.setToolTip(standing.text)
        self._bar.setRange(0, standing.total)
        self._bar.setValue(standing.done)
        self._bar.setAccessibleName(standing.label)
        self.stop_button.setEnabled(not self._background.is_stopping)
        self._job.show()

    def _stop(self) -> None:
        self._background.stop()
        self.stop_button.setEnabled(False)
        self._doing.setText("Đang dừng…")


def in_words(standing: Standing) -> str:
    """How far a job is: `Đang ghi vào sổ · 1.200 / 5.000 · còn khoảng 20 giây`."""
    parts = [standing.label]
    if standing.total:
        parts.append(f"{number(standing.done)} / {number(standing.total)}")
    elif standing.done:
        parts.append(number(standing.done))
    if standing.seconds_left is not None:
        parts.append(time_left(standing.seconds_left))
    return " · ".join(parts)


def age(then: datetime, now: datetime) -> str:
    """How long ago something was, in words: `vừa xong`, `2 giờ trước`, `3 ngày trước`."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 1:
        return "vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ trước"
    return f"{minutes // (24 * 60)} ngày trước"


def time_left(seconds: float) -> str:
    """A guess in words, no finer than it is worth: `còn khoảng 20 giây`."""
    if seconds < 60:
        return f"còn khoảng {max(5, 5 * round(seconds / 5))} giây"
    return f"còn khoảng {round(seconds / 60)} phút"
