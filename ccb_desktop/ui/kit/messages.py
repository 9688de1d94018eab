"""The only place that stops the officer with a box: to tell what happened, or to ask first.

Public: `tell(parent, what, title)`, `ask(parent, question, acts, stay)`, `ask_before(parent,
question, act, then)`. All of them return at once; what is to happen afterwards is handed in.
Ask only before what cannot be undone, and let the button say the act: `Khóa năm 2026`.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ccb_desktop.domain.errors import UserError
from ccb_desktop.ui.kit.icons import pixmap, side
from ccb_desktop.ui.kit.widgets import give_role

Act = Callable[[], object]

_caution: list[Callable[[], str]] = []  # what must be told before money comes into the book

_KEPT_BY_QT, _WIDEST = 480, 1000  # pixels, as QMessageBox has them
_BETWEEN, _AROUND = 10, 40

_open: set[QMessageBox] = set()  # a box without a window has nobody else to keep it alive


def tell(parent: QWidget | None, what: UserError | str, title: str = "") -> QMessageBox:
    """Show what happened, what is safe and what to do.

    Args:
        parent: The window it concerns.
        what: The error or the sentences; the first line is written large.
        title: Above it all; by itself the name of the program.
    """
    box = _box(parent, str(what), title, "warning" if isinstance(what, UserError) else "info")
    close = box.addButton("Đã hiểu", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def ask(
    parent: QWidget | None,
    question: str,
    acts: Sequence[tuple[str, Act]],
    *,
    stay: str = "Thôi, để nguyên",
    title: str = "",
    stay_is_usual: bool = False,
    drawing: str = "help",
    posts: bool = False,
) -> QMessageBox:
    """Ask, and do what is chosen.

    Args:
        parent: The window it concerns.
        question: The first line is written large.
        acts: What each button says and does; Enter is the first of them.
        stay: The button that does nothing; Esc is the same.
        title: Above it all.
        stay_is_usual: Whether Enter does nothing.
        drawing: The icon beside it: `check` where something went well.
        posts: Whether money comes into the book by it; what speaks against that is told first,
            and Enter does nothing then.
    """
    cautions = [said for tell_caution in _caution if posts and (said := tell_caution())]
    if cautions:
        question = "\n".join([question, *(f"Chú ý: {said}" for said in cautions)])
        stay_is_usual, drawing = True, "warning"
    box = _box(parent, question, title, drawing)
    buttons: dict[QPushButton, Act] = {}
    for label, act in acts:
        buttons[box.addButton(label, QMessageBox.ButtonRole.ActionRole)] = act
    keep = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(keep)
    usual = keep if stay_is_usual else next(iter(buttons))
    give_role(usual, "main")  # else its room would be reckoned for thinner letters
    box.setDefaultButton(usual)
    _show_whole(box)

    def do(pressed: object) -> None:
        act = next((act for made, act in buttons.items() if made is pressed), None)
        if act is not None:
            act()

    box.buttonClicked.connect(do)
    box.open()
    return box


def caution_by(tell_caution: Callable[[], str]) -> None:
    """From now on ask this before money comes into the book; it gives a sentence or nothing."""
    _caution[:] = [tell_caution]


def ask_before(
    parent: QWidget | None,
    question: str,
    act: str,
    then: Act,
    *,
    stay: str = "Thôi, để nguyên",
    posts: bool = False,
) -> QMessageBox:
    """Ask before what cannot be undone.

    Args:
        parent: The window it concerns.
        question: What will happen and that it stays so.
        act: The button, saying the act: `Ghi sổ phiếu`.
        then: What is done when that button is pressed.
        stay: The button that leaves everything as it is.
        posts: As `ask`.
    """
    return ask(parent, question, [(act, then)], stay=stay, stay_is_usual=True, posts=posts)


def _show_whole(box: QMessageBox) -> None:
    """Make the box as wide as its buttons; where no window is, put them below each other.

    Qt makes it as wide as its text, never wider than some bound, and cuts off the buttons.
    """
    row = box.findChild(QDialogButtonBox)
    if row is None:
        return
    wanted = _AROUND
    for made in row.buttons():
        made.setMinimumWidth(made.sizeHint().width())
        wanted += made.minimumWidth() + _BETWEEN
    if wanted > min(box.screen().availableGeometry().width() - _KEPT_BY_QT, _WIDEST):
        row.setOrientation(Qt.Orientation.Vertical)
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _box(parent: QWidget | None, words: str, title: str, drawing: str) -> QMessageBox:
    """A box with the first line large and the rest below, all as plain text."""
    first, _, rest = words.partition("\n")
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setWindowTitle(title or QApplication.applicationDisplayName())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(first)
    box.setInformativeText(rest)
    colour = box.palette().color(QPalette.ColorRole.Accent)
    _open.add(box)
    box.finished.connect(lambda: _open.discard(box))
    box.setIconPixmap(pixmap(drawing, colour, side(box) * 2, box.devicePixelRatioF()))
    return box
