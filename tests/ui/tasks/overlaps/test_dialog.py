"""Overlaps by hand: seen side by side, decided, one of both withdrawn."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.operations.tasks import overlaps, plan
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.overlaps.dialog import OverlapsDialog
from tests.plans import a_task, an_item, hand_out
from tests.ui.hands import press, settle, show, type_text

YEAR = date.today().year
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seen(qt_app, desk, store):
    item = an_item(store, a_task(store, year=YEAR), "Vệ sinh đường", recurrence=Recurrence.HALF)
    for unit_id in (1, 2):
        for period in periods_of(Recurrence.HALF):
            hand_out(store, item, unit_id, place="Phố Ga", period=period)
    return show(OverlapsDialog(None, desk, store, YEAR))


def test_one_is_decided_and_of_the_other_one_side_is_withdrawn(seen, store):
    assert [one.period_told for one in seen.table.seen_lines()] == ["6 tháng đầu", "6 tháng cuối"]
    seen.table.choose_ids({seen.table.seen_lines()[0].key})
    press(seen.table.view, Qt.Key.Key_Return)
    form = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog) and w.isVisible()
    )
    line = form.form.field("decision").line
    line.setFocus()
    type_text(line, "Hai chi hội cùng làm")
    press(form, Qt.Key.Key_S, CONTROL)
    settle()
    (left,) = seen.table.seen_lines()
    seen._withdraw_second([left])
    assert seen.table.seen_lines() == []
    assert len(plan.list_handed_out(store, YEAR)) == 3
    (settled,) = overlaps.list_settled(store, YEAR)
    assert settled.settled.decision == "Hai chi hội cùng làm"
