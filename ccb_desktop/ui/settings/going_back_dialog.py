"""Before the books go back to a backup: what would be lost and what would come back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.domain.book_figures import compared
from ccb_desktop.domain.going_back import MOST_SHOWN, GoingBack, LaterAct, moment
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import ask_for_help
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, size_in_letters
from ccb_desktop.ui.settings.figure_list import figure_list

_WIDE, _HIGH = 58, 38  # in heights of the text


class GoingBackDialog(QDialog):
    """Accepted when the officer wants to go back."""

    def __init__(self, parent: QWidget | None, found: GoingBack) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The page it belongs to.
            found: What would change.
        """
        super().__init__(parent)
        self.setWindowTitle(found.act)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label(f"Phục hồi về {moment(found.point)}?", "title"))
        for place, sentence in enumerate(found.sentences):
            layout.addWidget(label(sentence, "" if place else "heading"))
        layout.addWidget(_tabs(found), 1)
        feet = QHBoxLayout()
        self.stay = button("Thôi, để nguyên", self.reject, icon="close")
        self.go = button(found.act, self.accept, role="main", icon="undo")
        ways = FlowLayout()
        ways.addWidget(self.go)
        ways.addWidget(self.stay)
        feet.addLayout(ways, 1)
        layout.addLayout(feet)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the screen allows; Enter leaves everything as it is."""
        super().showEvent(event)
        size_in_letters(self, _WIDE, _HIGH)
        self.stay.setFocus()


def _tabs(found: GoingBack) -> PageTabs:
    tabs = PageTabs()
    figures = figure_list(compared(found.then, found.now))
    tabs.addTab(figures, "Số liệu lúc ấy và bây giờ")
    if found.lost_count and found.is_related:
        tabs.addTab(
            _acts(found.lost, found.lost_count), f"Việc sẽ mất ({number(found.lost_count)})"
        )
    if found.vouchers:
        tabs.addTab(_vouchers(found.vouchers), f"Phiếu sẽ mất ({number(len(found.vouchers))})")
    if found.gained_count and found.is_related:
        title = f"Việc sẽ trở lại ({number(found.gained_count)})"
        tabs.addTab(_acts(found.gained, found.gained_count), title)
    return tabs


def _acts(acts: Sequence[LaterAct], count: int) -> QWidget:
    table: RecordTable[LaterAct] = RecordTable(
        "later_acts",
        [
            Column("at", "Ngày giờ", lambda a: f"{a.done_at:%d/%m/%Y %H:%M}", lambda a: a.id),
            Column("label", "Việc", lambda a: a.label, width=52),
            Column("by", "Người làm", lambda a: a.done_by, width=18),
        ],
        id_of=lambda act: act.id,
        noun="việc",
        empty=EmptyText("Không có việc nào", ""),
    )
    table.set_lines(acts)
    if count <= MOST_SHOWN:
        return table
    holder = QWidget()
    layout = column(holder, spacing=6)
    layout.addWidget(label(f"Chỉ ghi {number(MOST_SHOWN)} việc mới nhất.", "soft"))
    layout.addWidget(table, 1)
    return holder


def _vouchers(vouchers: Sequence[str]) -> RecordTable[str]:
    table: RecordTable[str] = RecordTable(
        "later_vouchers",
        [Column("said", "Phiếu", lambda said: said, width=60)],
        id_of=lambda said: said,
        noun="phiếu",
    )
    table.set_lines(vouchers)
    return table
