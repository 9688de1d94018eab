"""Papers of loans from the window: contract, reminder, book 9, the table of the policy bank."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.fund_papers.loan_forms import LOAN_FORMS
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loan_papers import suggested_name, write_loan_form
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.table_export import write_list


def print_form(
    tab: QWidget, desk: Desk, store: Store, name: str, chosen: Sequence[LoanLine], on: date
) -> None:
    """Ask for a Word file, and write a form of the chosen loans into it in the background."""
    ids = [line.file.loan.id or 0 for line in chosen]

    def write(out: Path) -> None:
        desk.background.run(
            lambda _progress: write_loan_form(store, name, ids, on, out),
            lambda written: tell_written(tab, [written]),
            label=f"Đang ghi {LOAN_FORMS[name].label.lower()}",
            owner=tab,
        )

    suggested = suggested_name(store, name, on)
    choose_target(tab, "Ghi giấy tờ vào đâu", suggested, WORD_OUT, write)


def print_list(tab: QWidget, desk: Desk, store: Store, name: str, on: date, ending: str) -> None:
    """Ask for a file, and write a list of loans as on a day; `ending` as `.docx`."""
    write_list(tab, desk, store, ListOrder(name=name, on=on), ending)
