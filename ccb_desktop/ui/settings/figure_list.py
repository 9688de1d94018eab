"""Two states of the books side by side, as a short list."""

from collections.abc import Sequence

from ccb_desktop.domain.book_figures import Compared
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_table import RecordTable


def figure_list(figures: Sequence[Compared]) -> RecordTable[Compared]:
    """The list; what differs is said in words."""
    table: RecordTable[Compared] = RecordTable(
        "compared_books",
        [
            Column("label", "Số liệu", lambda one: one.label, width=26),
            Column("then", "Bản sao lưu", lambda one: one.then, align="right", width=18),
            Column("now", "Sổ đang dùng", lambda one: one.now, align="right", width=18),
            Column(
                "same", "So sánh", lambda one: "giống nhau" if one.is_same else "KHÁC", width=12
            ),
        ],
        id_of=lambda one: one.label,
        noun="số liệu",
        brief=5,
    )
    table.set_lines(figures)
    return table
