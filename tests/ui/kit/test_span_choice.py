"""Days to look at: this quarter, or the latest that holds anything, until somebody chooses."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ccb_desktop.domain.periods import Period
from ccb_desktop.ui.kit.span_choice import SpanChoice
from tests.ui.hands import press, show

TODAY = date.today()
THIS = Period.of_quarter(TODAY.year, (TODAY.month + 2) // 3)
LONG_AGO = date(2020, 5, 20)
OF_LONG_AGO = (date(2020, 4, 1), date(2020, 6, 30))


@pytest.fixture
def choice(qt_app):
    return show(SpanChoice(), 900, 200)


def test_where_this_quarter_holds_nothing_the_latest_one_that_does_is_shown(choice):
    heard = []
    choice.changed.connect(lambda: heard.append(choice.span))
    assert choice.span == (THIS.from_on, min(THIS.to_on, TODAY))
    assert not choice.follow(None)
    assert not choice.follow(TODAY)
    assert choice.follow(LONG_AGO)
    assert heard == [OF_LONG_AGO]
    assert choice.findChild(QComboBox).currentText() == "Quý gần nhất có ghi"
    assert not choice.follow(LONG_AGO)
    assert choice.follow(TODAY)  # something was entered today
    assert choice.span == (THIS.from_on, min(THIS.to_on, TODAY))


def test_days_that_somebody_chose_stay(choice):
    press(choice.findChild(QComboBox), Qt.Key.Key_Down)
    chosen = choice.span
    assert not choice.follow(LONG_AGO)
    assert choice.span == chosen


def test_days_that_a_record_asked_for_stay(choice):
    choice.set_span(LONG_AGO, LONG_AGO + timedelta(3))
    assert not choice.follow(LONG_AGO)
    assert choice.span == (LONG_AGO, LONG_AGO + timedelta(3))
