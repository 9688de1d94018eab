"""Changes of own fields are told by label and value, whether the change says its field or not."""

from datetime import datetime

import pytest

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.own_history import OwnHistory
from ccb_desktop.domain.record_words import Told

ENTITLED = OwnField(id=3, label="Có xe", kind=OwnKind.YES_NO)


def change(before, after, kind="own_values"):
    return RecordChange(1, "Sửa", datetime(2026, 6, 1), "", kind, 8, before, after)


ADDED = change(None, {"id": 8, "person_id": 1, "field_id": 3, "value": "1"})
CORRECTED = change({"value": "1"}, {"value": "0"})


@pytest.mark.parametrize(
    "own",
    [OwnHistory([CORRECTED, ADDED], [ENTITLED]), OwnHistory([CORRECTED], [ENTITLED], {8: 3})],
)
def test_a_correction_is_told_by_the_label_of_its_field(own):
    assert own.told(CORRECTED) == [Told("value", "Có xe", "Có", "Không")]
    assert own.told(change({"id": 8, "value": "1"}, None)) == [Told("", "Có xe", "Có", "")]


def test_a_field_nobody_knows_is_told_as_it_is_kept():
    assert OwnHistory([ADDED], []).told(ADDED) == [Told("", "Trường riêng", "", "1")]


def test_of_other_records_it_says_nothing():
    assert OwnHistory([], [ENTITLED]).told(change(None, {"value": "1"}, "settings")) == []
