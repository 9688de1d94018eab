"""What must hold before a record of the roster is kept; warnings are told, not enforced."""

from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post, Unit
from ccb_desktop.domain.partial_dates import PartialDate

_FIRST_BIRTH_YEAR = 1900


def check_person(person: Person, today: date) -> None:
    """See that a person's entries can be true.

    Raises:
        Invalid: By field, with one sentence each.
    """
    faults: dict[str, str] = {}
    if not person.full_name.strip():
        faults["full_name"] = "Ghi họ và tên."
    if person.born_on is not None and not _can_be_birth(person.born_on, today):
        faults["born_on"] = f"Ngày sinh phải từ năm {_FIRST_BIRTH_YEAR} đến nay."
    if person.citizen_id and not _is_citizen_id(person.citizen_id):
        faults["citizen_id"] = "Số CCCD có 12 chữ số; số CMND cũ có 9 chữ số."
    for first, second, sentence in _ORDERS:
        early, late = getattr(person, first), getattr(person, second)
        if early is not None and late is not None and late.last_day < early.first_day:
            faults[second] = sentence
    faults |= _consent_faults(person, today)
    if faults:
        raise Invalid(faults)


def _consent_faults(person: Person, today: date) -> dict[str, str]:
    withdrawn = person.consent_withdrawn_on
    if withdrawn is None and person.consent_withdrawn_reason.strip():
        return {"consent_withdrawn_on": "Đã ghi lý do rút đồng ý thì ghi cả ngày rút."}
    if withdrawn is not None and withdrawn.first_day > today:
        return {"consent_withdrawn_on": "Ngày rút đồng ý chưa đến."}
    return {}


_ORDERS = (
    ("born_on", "enlisted_on", "Ngày nhập ngũ đứng trước ngày sinh."),
    ("enlisted_on", "discharged_on", "Ngày xuất ngũ đứng trước ngày nhập ngũ."),
    ("born_on", "party_joined_on", "Ngày vào Đảng đứng trước ngày sinh."),
    ("party_joined_on", "party_official_on", "Ngày chính thức đứng trước ngày vào Đảng."),
    ("born_on", "died_on", "Ngày mất đứng trước ngày sinh."),
)


def _can_be_birth(born_on: PartialDate, today: date) -> bool:
    return born_on.year >= _FIRST_BIRTH_YEAR and born_on.first_day <= today


def _is_citizen_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) in (9, 12)


def check_membership(membership: Membership, person: Person) -> None:
    """See that a membership can be true of its person.

    Raises:
        Invalid: By field.
    """
    faults: dict[str, str] = {}
    if membership.unit_id is None:
        faults["unit"] = "Chọn chi hội hoặc câu lạc bộ."
    joined, born = membership.joined_on, person.born_on
    if joined is not None and born is not None and joined.last_day < born.first_day:
        faults["joined_on"] = "Ngày vào Hội đứng trước ngày sinh."
    if faults:
        raise Invalid(faults)


def check_unit(unit: Unit) -> None:
    """See that a unit can be kept.

    Raises:
        Invalid: By field.
    """
    faults: dict[str, str] = {}
    if not unit.code.strip():
        faults["code"] = "Ghi mã của đơn vị, ví dụ CH1."
    if not unit.names or not all(name.name.strip() for name in unit.names):
        faults["name"] = "Ghi tên đơn vị."
    founded, ended = unit.founded_on, unit.ended_on
    if founded is not None and ended is not None and ended.last_day < founded.first_day:
        faults["ended_on"] = "Ngày kết thúc đứng trước ngày thành lập."
    if unit.successor_id is not None and ended is None:
        faults["ended_on"] = "Ghi ngày kết thúc, vì đã có đơn vị nhận hội viên."
    if faults:
        raise Invalid(faults)


def check_post(post: Post) -> None:
    """See that a post can be kept.

    Raises:
        Invalid: By field.
    """
    faults: dict[str, str] = {}
    if not post.title.strip():
        faults["title"] = "Ghi chức danh."
    begun, ended = post.from_on, post.to_on
    if begun is not None and ended is not None and ended.last_day < begun.first_day:
        faults["to_on"] = "Ngày thôi giữ chức đứng trước ngày nhận."
    if faults:
        raise Invalid(faults)
