"""Doubts about the dates of a life: birth, service, Party, the Hội, death."""

from datetime import date

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.records import (
    CheckedRecord,
    Doubt,
    least_years,
    most_years,
    surely_before,
    told,
)

_FIRST_BIRTH_YEAR = 1900
_LEAST_TO_ENLIST, _MOST_TO_ENLIST = 15, 40
_LEAST_TO_JOIN, _LEAST_FOR_PARTY = 16, 18
_DATES = (
    *("born_on", "enlisted_on", "discharged_on", "party_joined_on", "party_official_on"),
    *("joined_on", "card_issued_on", "card_reissued_on", "died_on"),
)


def born_too_early(record: CheckedRecord, _on: date) -> Doubt | None:
    """Born before 1900."""
    born = record.born_on
    if born is None or born.year >= _FIRST_BIRTH_YEAR:
        return None
    reason = f"Ngày sinh trước năm {_FIRST_BIRTH_YEAR}."
    return Doubt("born_on", reason, (told("born_on", born),))


def in_the_future(record: CheckedRecord, on: date) -> Doubt | None:
    """A date of his that is still to come."""
    for field in _DATES:
        value = getattr(record, field)
        if value is not None and value.first_day > on:
            return Doubt(field, "Ngày này chưa đến.", (told(field, value),))
    return None


def enlisted_too_young(record: CheckedRecord, _on: date) -> Doubt | None:
    """Enlisted under 15 years of age."""
    return _too_young(record, "enlisted_on", _LEAST_TO_ENLIST, "Nhập ngũ")


def enlisted_too_old(record: CheckedRecord, _on: date) -> Doubt | None:
    """Enlisted over 40 years of age."""
    born, enlisted = record.born_on, record.enlisted_on
    if born is None or enlisted is None or least_years(born, enlisted) <= _MOST_TO_ENLIST:
        return None
    reason = f"Nhập ngũ khi đã ngoài {_MOST_TO_ENLIST} tuổi."
    return Doubt("enlisted_on", reason, (told("born_on", born), told("enlisted_on", enlisted)))


def joined_too_young(record: CheckedRecord, _on: date) -> Doubt | None:
    """Joined the Hội under 16 years of age."""
    return _too_young(record, "joined_on", _LEAST_TO_JOIN, "Vào Hội")


def party_too_young(record: CheckedRecord, _on: date) -> Doubt | None:
    """Joined the Party under 18 years of age."""
    return _too_young(record, "party_joined_on", _LEAST_FOR_PARTY, "Vào Đảng")


def _too_young(record: CheckedRecord, field: str, least: int, act: str) -> Doubt | None:
    born, day = record.born_on, getattr(record, field)
    if born is None or day is None or most_years(born, day) >= least:
        return None
    return Doubt(
        field, f"{act} khi chưa đủ {least} tuổi.", (told("born_on", born), told(field, day))
    )


def discharged_too_early(record: CheckedRecord, _on: date) -> Doubt | None:
    """Discharged before he enlisted."""
    return _wrong_order(
        record, "enlisted_on", "discharged_on", "Xuất ngũ trước khi nhập ngũ.", "discharged_on"
    )


def official_too_early(record: CheckedRecord, _on: date) -> Doubt | None:
    """A full member of the Party before he was admitted to it."""
    return _wrong_order(
        record,
        "party_joined_on",
        "party_official_on",
        "Thành đảng viên chính thức trước ngày vào Đảng.",
        "party_official_on",
    )


def card_too_early(record: CheckedRecord, _on: date) -> Doubt | None:
    """The card issued before he joined the Hội."""
    return _wrong_order(
        record, "joined_on", "card_issued_on", "Cấp thẻ trước khi vào Hội.", "card_issued_on"
    )


def reissued_too_early(record: CheckedRecord, _on: date) -> Doubt | None:
    """The card issued again before it was issued."""
    return _wrong_order(
        record,
        "card_issued_on",
        "card_reissued_on",
        "Cấp lại thẻ trước khi cấp thẻ.",
        "card_reissued_on",
    )


def joined_after_death(record: CheckedRecord, _on: date) -> Doubt | None:
    """Died before he joined the Hội."""
    return _wrong_order(record, "joined_on", "died_on", "Mất trước khi vào Hội.", "died_on")


def _wrong_order(
    record: CheckedRecord, early: str, late: str, reason: str, field: str
) -> Doubt | None:
    """A doubt where what comes later surely stands before what comes earlier."""
    first: PartialDate | None = getattr(record, early)
    second: PartialDate | None = getattr(record, late)
    if first is None or second is None or not surely_before(second, first):
        return None
    return Doubt(field, reason, (told(early, first), told(late, second)))
