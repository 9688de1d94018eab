"""Offers back what stood in open forms when the program ended suddenly.

Public: `DraftsNotice(drafts, broadcast)`. "Mở lại" goes to the page of the draft with
`Place(page, subject, {"draft": draft})`; the page opens its form and calls
`dialog.take_draft(draft)`.
"""

from PySide6.QtWidgets import QFrame, QWidget

from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import Draft, Drafts
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label


class DraftsNotice(QFrame):
    """One line per form that was left open; gone when all are dealt with."""

    def __init__(self, drafts: Drafts, broadcast: Broadcast) -> None:
        super().__init__()
        self._drafts = drafts
        self._broadcast = broadcast
        self._open = 0
        self.setProperty("role", "notice")
        self._layout = column(self, margin=12, spacing=4)
        found = drafts.left_over()
        if found:
            self._layout.addWidget(
                label("Lần trước chương trình đóng đột ngột khi đang gõ. Chữ đã gõ còn đây:")
            )
        for draft in found:
            self._add(draft)
        self.setVisible(bool(found))

    def _add(self, draft: Draft) -> None:
        line = QWidget()
        flow = FlowLayout(line)
        said = f"{draft.title} (gõ lúc {draft.kept_at:%H:%M ngày %d/%m/%Y})"
        flow.addWidget(label(said, wrap=False))
        flow.addWidget(button("Mở lại", lambda: self._reopen(draft, line)))
        flow.addWidget(button("Bỏ", lambda: self._drop(draft, line)))
        self._layout.addWidget(line)
        self._open += 1

    def _reopen(self, draft: Draft, line: QWidget) -> None:
        self._settle(line)
        self._broadcast.go_to(Place(draft.page, draft.subject, {"draft": draft}))

    def _drop(self, draft: Draft, line: QWidget) -> None:
        self._drafts.drop(draft.form_id)
        self._settle(line)

    def _settle(self, line: QWidget) -> None:
        line.hide()
        self._open -= 1
        self.setVisible(self._open > 0)
