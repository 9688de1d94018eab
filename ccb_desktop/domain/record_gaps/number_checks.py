"""Doubts about numbers: CCCD and phones of a wrong length, a CCCD that says another birth or sex.

Of the twelve figures of a CCCD the fourth stands for century and sex (0 and 1 for men and women
born in the 1900s, 2 and 3 for those of the 2000s …), the fifth and sixth for the year of birth.
"""

import re
from datetime import date

from ccb_desktop.domain.labels import SEX
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.record_gaps.records import CheckedRecord, Doubt, told

_CITIZEN_ID = re.compile(r"[0-9]{9}|[0-9]{12}")
_CODED = re.compile(r"[0-9]{3}([0-9])([0-9]{2})[0-9]{6}")
_PHONE = re.compile(r"0[0-9]{9}|02[0-9]{9}")
_BETWEEN_PHONES = re.compile(r"[;,/]|\s+-\s+")
_INSIDE_PHONE = re.compile(r"[\s.\-()]")
_ABROAD = re.compile(r"^(\+84|0084)")
_FIRST_CENTURY = 1900


def wrong_citizen_id(record: CheckedRecord, _on: date) -> Doubt | None:
    """A CCCD has 12 figures, an old CMND 9."""
    if not record.citizen_id or _CITIZEN_ID.fullmatch(record.citizen_id):
        return None
    reason = f"Số CCCD có 12 chữ số, CMND có 9; số này có {len(record.citizen_id)} ký tự."
    return Doubt("citizen_id", reason, (told("citizen_id", record.citizen_id),))


def other_year_in_citizen_id(record: CheckedRecord, _on: date) -> Doubt | None:
    """The CCCD says another year of birth."""
    coded = _CODED.fullmatch(record.citizen_id)
    if coded is None or record.born_on is None:
        return None
    year = _FIRST_CENTURY + int(coded[1]) // 2 * 100 + int(coded[2])
    if year == record.born_on.year:
        return None
    return Doubt(
        "citizen_id",
        f"Số CCCD là của người sinh năm {year}.",
        (told("born_on", record.born_on), told("citizen_id", record.citizen_id)),
    )


def other_sex_in_citizen_id(record: CheckedRecord, _on: date) -> Doubt | None:
    """The CCCD says the other sex."""
    coded = _CODED.fullmatch(record.citizen_id)
    if coded is None or record.sex is None:
        return None
    sex = Sex.FEMALE if int(coded[1]) % 2 else Sex.MALE
    if sex is record.sex:
        return None
    return Doubt(
        "sex",
        f"Số CCCD là của người giới tính {SEX[sex].lower()}.",
        (told("sex", SEX[record.sex]), told("citizen_id", record.citizen_id)),
    )


def wrong_phone(record: CheckedRecord, _on: date) -> Doubt | None:
    """A phone has 10 figures and begins with 0; one of a house may have 11."""
    numbers = (plain_phone(text) for text in _BETWEEN_PHONES.split(record.phone) if text.strip())
    if all(_PHONE.fullmatch(number) for number in numbers):
        return None
    reason = "Số điện thoại có 10 chữ số, bắt đầu bằng số 0."
    return Doubt("phone", reason, (told("phone", record.phone),))


def plain_phone(text: str) -> str:
    """A phone number without the signs people write in it, as it is called at home."""
    return _ABROAD.sub("0", _INSIDE_PHONE.sub("", text))
