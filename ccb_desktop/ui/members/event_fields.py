"""What is asked about each kind of event, and which rule of the Hội is told beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.charter import charter_on, months_after, readmission_concerns
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    IN_HOI,
    EventKind,
    MembershipEvent,
    Status,
)
from ccb_desktop.domain.printing import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EventForm:
    """What the dialog of one kind of event shows.

    Attributes:
        title: The act in the officers' words, as the title and the button that saves say it.
        fields: What is asked, in this order; names of `MembershipEvent`, and `unit` and
            `sub_unit` for its units.
        labels: Where this kind says a field otherwise than `labels.FIELD`.
        advice: The rule that always holds for it.
    """

    title: str
    fields: tuple[str, ...]
    labels: dict[str, str] = field(default_factory=dict)
    advice: str = ""

    def label(self, name: str) -> str:
        """What a field is called here."""
        return self.labels.get(name, FIELD[name])


_DECISION = ("decision_no", "decision_on", "reason", "note")
_ADMISSION = ("decision_no", "decision_on", "ceremony_on", "reason", "note")
_LETTER = {"decision_no": "Số giấy giới thiệu", "decision_on": "Ngày giấy giới thiệu"}
_LETTER_FIELDS = ("decision_no", "decision_on", "letter_on")
_UNITS = ("unit", "sub_unit")

EVENT_FORMS: dict[EventKind, EventForm] = {
    EventKind.ADMITTED: EventForm(
        title="Ghi kết nạp",
        fields=("happened_on", *_UNITS, *_ADMISSION),
        labels={"happened_on": "Ngày kết nạp"},
        advice="Chi hội đồng ý ít nhất hai phần ba số được triệu tập, Ban Chấp hành quyết định.",
    ),
    EventKind.READMITTED: EventForm(
        title="Ghi kết nạp lại",
        fields=("happened_on", *_UNITS, *_ADMISSION),
        labels={"happened_on": "Ngày kết nạp lại"},
        advice="Chỉ kết nạp lại một lần, sau ít nhất 12 tháng kể từ ngày xóa tên, khai trừ.",
    ),
    EventKind.TRANSFERRED_IN: EventForm(
        title="Ghi chuyển đến",
        fields=("happened_on", "elsewhere", *_UNITS, *_LETTER_FIELDS, "note"),
        labels={"happened_on": "Ngày chuyển đến", "elsewhere": "Chuyển đến từ", **_LETTER},
    ),
    EventKind.TRANSFERRED_OUT: EventForm(
        title="Ghi chuyển đi",
        fields=("happened_on", "elsewhere", *_LETTER_FIELDS, "reason", "note"),
        labels={"happened_on": "Ngày chuyển đi", "elsewhere": "Chuyển đi đâu", **_LETTER},
    ),
    EventKind.MOVED_UNIT: EventForm(
        title="Ghi chuyển chi hội",
        fields=("happened_on", *_UNITS, *_DECISION),
        labels={"happened_on": "Ngày chuyển", "unit": "Chuyển sang chi hội"},
    ),
    EventKind.EXEMPTED: EventForm(
        title="Ghi miễn sinh hoạt",
        fields=("happened_on", "until_on", *_DECISION),
        labels={"happened_on": "Miễn từ ngày", "until_on": "Miễn đến ngày"},
        advice=(
            "Vẫn là hội viên, vẫn đóng hội phí, ba tháng báo cáo chi hội một lần; "
            "cuối năm không xếp loại."
        ),
    ),
    EventKind.RESUMED: EventForm(
        title="Ghi sinh hoạt trở lại",
        fields=("happened_on", *_DECISION),
        labels={"happened_on": "Sinh hoạt trở lại từ ngày"},
    ),
    EventKind.SUSPENDED: EventForm(
        title="Ghi đình chỉ sinh hoạt",
        fields=("happened_on", "until_on", *_DECISION),
        labels={"happened_on": "Đình chỉ từ ngày", "until_on": "Đình chỉ đến ngày"},
    ),
    EventKind.STRUCK_OFF: EventForm(
        title="Ghi xóa tên",
        fields=("happened_on", *_DECISION),
        labels={"happened_on": "Ngày xóa tên"},
        advice=(
            "Xóa tên khi tự ý bỏ sinh hoạt và không đóng hội phí 12 tháng liền, trả hoặc hủy "
            "thẻ, không tiến bộ sau 12 tháng được giúp đỡ, hoặc không đủ tiêu chuẩn."
        ),
    ),
    EventKind.RESIGNED: EventForm(
        title="Ghi xin ra khỏi Hội",
        fields=("happened_on", *_DECISION),
        labels={"happened_on": "Ngày ra khỏi Hội"},
        advice="Người tự xin ra khỏi Hội thì sau này không được kết nạp lại.",
    ),
    EventKind.EXPELLED: EventForm(
        title="Ghi khai trừ",
        fields=("happened_on", *_DECISION),
        labels={"happened_on": "Ngày khai trừ"},
        advice="Hội viên có quyền khiếu nại trong 30 ngày làm việc kể từ ngày có quyết định.",
    ),
    EventKind.DECEASED: EventForm(
        title="Ghi từ trần",
        fields=("happened_on", "reason", "note"),
        labels={"happened_on": "Ngày từ trần", "reason": "Nguyên nhân"},
        advice="Ngày mất được ghi luôn vào hồ sơ.",
    ),
}


def kinds_for(status: Status | None) -> list[EventKind]:
    """The events that can follow, in the order of the menu, for one who stands like this.

    Args:
        status: `None` for one who never was in the Hội.
    """
    if status is Status.DECEASED:
        return []
    if status not in IN_HOI:
        entries = [kind for kind in EventKind if kind in ENTRIES]
        return entries if status is not None else [EventKind.ADMITTED, EventKind.TRANSFERRED_IN]
    resumable = status in (Status.EXEMPT, Status.SUSPENDED)
    return [
        kind
        for kind in EventKind
        if kind not in ENTRIES and (kind is not EventKind.RESUMED or resumable)
    ]


def reminders(
    kind: EventKind,
    happened_on: date,
    until_on: date | None,
    earlier: Iterable[MembershipEvent],
    calendar: WorkCalendar,
    decided_on: date | None = None,
) -> list[str]:
    """What the rules say about this event on this day, one sentence each.

    Args:
        kind: What is recorded.
        happened_on: Its first possible day.
        decided_on: Day of the decision or letter, from which terms run if it is known.
        until_on: Last day of an exemption or suspension.
        earlier: The events already recorded of the membership.
        calendar: The working days.
    """
    begun = decided_on or happened_on
    if kind is EventKind.READMITTED:
        return [*readmission_concerns(earlier, happened_on), _ceremony(begun, calendar)]
    if kind is EventKind.ADMITTED:
        return [_ceremony(begun, calendar)]
    if kind in (EventKind.TRANSFERRED_IN, EventKind.TRANSFERRED_OUT):
        days = charter_on(begun).transfer_working_days
        last = short_date(calendar.working_day_after(begun, days))
        return [f"Giấy giới thiệu và hồ sơ nộp trong {days} ngày làm việc: chậm nhất ngày {last}."]
    if kind is EventKind.EXEMPTED:
        return _about_exemption(happened_on, until_on)
    if kind is EventKind.SUSPENDED:
        return _about_suspension(happened_on, until_on, calendar)
    return []


def _ceremony(decided_on: date, calendar: WorkCalendar) -> str:
    days = charter_on(decided_on).ceremony_working_days
    last = short_date(calendar.working_day_after(decided_on, days))
    return f"Lễ kết nạp tổ chức trong {days} ngày làm việc: chậm nhất ngày {last}."


def _about_exemption(from_on: date, until_on: date | None) -> list[str]:
    months = charter_on(from_on).exemption_months
    first_report = months_after(from_on, months)
    if until_on is not None and until_on < first_report:
        return [f"Theo hướng dẫn, miễn sinh hoạt từ {months} tháng trở lên; đây chưa đủ."]
    return [f"Báo cáo chi hội lần đầu khoảng ngày {short_date(first_report)}."]


def _about_suspension(from_on: date, until_on: date | None, calendar: WorkCalendar) -> list[str]:
    usual, longest = charter_on(from_on).suspension_working_days
    if until_on is not None and until_on > calendar.working_day_after(from_on, longest):
        return [f"Đình chỉ quá {longest} ngày làm việc, kể cả gia hạn."]
    last = short_date(calendar.working_day_after(from_on, usual))
    return [f"Đình chỉ tối đa {usual} ngày làm việc (đến {last}), gia hạn không quá {longest}."]
