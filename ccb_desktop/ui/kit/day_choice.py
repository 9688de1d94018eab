"""The choice of a past day for which a page is seen, and the question for it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import short_date
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog

_TODAY, _THAT_DAY, _ASK = range(3)


def ask_for_day(
    parent: QWidget, title: str, on: date | None, show: Callable[[date | None], object]
) -> None:
    """Ask for the day; `show` gets None for today."""
    form = Form()
    form.add([DayField("on", "Xem danh sách tại ngày", hint="Để trống là hôm nay")])
    form.set_values({"on": on})

    def show_day(values: dict[str, Any], _form_id: str) -> None:
        show(values["on"])

    FormDialog(parent, title, form, show_day, save_label="Xem").open()


class DayChoice(CalmComboBox):
    """Today, or another day, which is asked for."""

    day_chosen = Signal(object)
    """The day that shall be seen, or None for today."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._on: date | None = None
        self._offer()
        self.activated.connect(self._choose)

    def set_day(self, on: date | None) -> None:
        """Show which day is seen."""
        self._on = on
        self._offer()

    def _offer(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItem("Hôm nay", _TODAY)
            if self._on is not None:
                self.addItem(f"Ngày {short_date(self._on)}", _THAT_DAY)
            self.addItem("Một ngày khác…", _ASK)
            self.setCurrentIndex(0 if self._on is None else 1)

    def _choose(self, place: int) -> None:
        chosen = self.itemData(place)
        self._offer()
        if chosen == _ASK:
            ask_for_day(self.window(), self._title, self._on, self._take)
        elif chosen == _TODAY:
            self._take(None)

    def _take(self, on: date | None) -> None:
        self.set_day(on)
        self.day_chosen.emit(on)
