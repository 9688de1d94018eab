"""The policies under which people of the practice branch fall, with rates and classes."""

from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.lives import Lived

_AMERICAN = frozenset({"ANTI_AMERICAN"})
_LATER = frozenset({"SOUTHWEST_BORDER", "NORTHERN_BORDER", "CAMBODIA", "LAOS"})
_WARS = _AMERICAN | _LATER | {"ANTI_FRENCH"}
_ANY = _WARS | {"PEACETIME"}

_SHARES = (
    ("THUONG_BINH", _WARS, 12.0),
    ("BENH_BINH", _WARS, 3.0),
    ("CHAT_DOC_DA_CAM", _AMERICAN, 8.0),
    ("TU_DAY", _AMERICAN, 0.7),
    ("QD_290_2005", _AMERICAN, 10.0),
    ("QD_142_2008", _AMERICAN, 8.0),
    ("QD_49_2015", _AMERICAN, 2.0),
    ("QD_62_2011", _LATER, 15.0),
    ("NGUOI_CO_CONG", _WARS, 3.0),
    ("THAN_NHAN_LIET_SI", _ANY, 4.0),
)
"""Policy, the periods of service one of which it asks for, and how many of a hundred have it."""

_RATES = {"THUONG_BINH": (21, 90), "BENH_BINH": (61, 80), "CHAT_DOC_DA_CAM": (41, 80)}
_CLASSES = ((81, "1/4"), (61, "2/4"), (41, "3/4"), (21, "4/4"))
_FIRST_DECISIONS = 1980


def policies_of(dice: Dice, lived: Lived) -> tuple[Policy, ...]:
    """The policies of somebody who lived so."""
    periods = lived.life.periods
    found = [
        _policy(dice, kind, lived)
        for kind, wanted, percent in _SHARES
        if not wanted.isdisjoint(periods) and dice.chance(percent)
    ]
    if lived.rank == "Thanh niên xung phong":
        found.append(Policy(kind="CUU_TNXP"))
    return tuple(found)


def _policy(dice: Dice, kind: str, lived: Lived) -> Policy:
    if kind not in _RATES:
        return Policy(kind=kind)
    rate = dice.number(*_RATES[kind])
    since = max(_FIRST_DECISIONS, lived.discharged_on.year) + dice.number(0, 9)
    grade = next(one for least, one in _CLASSES if rate >= least)
    return Policy(
        kind=kind,
        grade=grade if kind == "THUONG_BINH" else "",
        rate_percent=rate,
        from_on=PartialDate(since),
    )
