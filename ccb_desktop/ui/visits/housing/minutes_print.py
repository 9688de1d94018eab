"""The minutes of handing over, from the window into a Word file."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.visits.housing_lines import HousingLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk


def print_minutes(tab: QWidget, desk: Desk, store: Store, chosen: Sequence[HousingLine]) -> None:
    """Ask for number and file, and write the minutes of the chosen houses in the background."""
    ids = tuple(line.support.id for line in chosen)
    write_form(tab, desk, store, FormOrder(name="house-minutes", on=date.today(), chosen=ids))
