"""Papers of nominations, from the tab into a file that the officer names."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.nomination_book import day_of
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.table_export import write_list


def write_named(tab: QWidget, desk: Desk, store: Store, name: str, year: int, ending: str) -> None:
    """Write a list of a year by its name."""
    order = ListOrder(name=name, on=day_of(year, date.today()))
    write_list(tab, desk, store, order, ending)


def write_proposal(tab: QWidget, desk: Desk, store: Store, year: int) -> None:
    """Write the proposal of a year as Word."""
    write_form(tab, desk, store, FormOrder(name="award-proposal", on=date.today(), year=year))
