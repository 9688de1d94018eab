"""The first start: text size, the branch, where the roster is; or a branch to practise on."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, give_role, label
from ccb_desktop.ui.settings.branch_form import branch_of, name_fields

_SAMPLES = (
    (100, "Chữ vừa: Hội Cựu chiến binh phường An Lạc"),
    (125, "Chữ lớn: Hội Cựu chiến binh phường An Lạc"),
    (150, "Chữ rất lớn: Hội Cựu chiến binh phường An Lạc"),
)
_IN_EXCEL = 0
_WIDTH = 50  # heights of a letter: two fields beside each other


class FirstStart(QWidget):
    """Three questions on one page."""

    answered = Signal(object, bool)
    """The `Branch` to found, and whether its roster is in Excel files."""

    practise = Signal()
    """The officer wants the practice branch."""

    restore = Signal()
    """The officer has a backup of another PC."""

    receive = Signal()
    """The officer takes over from another PC, with a kit of a handover."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._form = Form(scrolls=False)
        self._form.add(name_fields())
        self._sizes = QButtonGroup(self)
        self._steps = QButtonGroup(self)
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(label("Bắt đầu dùng chương trình", "title"))
        layout.addWidget(self._questions(), 1)
        layout.addLayout(self._feet())
        room = self.screen().availableSize()
        wide = self.fontMetrics().height() * _WIDTH
        self.resize(min(wide, room.width()), round(room.height() * 0.92))

    def _questions(self) -> QScrollArea:
        page = QWidget()
        layout = column(page, spacing=8)
        layout.addWidget(_question("1. Cỡ chữ nào bác đọc dễ nhất?", self._size_choices()))
        layout.addWidget(_question("2. Sổ này của Hội nào?", self._form))
        layout.addWidget(_question("3. Danh sách hội viên hiện ở đâu?", self._step_choices()))
        layout.addStretch(1)
        ground = QScrollArea()
        ground.setWidgetResizable(True)
        ground.setFrameShape(QFrame.Shape.NoFrame)
        ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground.setWidget(page)
        return ground

    def _size_choices(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=0)
        for percent, sentence in _SAMPLES:
            choice = QRadioButton(sentence)
            choice.setStyleSheet(f"font-size: {11 * percent / 100}pt")
            choice.setChecked(percent == self._look.percent)
            choice.toggled.connect(_when_on(self._look.set_percent, percent))
            self._sizes.addButton(choice, percent)
            layout.addWidget(choice)
        return holder

    def _step_choices(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=0)
        for place, text in enumerate(
            ("Trong các tệp Excel của chi hội, sẽ nhập ngay", "Trên giấy, sẽ gõ tay sau")
        ):
            choice = QRadioButton(text)
            choice.setChecked(place == _IN_EXCEL)
            self._steps.addButton(choice, place)
            layout.addWidget(choice)
        return holder

    def _feet(self) -> FlowLayout:
        feet = FlowLayout()
        feet.addWidget(button("Mở Hội thực hành", self.practise.emit, icon="members"))
        feet.addWidget(button("Phục hồi từ bản sao lưu", self.restore.emit, icon="backup"))
        feet.addWidget(button("Nhận bàn giao", self.receive.emit, icon="open"))
        begin = button("Lập sổ", self._answer, role="main", icon="check")
        feet.addWidget(begin)
        self._form.lead_on(begin)
        return feet

    def _answer(self) -> None:
        problems = self._form.problems()
        if problems:
            self._form.mark(problems)
            return
        branch = branch_of(self._form.values(), Branch())
        self.answered.emit(branch, self._steps.checkedId() == _IN_EXCEL)

    def mark(self, error: Invalid) -> None:
        """Show what is wrong with the answers."""
        self._form.mark(error.fields)


def _question(text: str, answer: QWidget) -> QFrame:
    card = QFrame()
    give_role(card, "card")
    layout = column(card, margin=8, spacing=2)
    layout.addWidget(label(text, "heading"))
    layout.addWidget(answer)
    return card


def _when_on(act: Callable[[int], Any], percent: int) -> Callable[[bool], None]:
    def toggled(on: bool) -> None:
        if on:
            act(percent)

    return toggled
