"""Those for whom a round is begun: named, and kept by a draft."""

import json

from ccb_desktop.domain.visits.due_rounds import ChosenRecipient
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.ui.visits.rounds.chosen_field import ChosenField

SOME = tuple(
    ChosenRecipient(f"Gia đình {place}", RecipientKind.RELATIVE, place, why="Giỗ", age=None)
    for place in range(1, 11)
)


def test_some_are_named_and_the_others_counted(qt_app):
    field = ChosenField()
    field.set_value(SOME)
    assert field.text == "Người được chọn (10)"
    assert field._names.text().endswith("Gia đình 8 và 2 người nữa")
    field.set_value(SOME[:2])
    assert field._names.text() == "Gia đình 1, Gia đình 2"


def test_a_draft_keeps_everybody(qt_app):
    field, again = ChosenField(), ChosenField()
    field.set_value(SOME)
    again.set_typed(json.loads(json.dumps(field.typed())))
    assert again.value() == SOME
    assert again.value()[0].recipient_kind is RecipientKind.RELATIVE
