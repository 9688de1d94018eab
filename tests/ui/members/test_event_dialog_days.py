"""The days of ceremony and letter in the windows of events, and the terms told beside them."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.members.event_dialog import EventDialog
from ccb_desktop.ui.members.event_fields import EVENT_FORMS
from ccb_desktop.ui.members.words import load_words
from tests.ui import hands
from tests.ui.members.small_branch import TODAY


def dialog():
    hands.settle()
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    )


def test_which_events_ask_for_a_ceremony_and_which_for_a_letter():
    def asking(name):
        return {kind for kind, form in EVENT_FORMS.items() if name in form.fields}

    assert asking("ceremony_on") == {EventKind.ADMITTED, EventKind.READMITTED}
    assert asking("letter_on") == {EventKind.TRANSFERRED_IN, EventKind.TRANSFERRED_OUT}


def test_the_day_of_the_letter_is_kept_and_shown_again(page, store):
    page._acts.record(EventKind.TRANSFERRED_OUT, 3)
    form = dialog()
    form.form.set_typed({"happened_on": "5/2/2026", "letter_on": "20/2/2026"})
    hands.click(hands.button(form, "Ghi chuyển đi"))
    file = load_person_file(store, 3)
    event = file.events[-1]
    assert str(event.letter_on) == "20/02/2026"
    again = EventDialog(page, store, load_words(store, TODAY), file, event.kind, event)
    assert again.form.field("letter_on").value() == event.letter_on


@pytest.mark.parametrize(("decision_on", "said"), [("", "21/07/2026"), ("1/6/2026", "13/07/2026")])
def test_the_term_runs_from_the_decision_where_it_is_known(page, decision_on, said):
    page._acts.record(EventKind.READMITTED, 13)
    form = dialog()
    form.form.set_typed({"happened_on": "9/6/2026", "decision_on": decision_on})
    form.form.changed.emit()
    assert f"chậm nhất ngày {said}" in form._reminder._text.text()
    form.form.settle()
    form.close()
