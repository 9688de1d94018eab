"""Whether what is written of an illness or of a relative can be kept."""

import re
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.care import Illness, Relative

_LUNAR_DAY = re.compile(r"([1-9]|[12][0-9]|30)/([1-9]|1[0-2])( nhuận)?")


def check_illness(illness: Illness, today: date) -> None:
    """See that an illness can be kept.

    Raises:
        Invalid: By field: `from_on`, `to_on`.
    """
    faults: dict[str, str] = {}
    if illness.from_on > today:
        faults["from_on"] = f"Ngày {illness.from_on:%d/%m/%Y} chưa tới. Ghi ngày bắt đầu đau ốm."
    if illness.to_on is not None and illness.to_on < illness.from_on:
        faults["to_on"] = "Ngày khỏi, ra viện đứng trước ngày bắt đầu."
    if faults:
        raise Invalid(faults)


def lunar_day_fault(text: str) -> str:
    """What is wrong with a day of the lunar calendar, `15/7`; nothing when it can be read."""
    if not text.strip() or _LUNAR_DAY.fullmatch(text.strip()):
        return ""
    return "Ghi ngày và tháng âm lịch, ví dụ 15/7 hoặc 15/7 nhuận."


def check_relative(relative: Relative) -> None:
    """See that a relative can be kept.

    Raises:
        Invalid: By field: `full_name`, `relation`, `lunar_death_day`.
    """
    faults: dict[str, str] = {}
    if not relative.full_name.strip():
        faults["full_name"] = "Ghi họ tên thân nhân."
    if not relative.relation.strip():
        faults["relation"] = "Ghi quan hệ, ví dụ: vợ, con trai."
    fault = lunar_day_fault(relative.lunar_death_day)
    if fault:
        faults["lunar_death_day"] = fault
    if faults:
        raise Invalid(faults)
