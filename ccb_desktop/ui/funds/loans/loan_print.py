"""Papers of loans from the window: contract, reminder, book 9, the table of the policy bank."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.table_export import write_list


def print_form(
    tab: QWidget, desk: Desk, store: Store, name: str, chosen: Sequence[LoanLine], on: date
) -> None:
    """Ask for a Word file, of a letter for its number too, and write it in the background."""
    ids = tuple(line.file.loan.id for line in chosen)
    write_form(tab, desk, store, FormOrder(name=name, on=on, chosen=ids))


def print_list(tab: QWidget, desk: Desk, store: Store, name: str, on: date, ending: str) -> None:
    """Ask for a file, and write a list of loans as on a day; `ending` as `.docx`."""
    write_list(tab, desk, store, ListOrder(name=name, on=on), ending)
