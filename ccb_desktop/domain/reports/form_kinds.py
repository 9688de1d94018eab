"""What is told of a form before it is made: its group, what it is for, what it needs."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.periods import Period


class FormGroup(StrEnum):
    """The groups in which forms are offered."""

    MEMBERS = "MEMBERS"
    DECISIONS = "DECISIONS"
    MEETINGS = "MEETINGS"
    MONEY = "MONEY"
    WELFARE = "WELFARE"
    WORK = "WORK"
    OFFICE = "OFFICE"


FORM_GROUP: Mapping[FormGroup, str] = {
    FormGroup.MEMBERS: "Hồ sơ hội viên",
    FormGroup.DECISIONS: "Đơn, quyết định",
    FormGroup.MEETINGS: "Họp, mời, ký nhận",
    FormGroup.MONEY: "Thu, chi, vay vốn",
    FormGroup.WELFARE: "Thăm hỏi, việc tang",
    FormGroup.WORK: "Nhiệm vụ, thi đua",
    FormGroup.OFFICE: "Bàn giao",
}
"""Group → what officers call it, in the order in which they are offered."""


class Need(StrEnum):
    """For whom or what a form is made: a page for each that is chosen."""

    MEMBERS = "MEMBERS"
    THE_DEAD = "THE_DEAD"
    HOUSES = "HOUSES"
    VOUCHERS = "VOUCHERS"
    CASH_COUNTS = "CASH_COUNTS"
    LOANS = "LOANS"
    MEETINGS = "MEETINGS"
    DONORS = "DONORS"
    CAMPAIGN = "CAMPAIGN"
    UNITS = "UNITS"
    NOTHING = "NOTHING"


NEED_NOUN: Mapping[Need, str] = {
    Need.MEMBERS: "người",
    Need.THE_DEAD: "người",
    Need.HOUSES: "nhà",
    Need.VOUCHERS: "phiếu",
    Need.CASH_COUNTS: "lần kiểm kê",
    Need.LOANS: "khoản vay",
    Need.MEETINGS: "buổi",
    Need.DONORS: "người ủng hộ",
    Need.CAMPAIGN: "đợt vận động",
    Need.UNITS: "chi hội",
    Need.NOTHING: "",
}
"""What is counted in the list from which one chooses."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that is typed for a form.

    Attributes:
        name: Under which it is kept in `FormOrder.texts`.
        label: What stands over its field.
        hint: An example.
        lines: How many lines its field has.
        required: Whether the form cannot be made without.
    """

    name: str
    label: str
    hint: str = ""
    lines: int = 1
    required: bool = False


@dataclass(frozen=True, slots=True)
class FormKind:
    """One form.

    Attributes:
        name: On the command line.
        label: What officers call it.
        purpose: One line saying what it is for.
        only_one: Whether it is made for one at a time.
        or_blank: Whether it may be made for nobody, to be filled in with the pen.
        or_all: Whether it is made for all of them where none is chosen.
        of_year: Whether it is that of a year.
        asked: What is typed for it.
        template: The Word file with fields from which it is made; empty where there is none.
        has_numbers: Whether CCCD or phone numbers stand in it, which are masked unless asked.
        whole_because: Why its numbers are always whole; empty for every other form.
        has_sensitive: Whether health, policy, poverty or a picture of somebody stands in it.
    """

    name: str
    label: str
    group: FormGroup
    purpose: str
    need: Need
    only_one: bool = False
    or_blank: bool = False
    or_all: bool = False
    of_year: bool = False
    asked: tuple[Asked, ...] = ()
    template: str = ""
    has_numbers: bool = False
    whole_because: str = ""
    has_sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """One form as asked for.

    Attributes:
        name: Of `FORM_KINDS`.
        on: The day as on which things are told.
        chosen: `Subject.id` of each for whom or for which it is made, in the order of the pages.
        year: Of forms of a year.
        period: A part of that year, of which alone a checklist tells.
        texts: What was typed, by `Asked.name`.
        masked: Whether CCCD and phone numbers are masked, where nothing demands them whole.
        numbers: Of each page, in the register of documents; none for one that has no number.
    """

    name: str
    on: date
    chosen: tuple[Hashable, ...] = ()
    year: int = 0
    period: Period | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    masked: bool = True
    numbers: tuple[int | None, ...] = ()

    @property
    def number(self) -> int | None:
        """That of a form of one page."""
        return self.numbers[0] if self.numbers else None

    def text(self, name: str) -> str:
        """What was typed under a name, or nothing."""
        return self.texts.get(name, "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One of those for whom or for which a form can be made.

    Attributes:
        name: Who or what it is.
        detail: What tells it from others: year of birth, amount.
        unit: The chi hội.
        day: Its day: of a voucher, a meeting, a death.
        why: Why it is wanted now; empty where nothing calls for it.
        member: Of a member, his line of the roster, into which filters look.
    """

    id: Hashable
    name: str
    detail: str = ""
    unit: str = ""
    day: date | None = None
    why: str = ""
    member: MemberLine | None = None
