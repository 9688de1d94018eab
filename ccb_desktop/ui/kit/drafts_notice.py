"""Offers back what stood in open forms when the program ended suddenly.

Public: `DraftsNotice(drafts, broadcast)` with `look()`, for when the books are open: before that
drafts of encrypted books cannot be read, and nobody has signed in to whom they may be shown.
"Mở lại" goes to the page of the draft with `Place(page, subject, {"draft": draft})`; the page
opens its form and calls `dialog.take_draft(draft)`. Where no page can do that, what was typed is
shown, to be copied.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPlainTextEdit, QWidget

from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import NOWHERE, Draft, Drafts
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label


class TypedText(QDialog):
    """What stood in a form that only its page can open again."""

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent)
        self.setWindowTitle(draft.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(draft.title, "title"))
        layout.addWidget(
            label("Mở lại mục này như lần trước, rồi chép chữ đã gõ từ đây sang.", "soft")
        )
        self.box = QPlainTextEdit("\n".join(f"{name}: {text}" for name, text in _told(draft)))
        self.box.setReadOnly(True)
        self.box.setAccessibleName("Chữ đã gõ")
        layout.addWidget(self.box, 1)
        feet = FlowLayout()
        feet.addWidget(button("Chép tất cả", self._copy, role="main"))
        feet.addWidget(button("Đóng", self.accept, icon="close"))
        layout.addLayout(feet)
        letter = self.fontMetrics().height()
        self.resize(letter * 36, letter * 22)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.box.toPlainText())


def _told(draft: Draft) -> list[tuple[str, str]]:
    return [(str(name), str(text)) for name, text in draft.typed.items()]


class DraftsNotice(QFrame):
    """One line per form that was left open; gone when all are dealt with."""

    def __init__(self, drafts: Drafts, broadcast: Broadcast) -> None:
        super().__init__()
        self._drafts = drafts
        self._broadcast = broadcast
        self._open = 0
        self._has_looked = False
        self.setProperty("role", "notice")
        self._layout = column(self, margin=12, spacing=4)
        self.hide()

    def look(self) -> None:
        """Offer what was left over, once."""
        found = [] if self._has_looked else self._drafts.left_over()
        self._has_looked = True
        if found:
            self._layout.addWidget(
                label("Lần trước chương trình đóng đột ngột khi đang gõ. Chữ đã gõ còn đây:")
            )
        for draft in found:
            self._add(draft)
        if found:
            self.show()

    def _add(self, draft: Draft) -> None:
        line = QWidget()
        flow = FlowLayout(line)
        said = f"{draft.title} (gõ lúc {draft.kept_at:%H:%M ngày %d/%m/%Y})"
        flow.addWidget(label(said, wrap=False))
        if draft.page == NOWHERE:
            flow.addWidget(button("Xem chữ đã gõ", lambda: self._show_text(draft)))
        else:
            flow.addWidget(button("Mở lại", lambda: self._reopen(draft, line)))
        flow.addWidget(button("Bỏ", lambda: self._drop(draft, line)))
        self._layout.addWidget(line)
        self._open += 1

    def _reopen(self, draft: Draft, line: QWidget) -> None:
        self._settle(line)
        self._broadcast.go_to(Place(draft.page, draft.subject, {"draft": draft}))

    def _show_text(self, draft: Draft) -> None:
        """What was typed, to be copied; the draft stays until it is given up."""
        TypedText(self, draft).open()

    def _drop(self, draft: Draft, line: QWidget) -> None:
        self._drafts.drop(draft.form_id)
        self._settle(line)

    def _settle(self, line: QWidget) -> None:
        line.hide()
        self._open -= 1
        self.setVisible(self._open > 0)
