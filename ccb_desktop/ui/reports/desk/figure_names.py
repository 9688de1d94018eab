"""The names behind a figure of the report, looked up in the background and shown."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.operations import figures as counting
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.names_dialog import NamesDialog, name_lines
from ccb_desktop.ui.kit.page import Desk

_NOUNS = {
    "unit": "đơn vị",
    "household": "hộ",
    "fund": "quỹ",
    "loan": "khoản vay",
    "bank_loan": "tổ",
    "contribution": "lần ủng hộ",
    "visit": "lượt",
    "house": "gia đình",
    "activity": "hoạt động",
    "assignment": "việc",
    "award": "lượt khen",
}
"""Kind of record → what the list of them counts."""


def show_names(parent: QWidget, desk: Desk, store: Store, period: Figures, code: str) -> None:
    """Show what was counted for one figure.

    Args:
        parent: The tab or dialog; a dialog closes when somebody goes to a record.
        desk: What the tab was given.
        store: The books.
        period: The figures of the report, for their days.
        code: Which figure.
    """
    desk.background.run(
        lambda _progress: counting.figures_for(
            store, period.from_on, period.to_on, indicators=[code], with_records=True
        ),
        lambda found: _open(parent, desk, found, code),
        label="Đang tìm tên",
        owner=parent,
    )


def _open(parent: QWidget, desk: Desk, found: Figures, code: str) -> None:
    figure = found.by_code[code]
    title = f"{figure.indicator.label}: {printed(figure)}"
    noun = _NOUNS.get(figure.records[0].kind, "người") if figure.records else "người"
    dialog = NamesDialog(parent, title, name_lines(figure.records), desk.state, noun=noun)
    if parent.isWindow():
        dialog.place_wanted.connect(lambda _place: parent.close())
    dialog.place_wanted.connect(desk.broadcast.go_to)
    dialog.open()
