"""Every check of dates and numbers under its name, and what all of them find."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.record_gaps import life_checks, membership_checks, number_checks
from ccb_desktop.domain.record_gaps.records import CheckedRecord, Doubt

Check = Callable[[CheckedRecord, date], Doubt | None]


@dataclass(frozen=True, slots=True)
class CheckKind:
    """One check as officers know it."""

    label: str
    find: Check


CHECKS: Mapping[str, CheckKind] = {
    "born-early": CheckKind("Sinh trước năm 1900", life_checks.born_too_early),
    "future": CheckKind("Ngày chưa đến", life_checks.in_the_future),
    "enlisted-young": CheckKind("Nhập ngũ dưới 15 tuổi", life_checks.enlisted_too_young),
    "enlisted-old": CheckKind("Nhập ngũ ngoài 40 tuổi", life_checks.enlisted_too_old),
    "discharged": CheckKind("Xuất ngũ trước nhập ngũ", life_checks.discharged_too_early),
    "joined-young": CheckKind("Vào Hội dưới 16 tuổi", life_checks.joined_too_young),
    "joined-dead": CheckKind("Mất trước khi vào Hội", life_checks.joined_after_death),
    "joined-differs": CheckKind("Hai ngày vào Hội", membership_checks.days_of_joining_differ),
    "card": CheckKind("Cấp thẻ trước khi vào Hội", life_checks.card_too_early),
    "reissued": CheckKind("Cấp lại thẻ trước khi cấp", life_checks.reissued_too_early),
    "party-young": CheckKind("Vào Đảng dưới 18 tuổi", life_checks.party_too_young),
    "party-official": CheckKind("Chính thức trước vào Đảng", life_checks.official_too_early),
    "dead-member": CheckKind("Đã mất mà vẫn là hội viên", membership_checks.dead_but_member),
    "death-differs": CheckKind("Hai ngày mất", membership_checks.days_of_death_differ),
    "event-future": CheckKind("Biến động chưa đến ngày", membership_checks.event_in_the_future),
    "event-dead": CheckKind("Biến động sau ngày mất", membership_checks.event_after_death),
    "event-unborn": CheckKind("Biến động trước ngày sinh", membership_checks.event_before_birth),
    "post-dead": CheckKind("Giữ chức sau ngày mất", membership_checks.post_after_death),
    "very-old": CheckKind("Ngoài 100 tuổi", membership_checks.very_old),
    "citizen-id": CheckKind("CCCD sai độ dài", number_checks.wrong_citizen_id),
    "citizen-id-year": CheckKind("CCCD khác năm sinh", number_checks.other_year_in_citizen_id),
    "citizen-id-sex": CheckKind("CCCD khác giới tính", number_checks.other_sex_in_citizen_id),
    "phone": CheckKind("Điện thoại sai độ dài", number_checks.wrong_phone),
}
"""Name → what officers call it, and the function that finds it."""


@dataclass(frozen=True, slots=True)
class RecordDoubt:
    """A doubt about somebody; `check` is a name of `CHECKS`."""

    record: CheckedRecord
    check: str
    doubt: Doubt

    @property
    def label(self) -> str:
        """What the check is called."""
        return CHECKS[self.check].label

    def hide_numbers(self, text: str, secret: Callable[[str], str]) -> str:
        """A text about him with CCCD and phone as `secret` shows them."""
        for number in filter(None, (self.record.citizen_id, self.record.phone)):
            text = text.replace(number, secret(number))
        return text


def doubts_of(record: CheckedRecord, on: date) -> list[RecordDoubt]:
    """Everything that cannot be true of one person on a day."""
    found = ((name, kind.find(record, on)) for name, kind in CHECKS.items())
    return [RecordDoubt(record, name, doubt) for name, doubt in found if doubt is not None]


def all_doubts(records: Iterable[CheckedRecord], on: date) -> tuple[RecordDoubt, ...]:
    """The doubts about some people, person by person."""
    return tuple(doubt for record in records for doubt in doubts_of(record, on))
