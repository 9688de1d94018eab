"""What the member sheet (Phiếu thông tin hội viên) says of one person: every field as text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from ccb_desktop.domain.attached_files import AttachedFile
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.labels import EVENT_KIND, FIELD, POST_SCOPE, SEX, STATUS
from ccb_desktop.domain.masking import masked_person
from ccb_desktop.domain.members.consent import CONSENT_SHORT, consent_of
from ccb_desktop.domain.members.households import Household, state_in
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    in_order,
    standing_on,
    standings,
)
from ccb_desktop.domain.members.people import AgeRule, Person, Policy
from ccb_desktop.domain.members.units import Post, PostScope
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.own_fields import OwnField, OwnTexts, told_of
from ccb_desktop.domain.papers import PRACTICE, board_signature, letterhead_of
from ccb_desktop.domain.partial_dates import PartialDate

Texts = Mapping[str, str]

_YES_NO = {True: "Có", False: "Không"}
_NOT_PRINTED = {"id", "household_id", "sort_by_first_word", "periods", "policies", "sex", "tags"}
_OF_MEMBERSHIP = ("card_no", "card_issued_on", "card_reissued_on", "joined_on")
_OF_HOUSEHOLD = (
    *("business_kind", "business_name", "business_revenue_dong", "business_workers"),
    *("business_income_dong", "land_clearance"),
)
EVENT_FIELDS = ("happened_on", "kind", "place", "until_on", "decision", "reason")
OWN_FIELDS = ("label", "value")
POST_FIELDS = ("title", "scope", "organisation", "from_on", "to_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFile:
    """Everything the books say of one person.

    Attributes:
        own: What the branch's own fields say of him.
        photo: His photo as JPEG.
        attached: Photo and papers that lie in the books.
    """

    person: Person
    memberships: tuple[Membership, ...] = ()
    events: tuple[MembershipEvent, ...] = ()
    posts: tuple[Post, ...] = ()
    household: Household | None = None
    own: OwnTexts = field(default_factory=dict)
    photo: bytes | None = None
    attached: tuple[AttachedFile, ...] = ()

    def leaving(self, *, masked: bool) -> "MemberFile":
        """As a paper that leaves tells of him."""
        return replace(self, person=masked_person(self.person)) if masked else self


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """One sheet.

    Attributes:
        fields: By the names of `labels.FIELD`, empty where nothing is known.
        events: Movements of the membership of the Hội; by `EVENT_FIELDS`.
        posts: Posts held, now or before; by `POST_FIELDS`.
        own: The branch's own fields, filled in or not; by `OWN_FIELDS`.
        photo: The photo as JPEG, where there is one.
    """

    fields: Texts
    events: tuple[Texts, ...]
    posts: tuple[Texts, ...]
    own: tuple[Texts, ...] = ()
    photo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSource:
    """What all sheets are made with.

    Attributes:
        on: The day as at which they are written.
        unit_names: By id, the names of the day.
        labels: By list of codes: code → label.
        own_fields: The branch's own fields.
    """

    branch: Branch
    on: date
    unit_names: Mapping[int | None, str]
    labels: Mapping[str, Mapping[str, str]]
    own_fields: Sequence[OwnField] = ()


def heading_texts(source: SheetSource) -> Texts:
    """What the sheets of one branch have in common, by the names a template may use."""
    head = letterhead_of(source.branch, source.on)
    signature = board_signature(source.branch)
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "place_and_date": head.place_and_date,
        "signer_titles": "\n".join(signature.lines),
        "signer_name": signature.name,
        "practice_note": PRACTICE if source.branch.practice else "",
    }


def member_sheet(source: SheetSource, file: MemberFile) -> MemberSheet:
    """The sheet of one person."""
    hoi = next((m for m in file.memberships if m.kind is MembershipKind.HOI), None)
    own = [event for event in file.events if hoi is not None and event.membership_id == hoi.id]
    texts = {
        **_person(source, file.person),
        **_membership(source, hoi, own),
        **_clubs(source, file.memberships),
        **_household(source, file.household),
        "hoi_post": _posts_of(file.posts, source.on),
    }
    return MemberSheet(
        fields=texts,
        events=tuple(_event(source, event) for event in in_order(own)),
        posts=tuple(_post(post) for post in file.posts),
        own=tuple(_own(*told) for told in told_of(source.own_fields, file.own)),
        photo=file.photo,
    )


def text_of(value: object) -> str:
    """Any value of a record as it is printed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES_NO[value]
    return str(value)


def _person(source: SheetSource, person: Person) -> dict[str, str]:
    names = (one.name for one in fields(Person) if one.name not in _NOT_PRINTED)
    texts = {name: text_of(getattr(person, name)) for name in names}
    periods = source.labels.get("PERIOD", {})
    age = AgeRule(source.branch.age_rule).age(person.born_on, source.on) if person.born_on else None
    return texts | {
        "full_name_capitals": person.full_name.upper(),
        "sex": SEX[person.sex] if person.sex else "",
        "age": text_of(None if person.died_on else age),
        "consent": CONSENT_SHORT[consent_of(person.consent_on, person.consent_withdrawn_on)],
        "periods": "; ".join(label for code, label in periods.items() if code in person.periods),
        "policies": "; ".join(_policy(source, policy) for policy in person.policies),
    }


