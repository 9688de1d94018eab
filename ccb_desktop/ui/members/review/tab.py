"""What every tab of the page Rà soát has."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import column


class ReviewTab(QWidget):
    """One thing to look through.

    Attributes:
        id: How other pages name it when they lead here (`Place.filters["tab"]`).
        title: What its tab is called.
        kinds: The tables it shows; after a change of these it is read again.
    """

    id = ""
    title = ""
    kinds: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self.desk = desk
        self.store = store
        self.body: QVBoxLayout = column(self, margin=12, spacing=10)

    def refresh(self) -> None:
        """Read again what is shown; called when the tab is seen and stale."""

    def show_place(self, place: Place) -> None:
        """Somebody came here for something."""
