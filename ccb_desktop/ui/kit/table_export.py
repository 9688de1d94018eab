"""A list as it is seen, written to an Excel or Word file of the officer's choice.

    export_seen(self, self.desk, store, "Danh sách hội viên", table.seen(), masked={"CCCD"})

Public: `export_seen(page, desk, store, title, seen, masked)`, `as_paper(seen, masked)`, and
`write_list(page, desk, store, order, ending)` for the books and lists that `operations.papers`
knows.
"""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.masking import NUMBER_LABELS
from ccb_desktop.domain.papers import Align, Column, PaperTable, file_name, mask
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store, load_branch
from ccb_desktop.operations.withdrawn import withdrawn_in_list, withdrawn_in_table
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import SeenTable
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.masking import see_withdrawn
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

_MILLIMETRES = 2.2  # of one letter on paper
_LETTERS = (6, 40)  # the narrowest and the widest column


def export_seen(
    page: QWidget,
    desk: Desk,
    store: Store,
    title: str,
    seen: SeenTable,
    masked: Collection[str] = (),
) -> None:
    """Ask for a file, write the list into it in the background, and offer to open it.

    Args:
        page: The page of the list.
        desk: What the page was given.
        store: The books.
        title: What the list is; also the beginning of the file's name.
        seen: The list.
        masked: Heads of columns whose texts must not leave the branch whole, besides
            `NUMBER_LABELS`.
    """
    table = as_paper(seen, masked)

    def write(out: Path) -> None:
        desk.background.run(
            lambda _progress: papers.write_table(store, title, table, out),
            lambda written: tell_written(page, [written]),
            label="Đang ghi danh sách",
            owner=page,
        )

    name = file_name(title, load_branch(store), date.today(), "xlsx")
    see_withdrawn(
        page,
        withdrawn_in_table(store, table),
        lambda: choose_target(page, "Ghi danh sách vào đâu", name, EXCEL_OUT, write),
    )


def write_list(
    page: QWidget, desk: Desk, store: Store, order: papers.ListOrder, ending: str
) -> None:
    """Ask for a file and write a book or list into it in the same way; `ending` says which kind."""
    try:
        name = papers.suggested_name(store, order, ending.removeprefix("."))
        names = withdrawn_in_list(store, order)
    except UserError as error:
        messages.tell(page, error)
        return

    def write(out: Path) -> None:
        desk.background.run(
            lambda _progress: papers.write_list(store, order, out),
            lambda written: tell_written(page, [written]),
            label="Đang ghi danh sách",
            owner=page,
        )

    kinds = EXCEL_OUT if ending == ".xlsx" else WORD_OUT
    see_withdrawn(page, names, lambda: choose_target(page, "Ghi vào đâu", name, kinds, write))


def as_paper(seen: SeenTable, masked: Collection[str] = ()) -> PaperTable:
    """The list as a table on paper, with a number before every row."""
    hidden = [head in masked or head in NUMBER_LABELS for head in seen.headers]
    rows = [
        (
            str(number),
            *(mask(text) if hide else text for text, hide in zip(row, hidden, strict=True)),
        )
        for number, row in enumerate(seen.rows, start=1)
    ]
    columns = [
        Column(head, _width(head, [row[place] for row in rows]), align=Align(align.upper()))
        for place, (head, align) in enumerate(
            zip(["STT", *seen.headers], ["center", *seen.aligns], strict=True)
        )
    ]
    return PaperTable(columns=tuple(columns), rows=rows)


def _width(head: str, texts: list[str]) -> float:
    least, most = _LETTERS
    longest = max((len(text) for text in texts), default=0)
    return max(least, min(most, max(longest, len(head)))) * _MILLIMETRES