def _policy(source: SheetSource, policy: Policy) -> str:
    """`Thương binh, hạng 2/4, 61 %, từ 7/1982`."""
    parts = [source.labels.get("POLICY", {}).get(policy.kind, policy.kind)]
    parts += [f"hạng {policy.grade}"] if policy.grade else []
    parts += [f"{policy.rate_percent} %"] if policy.rate_percent is not None else []
    parts += [f"từ {policy.from_on}"] if policy.from_on else []
    parts += [f"đến {policy.to_on}"] if policy.to_on else []
    return ", ".join(parts) + (f" ({policy.note})" if policy.note else "")


def _membership(
    source: SheetSource, hoi: Membership | None, events: Iterable[MembershipEvent]
) -> dict[str, str]:
    texts = {name: text_of(getattr(hoi, name)) if hoi else "" for name in _OF_MEMBERSHIP}
    standing = standing_on(standings(hoi, events), source.on) if hoi else None
    category = str(hoi.admission_category) if hoi and hoi.admission_category else ""
    categories = source.labels.get("ADMISSION_CATEGORY", {})
    return texts | {
        "admission_category": categories.get(category, category),
        "unit": source.unit_names.get(standing.unit_id, "") if standing else "",
        "sub_unit": source.unit_names.get(standing.sub_unit_id, "") if standing else "",
        "status": STATUS[standing.status] if standing else "",
        "membership_note": hoi.note if hoi else "",
    }


def _clubs(source: SheetSource, memberships: Iterable[Membership]) -> dict[str, str]:
    clubs = [m for m in memberships if m.kind is MembershipKind.CLUB]
    return {
        "club": "; ".join(source.unit_names.get(club.unit_id, "") for club in clubs),
        "club_joined_on": "; ".join(map(_time_in_club, clubs)),
    }


def _time_in_club(club: Membership) -> str:
    return text_of(club.joined_on) + (f" đến {club.ended_on}" if club.ended_on else "")


def _household(source: SheetSource, household: Household | None) -> dict[str, str]:
    texts = {name: text_of(getattr(household, name)) if household else "" for name in _OF_HOUSEHOLD}
    for name in ("business_revenue_dong", "business_income_dong"):
        amount = getattr(household, name) if household else None
        texts[name] = "" if amount is None else f"{format_dong(amount)} đồng"
    state = state_in(household.years if household else (), source.on.year)
    return texts | {
        "household_head": household.head_name if household else "",
        "household_address": household.address if household else "",
        "poverty": source.labels.get("POVERTY", {}).get(state.poverty, ""),
        "house_state": source.labels.get("HOUSE", {}).get(state.house_state, ""),
        "cultural_family": text_of(state.cultural_family),
    }


def _posts_of(posts: Iterable[Post], on: date) -> str:
    held = (post for post in posts if post.scope is PostScope.HOI)
    return "; ".join(post.title for post in held if post.held_on(on))


def _event(source: SheetSource, event: MembershipEvent) -> Texts:
    unit = source.unit_names.get(event.unit_id, "")
    left = source.unit_names.get(event.from_unit_id, "")
    moved = event.kind is EventKind.MOVED_UNIT
    decision = [event.decision_no, _dated(event.decision_on)]
    return {
        "happened_on": str(event.happened_on),
        "kind": EVENT_KIND[event.kind],
        "place": f"{left} → {unit}" if moved else event.elsewhere or unit,
        "until_on": text_of(event.until_on),
        "decision": " ".join(part for part in decision if part),
        "reason": "; ".join(part for part in (event.reason, event.note) if part),
    }


def _dated(day: PartialDate | None) -> str:
    return f"ngày {day}" if day else ""


def _own(label: str, value: str) -> Texts:
    return {"label": label, "value": value}


def _post(post: Post) -> Texts:
    return {
        "title": post.title,
        "scope": POST_SCOPE[post.scope],
        "organisation": post.organisation,
        "from_on": text_of(post.from_on),
        "to_on": text_of(post.to_on),
    }


LABELS_ON_SHEET: Texts = {
    **FIELD,
    "household_address": "Địa chỉ hộ",
    "business_kind": "Mô hình kinh tế",
    "business_name": "Tên cơ sở",
    "business_revenue_dong": "Doanh thu một năm",
    "business_workers": "Số lao động",
    "business_income_dong": "Thu nhập một tháng",
    "land_clearance": "Hiến đất, giải phóng mặt bằng",
    "membership_note": "Ghi chú về hội viên",
}
"""What the lines of the sheet that ships with the program are called."""
