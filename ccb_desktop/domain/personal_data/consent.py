"""Whether somebody has agreed that the Hội keeps his data, as law 91/2025 asks.

Public: `Consent`, `CONSENT`, `ConsentLine`, `consent_of`, `withdrawn_note`.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.printing import short_date

_WITHDRAWN = "Rút đồng ý"


class Consent(StrEnum):
    """How somebody stands to it."""

    NONE = "NONE"
    WITHDRAWN = "WITHDRAWN"
    GIVEN = "GIVEN"


CONSENT: Mapping[Consent, str] = {
    Consent.NONE: "Chưa đồng ý",
    Consent.WITHDRAWN: _WITHDRAWN,
    Consent.GIVEN: "Đã đồng ý",
}
"""How he stands → what officers call it, what needs work first."""


class ConsentLine(NamedTuple):
    """What the books say of one person's consent."""

    person_id: int
    given_on: PartialDate | None
    note: str

    @property
    def state(self) -> Consent:
        """How he stands."""
        return consent_of(self.given_on, self.note)


def consent_of(given_on: PartialDate | None, note: str) -> Consent:
    """How somebody stands by the day of his consent and the note beside it.

    Whoever takes his consent back has no day any more, and a note that begins with so.
    """
    if given_on is not None:
        return Consent.GIVEN
    return Consent.WITHDRAWN if fold(note).startswith(fold(_WITHDRAWN)) else Consent.NONE


def withdrawn_note(on: date) -> str:
    """What is noted when consent is taken back: `Rút đồng ý ngày 05/06/2026`."""
    return f"{_WITHDRAWN} ngày {short_date(on)}"
