"""How somebody stands to the keeping of his data."""

from datetime import date

import pytest

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.personal_data.consent import Consent, consent_of, withdrawn_note


@pytest.mark.parametrize(
    ("given_on", "note", "state"),
    [
        (None, "", Consent.NONE),
        (None, "hẹn gặp lại", Consent.NONE),
        (PartialDate(2026), "", Consent.GIVEN),
        (PartialDate(2026), "Rút đồng ý ngày 01/02/2025, nay đồng ý lại", Consent.GIVEN),
        (None, "rut dong y 3/2026", Consent.WITHDRAWN),
        (None, withdrawn_note(date(2026, 6, 5)), Consent.WITHDRAWN),
    ],
)
def test_how_somebody_stands(given_on, note, state):
    assert consent_of(given_on, note) is state


def test_what_is_noted_when_it_is_taken_back():
    assert withdrawn_note(date(2026, 6, 5)) == "Rút đồng ý ngày 05/06/2026"
