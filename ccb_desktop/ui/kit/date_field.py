"""Fields for dates, typed as officers write them, with a calendar to choose from.

Public: `DateField` (PartialDate | None), `DayField` (datetime.date | None).
"""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QWidget

from ccb_desktop.domain.partial_dates import DateProblem, PartialDate, parse_day
from ccb_desktop.ui.kit.icons import IconDress
from ccb_desktop.ui.kit.text_fields import LineField


class DateField(LineField):
    """A date of which only the month or the year may be known; kept as entered."""

    def __init__(self, name: str, text: str, **rest: Any) -> None:
        """Build it; see `Field`."""
        super().__init__(name, text, **rest)
        self.line.setPlaceholderText(self._example())
        self.opener = QToolButton()
        self.opener.setAccessibleName(f"{text}: mở lịch")
        self.opener.setToolTip("Chọn ngày trên lịch")
        self.opener.setProperty("role", "square")
        self.opener.clicked.connect(self.open_calendar)
        IconDress(self.opener, "calendar")
        pair = QWidget()
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.opener)
        self._layout.insertWidget(1, pair)

    def value(self) -> Any:
        """The date as far as it is known."""
        try:
            return self._parse()
        except DateProblem:
            return None

    def set_value(self, value: Any) -> None:
        """Show a date as it was entered."""
        self.line.setText("" if value is None else str(value))

    def unreadable(self) -> str:
        """Why the text is no date."""
        try:
            self._parse()
        except DateProblem as problem:
            return str(problem)
        return ""

    def open_calendar(self) -> QCalendarWidget:
        """Show a calendar below the field; a click on a day writes it."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        letter = self.fontMetrics().height()
        calendar.setMinimumSize(letter * 18, letter * 15)
        calendar.setSelectedDate(self._beginning())
        calendar.activated.connect(lambda day: self._take(calendar, day))
        calendar.clicked.connect(lambda day: self._take(calendar, day))
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        calendar.show()
        return calendar

    def _example(self) -> str:
        return "19/5/1952, 5/1952 hoặc 1952"

    def _parse(self) -> Any:
        text = self.line.text().strip()
        return PartialDate.parse(text) if text else None

    def _beginning(self) -> QDate:
        """Where the calendar opens: at what is typed, else today."""
        try:
            day = PartialDate.parse(self.line.text()).first_day
        except DateProblem:
            return QDate.currentDate()
        return QDate(day.year, day.month, day.day)

    def _take(self, calendar: QCalendarWidget, day: QDate) -> None:
        calendar.close()
        self.line.setText(day.toString("dd/MM/yyyy"))
        self.changed.emit()
        self.show_problem(self.problem())


class DayField(DateField):
    """A date that is known to the day."""

    def set_value(self, value: date | None) -> None:
        """Show a day: `05/02/2026`."""
        self.line.setText("" if value is None else f"{value:%d/%m/%Y}")

    def _example(self) -> str:
        return "05/02/2026"

    def _parse(self) -> date | None:
        text = self.line.text().strip()
        return parse_day(text) if text else None
