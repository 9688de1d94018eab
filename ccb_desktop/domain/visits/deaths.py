"""What is done when somebody dies: step by step, each in its time, and what of it is open."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.lunar.calendar import OutOfCalendar, to_lunar
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.memberships import Membership, MembershipEvent
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathFile:
    """All that the books say of one death.

    Attributes:
        case: An empty one, where none was begun.
        membership: Of the Hội, if he ever had one.
        event: Its event DECEASED.
        is_member: Whether he stands in the Hội today, so that his death is an event of it.
        unit_id, unit_name: Where he stood last.
        condolences: The visits that stand.
        owed_dong: Principal of his loans that is outstanding.
        lacking_dong: What lacks of his dues.
    """

    case: DeathCase
    person: Person
    membership: Membership | None = None
    event: MembershipEvent | None = None
    is_member: bool = False
    unit_id: int | None = None
    unit_name: str = ""
    condolences: tuple[Visit, ...] = ()
    relatives: tuple[Relative, ...] = ()
    posts: tuple[Post, ...] = ()
    household: Household | None = None
    owed_dong: int = 0
    lacking_dong: int = 0

    def leaving(self, *, masked: bool) -> "DeathFile":
        """As a paper that leaves tells of it."""
        if not masked:
            return self
        family = tuple(replace(one, phone=mask(one.phone)) for one in self.relatives)
        return replace(self, relatives=family)

    def visit_by(self, level: PaidBy) -> Visit | None:
        """The visit of condolence that one level has made."""
        return next((visit for visit in self.condolences if visit.paid_by is level), None)

    @property
    def held_posts(self) -> tuple[Post, ...]:
        """The posts that were not ended."""
        return tuple(post for post in self.posts if post.to_on is None)

    @property
    def is_head(self) -> bool:
        """Whether he still stands as the head of his household."""
        home = self.household
        return home is not None and search_key(home.head_name) == search_key(self.person.full_name)


class OpenStep(StrEnum):
    """What can be open of a death."""

    EVENT = "EVENT"
    LUNAR_DAY = "LUNAR_DAY"
    CONDOLENCE = "CONDOLENCE"
    COMMITTEE = "COMMITTEE"
    RELATIVES = "RELATIVES"
    PAPERS = "PAPERS"
    CARD = "CARD"
    POSTS = "POSTS"
    HOUSEHOLD = "HOUSEHOLD"
    LOAN = "LOAN"
    DUES = "DUES"


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """One thing that is still to be done; `short` as it stands in a list, `text` in full."""

    step: OpenStep
    short: str
    text: str


def open_matters(file: DeathFile) -> list[OpenMatter]:
    """What is still open of a death, in the order of the steps."""
    return [*_open_of_case(file), *open_elsewhere(file)]


def _open_of_case(file: DeathFile) -> Iterator[OpenMatter]:
    case = file.case
    if file.is_member and file.event is None:
        yield OpenMatter(OpenStep.EVENT, "ghi từ trần", "Chưa ghi từ trần vào danh sách hội viên.")
    if not file.person.lunar_death_day:
        yield OpenMatter(
            OpenStep.LUNAR_DAY, "ngày giỗ", "Chưa có ngày mất âm lịch nên chưa nhắc được ngày giỗ."
        )
    if not file.condolences:
        yield OpenMatter(OpenStep.CONDOLENCE, "phúng viếng", "Chưa ghi lần phúng viếng nào.")
    if not case.committee.strip():
        yield OpenMatter(OpenStep.COMMITTEE, "ban tang lễ", "Chưa ghi ban tang lễ.")
    if not file.relatives:
        yield OpenMatter(OpenStep.RELATIVES, "thân nhân", "Chưa ghi thân nhân.")
    if case.papers_sent_on is None:
        there = f" Đã có {len(case.papers)} loại giấy tờ." if case.papers else ""
        yield OpenMatter(OpenStep.PAPERS, "mai táng phí", f"Chưa nộp hồ sơ mai táng phí.{there}")
    card_no = file.membership.card_no if file.membership else ""
    if card_no and case.card_returned_on is None:
        yield OpenMatter(OpenStep.CARD, "thẻ hội viên", f"Chưa thu lại thẻ số {card_no}.")


def open_elsewhere(file: DeathFile) -> Iterator[OpenMatter]:
    """What other books still hold of the dead: posts, household, loans, dues."""
    held = file.held_posts
    if held:
        titles = ", ".join(post.title for post in held)
        yield OpenMatter(OpenStep.POSTS, "chức danh", f"Còn đứng tên chức danh: {titles}.")
    if file.is_head:
        yield OpenMatter(
            OpenStep.HOUSEHOLD, "chủ hộ", "Còn đứng tên chủ hộ; chọn chủ hộ mới khi gia đình báo."
        )
    if file.owed_dong:
        owed = format_dong(file.owed_dong)
        yield OpenMatter(
            OpenStep.LOAN,
            "khoản vay",
            f"Còn nợ vốn vay {owed} đồng; Ban Chấp hành bàn với gia đình (trả, gia hạn, xóa nợ).",
        )
    if file.lacking_dong:
        lacking = format_dong(file.lacking_dong)
        yield OpenMatter(
            OpenStep.DUES, "hội phí", f"Hội phí những năm trước còn thiếu {lacking} đồng."
        )


def never_silent(file: DeathFile, ended_posts: Collection[int] = ()) -> list[OpenMatter]:
    """What is told even of a death that is closed: loans that are owed, posts that are held.

    Args:
        file: The death.
        ended_posts: Ids of posts that end with what is being saved.
    """
    left = tuple(post for post in file.posts if post.id not in ended_posts)
    matters = open_elsewhere(replace(file, posts=left))
    return [one for one in matters if one.step in (OpenStep.LOAN, OpenStep.POSTS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathLine:
    """One death as it stands in the list.

    Attributes:
        lunar_death_day: As the family told, else as it follows from the day.
        open: What is still open of a case that was begun; of a closed one what is never silent.
        branch_dong, unit_dong: What the Hội and what his chi hội brought, never added up.
    """

    person_id: int
    full_name: str
    born_on: PartialDate | None
    died_on: PartialDate | None
    lunar_death_day: str
    unit_name: str
    is_begun: bool
    closed_on: date | None
    branch_dong: int
    unit_dong: int
    open: tuple[OpenMatter, ...]

    @property
    def state(self) -> str:
        """How far it has come, in words."""
        if self.closed_on is not None:
            return f"Xong {short_date(self.closed_on)}"
        if not self.is_begun:
            return "Chưa ghi việc tang"
        return "Đang làm"


def line_of(file: DeathFile) -> DeathLine:
    """What the list says of a death."""
    is_begun = file.case.id is not None
    matters = never_silent(file) if file.case.closed_on else open_matters(file)

    def brought(level: PaidBy) -> int:
        return sum(visit.amount_dong for visit in file.condolences if visit.paid_by is level)

    return DeathLine(
        person_id=file.person.id or 0,
        full_name=file.person.full_name,
        born_on=file.person.born_on,
        died_on=file.person.died_on,
        lunar_death_day=file.person.lunar_death_day or lunar_day(file.person.died_on),
        unit_name=file.unit_name,
        is_begun=is_begun,
        closed_on=file.case.closed_on,
        branch_dong=brought(PaidBy.BRANCH),
        unit_dong=brought(PaidBy.CHI_HOI),
        open=tuple(matters) if is_begun else (),
    )


def is_condolence(visit: Visit, died_on: PartialDate | None) -> bool:
    """Whether a visit to somebody is one of condolence for his own death, and stands."""
    if visit.occasion != Occasion.FUNERAL or visit.voided_on is not None:
        return False
    if visit.recipient_kind is RecipientKind.RELATIVE:
        return False
    return died_on is None or visit.visited_on >= died_on.first_day


def lunar_day(died_on: PartialDate | None) -> str:
    """The day and month of a death by the lunar calendar, `15/7`; empty where it is not known.

    In a leap month the day of remembrance is that of the month of the same number.
    """
    if died_on is None or not died_on.is_complete:
        return ""
    try:
        lunar = to_lunar(died_on.first_day)
    except OutOfCalendar:
        return ""
    return f"{lunar.day}/{lunar.month}"


def is_lunar_day(text: str) -> bool:
    """Whether a text is a day and month of the lunar calendar: 1 to 30, 1 to 12."""
    day, _, month = text.partition("/")
    return day.isdecimal() and month.isdecimal() and 1 <= int(day) <= 30 and 1 <= int(month) <= 12


def honoured(file: DeathFile) -> str:
    """The name of the dead as it is said: `đồng chí …` of a member, else `ông`, `bà`."""
    if file.membership is not None:
        return f"đồng chí {file.person.full_name}"
    title = {Sex.MALE: "ông", Sex.FEMALE: "bà", None: "ông (bà)"}[file.person.sex]
    return f"{title} {file.person.full_name}"
