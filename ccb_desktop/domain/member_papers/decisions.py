"""Decisions and letters about one member: which there are, and what their fields say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.member_papers.member_sheet import (
    MemberFile,
    SheetSource,
    Texts,
    heading_texts,
    member_sheet,
)
from ccb_desktop.domain.members.memberships import (
    EventKind,
    MembershipEvent,
    MembershipKind,
    in_order,
)
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import document_number
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import long_date, short_date

BLANK = "………………"
"""Room for the pen where the books do not know."""

_PLACE = re.compile(r"(phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberForm:
    """One form.

    Attributes:
        label: Its name.
        short: What the button that prints it says: `quyết định`.
        template: The Word file with fields that comes with the program.
        symbol: Sign of its kind in its number: `QĐ`.
        kinds: The events it is about; the last one of these is printed.
    """

    label: str
    short: str
    template: str
    symbol: str
    kinds: tuple[EventKind, ...]


FORMS: Mapping[str, MemberForm] = {
    "introduction": MemberForm(
        label="Giấy giới thiệu sinh hoạt",
        short="giấy giới thiệu",
        template="giay-gioi-thieu.docx",
        symbol="GGT",
        kinds=(EventKind.TRANSFERRED_OUT,),
    ),
    "admission-decision": MemberForm(
        label="Quyết định kết nạp",
        short="quyết định",
        template="quyet-dinh-ket-nap.docx",
        symbol="QĐ",
        kinds=(EventKind.ADMITTED, EventKind.READMITTED),
    ),
    "exemption-decision": MemberForm(
        label="Quyết định miễn sinh hoạt",
        short="quyết định",
        template="quyet-dinh-mien-sinh-hoat.docx",
        symbol="QĐ",
        kinds=(EventKind.EXEMPTED,),
    ),
    "strike-off-decision": MemberForm(
        label="Quyết định xóa tên",
        short="quyết định",
        template="quyet-dinh-xoa-ten.docx",
        symbol="QĐ",
        kinds=(EventKind.STRUCK_OFF,),
    ),
}
"""Name on the command line → form."""


def form_texts(
    form: MemberForm,
    source: SheetSource,
    calendar: WorkCalendar,
    file: MemberFile,
    number: int | None = None,
) -> Texts:
    """Every field of a form for one person; what the books do not know is room for the pen.

    The number of the register is printed where the event has none, and its day likewise.
    """
    event = event_of(form, file)
    texts = {**heading_texts(source), **member_sheet(source, file).fields}
    about = _about(form, source, calendar, event)
    if number is not None and not (event and event.decision_no):
        about["number"] = document_number(form.symbol, number, source.branch.number_style)
        if event is None or event.decision_on is None:
            about["place_and_date"] = f"{source.branch.place}, {long_date(source.on)}"
    blank = {name: text or BLANK for name, text in texts.items()}
    never_blank = ("signer_name", "sub_unit", "hoi_post", "note", "practice_note")
    kept = {name: texts[name] for name in never_blank}
    return {**blank, **kept, **about, **_whom(file), **_place(source.branch, texts)}


def event_of(form: MemberForm, file: MemberFile) -> MembershipEvent | None:
    """The last event of the person that the form is about."""
    hoi = {m.id for m in file.memberships if m.kind is MembershipKind.HOI}
    own = [e for e in file.events if e.membership_id in hoi and e.kind in form.kinds]
    return in_order(own)[-1] if own else None


def _about(
    form: MemberForm, source: SheetSource, calendar: WorkCalendar, event: MembershipEvent | None
) -> dict[str, str]:
    """What the form says of the event: number, days, reason, and terms that run from it."""
    decided = event.decision_on if event else None
    dated = decided.first_day if decided is not None and decided.is_complete else None
    place = source.branch.place
    number = event.decision_no if event else ""
    charter = charter_on(dated or source.on)
    return {
        "number": number or document_number(form.symbol, None, source.branch.number_style),
        "place_and_date": f"{place}, {long_date(dated) if dated else _open_date(source.on)}",
        "happened_on": _said(event.happened_on if event else None),
        "until_on": _said(event.until_on if event else None),
        "until_phrase": f" đến {_said(event.until_on)}" if event and event.until_on else "",
        "reason": (event.reason if event else "") or BLANK,
        "elsewhere": _branch_of(event.elsewhere) if event and event.elsewhere else BLANK,
        "readmitted": "lại " if event and event.kind is EventKind.READMITTED else "",
        "ceremony_days": str(charter.ceremony_working_days),
        "ceremony_last": _last(calendar, dated, charter.ceremony_working_days),
        "transfer_days": str(charter.transfer_working_days),
        "transfer_last": _last(calendar, dated, charter.transfer_working_days),
        "report_months": str(charter.exemption_months),
    }


def _branch_of(place: str) -> str:
    """Whom a letter is for, where the books name only the place: `Hội CCB xã Tân Khê`."""
    return f"Hội CCB {place}" if _PLACE.match(place) else place


def _open_date(on: date) -> str:
    """A date of which day and month are left to the pen."""
    return f"ngày … tháng … năm {on.year}"


def _said(day: PartialDate | None) -> str:
    """`ngày 12/05/2026`, `tháng 5/2026`, `năm 2026`, or room for the pen."""
    if day is None:
        return f"ngày {BLANK}"
    return f"{('năm', 'tháng', 'ngày')[day.precision - 1]} {day}"


def _last(calendar: WorkCalendar, decided_on: date | None, days: int) -> str:
    """The last working day of a term, where its beginning is known."""
    if decided_on is None:
        return f"ngày {BLANK}"
    return f"ngày {short_date(calendar.working_day_after(decided_on, days))}"


def _whom(file: MemberFile) -> dict[str, str]:
    """How the person is called: `ông`, `bà`, or both where his sex is not known."""
    said = {Sex.MALE: "ông", Sex.FEMALE: "bà", None: "ông (bà)"}[file.person.sex]
    return {"title": said, "title_capital": said[0].upper() + said[1:]}


def _place(branch: Branch, texts: Mapping[str, str]) -> dict[str, str]:
    """The chi hội with its phân hội: `Phân hội 2, Chi hội 3`."""
    parts = (texts["sub_unit"], texts["unit"])
    return {
        "unit_phrase": ", ".join(part for part in parts if part) or f"Chi hội {BLANK}",
        "issuer_capitals": branch.name.upper(),
        "issuer_name": branch.name,
        "parent_name": branch.parent,
    }
