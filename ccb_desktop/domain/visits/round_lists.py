"""The list of a gift round: who is on it and why, what he gets, who is new since last time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.money import MOST_DONG
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.queries import (
    Condition,
    FieldKind,
    Fields,
    Group,
    Join,
    Part,
    Test,
    in_words,
    sieve,
)
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.usual import usual_on
from ccb_desktop.domain.visits.visits import (
    UNKNOWN_MEMBER,
    Occasion,
    RecipientKind,
    Visit,
    is_unknown_member,
)

Key = tuple[object, ...]
_BY_YEAR = AgeRule()
_KEPT_FIRST = (Handed.RECEIVED, Handed.LISTED, Handed.ABSENT)
_NO_REASON = frozenset({"unit", "status"})
# Where somebody belongs says on which page he signs, not why he is given something.


class RoundState(StrEnum):
    """How far a round has come."""

    PREPARED = "PREPARED"
    PAID = "PAID"
    VOIDED = "VOIDED"


@dataclass(frozen=True, slots=True)
class ListedRecipient:
    """One line of a round with the visit that stands for it, once it is paid."""

    line: RoundRecipient
    visit: Visit | None = None

    @property
    def handed(self) -> Handed:
        """Whether he has his gift: the visit says so, not what the line remembers."""
        if self.visit is not None:
            return Handed.RECEIVED
        return Handed.ABSENT if self.line.handed is Handed.ABSENT else Handed.LISTED


@dataclass(frozen=True, slots=True)
class RoundSums:
    """What a list comes to: people (lượt), money and goods, by what became of the gifts."""

    listed: int = 0
    received: int = 0
    absent: int = 0
    listed_dong: int = 0
    received_dong: int = 0
    goods_dong: int = 0

    @property
    def people(self) -> int:
        """Everybody on the list."""
        return self.listed + self.received + self.absent


# --- Who is on the list ------------------------------------------------------------------------


def proposed(
    gift_round: GiftRound,
    members: Iterable[MemberLine],
    query: Group,
    fields: Fields,
    usual: Sequence[UsualAmount] = (),
    rule: AgeRule = _BY_YEAR,
) -> list[RoundRecipient]:
    """The members whom the criteria choose, with why and how much, in the order given.

    Args:
        gift_round: The round.
        members: Everybody on the roll, as on its day; who has left is passed over.
        query: The criteria.
        fields: What they can ask about.
        usual: The usual amounts, for a round that says none itself.
        rule: How age is reckoned.

    Raises:
        Invalid: A condition cannot be understood.
    """
    fits = sieve(query, fields)
    member, year = RecipientKind.MEMBER, gift_round.planned_on.year
    return [
        RoundRecipient(
            round_id=gift_round.id or 0,
            recipient=line.full_name,
            person_id=line.person_id,
            unit_id=line.unit_id,
            address=", ".join(part for part in (line.address, line.street_group) if part),
            why="; ".join(reasons(query, fields, line)),
            amount_dong=amount_for(gift_round, member, usual, rule.age_in(line.born_on, year)),
            goods=gift_round.goods,
            goods_value_dong=gift_round.goods_value_dong,
        )
        for line in members
        if line.status in IN_HOI and fits(line)
    ]


def amount_for(
    gift_round: GiftRound,
    kind: RecipientKind,
    usual: Sequence[UsualAmount],
    age: int | None = None,
) -> int:
    """What one recipient gets, in đồng: as the round says, else as is usual for his kind and age.

    The age is that of the year of the round, where it is known.
    """
    if gift_round.amount_dong:
        return gift_round.amount_dong
    found = usual_on(usual, gift_round.occasion, kind, gift_round.planned_on, age)
    return found.amount_dong if found is not None else 0


def cost_of(
    gift_round: GiftRound,
    members: Iterable[MemberLine],
    test: Test,
    usual: Sequence[UsualAmount] = (),
    rule: AgeRule = _BY_YEAR,
) -> tuple[int, int, int | None]:
    """What a round would cost for the members who fit.

    Returns:
        How many they are, what all of them get in đồng, and what each gets, where all get alike.
    """
    member, year = RecipientKind.MEMBER, gift_round.planned_on.year
    sums = [
        amount_for(gift_round, member, usual, rule.age_in(line.born_on, year))
        for line in members
        if line.status in IN_HOI and test(line)
    ]
    alike = sums[0] if sums and len(set(sums)) == 1 else None
    return len(sums), sum(sums), alike


def reasons(part: Part, fields: Fields, line: MemberLine) -> list[str]:
    """Which of the criteria hold for somebody, in words: `Hộ nghèo`, `Tuổi từ 80 trở lên`."""
    if isinstance(part, Condition):
        field = fields.get(part.field)
        if field is None or part.field in _NO_REASON or not sieve(part, fields)(line):
            return []
        said = dict(field.choices).get(part.value) if field.kind is FieldKind.CODE else None
        return [said or in_words(part, fields)]
    if part.join is Join.NONE or not sieve(part, fields)(line):
        return []
    found = [reason for one in part.parts for reason in reasons(one, fields, line)]
    return list(dict.fromkeys(found))


def counted(members: Iterable[MemberLine], test: Test) -> tuple[int, int]:
    """How many members fit, and how many there are."""
    there = [line for line in members if line.status in IN_HOI]
    return sum(map(test, there)), len(there)


def key_of(recipient: RoundRecipient | Visit) -> Key:
    """By what recipients of a round are told apart: the person, else the folded name."""
    if recipient.person_id is not None:
        return (recipient.person_id,)
    return (search_key(recipient.recipient), recipient.unit_id)


def not_yet_on(
    new: Iterable[RoundRecipient], there: Iterable[RoundRecipient]
) -> list[RoundRecipient]:
    """Those of some lines who are not on the list yet, each once."""
    seen = {key_of(line) for line in there}
    found = []
    for line in new:
        if key_of(line) not in seen:
            seen.add(key_of(line))
            found.append(line)
    return found


# --- What became of it -------------------------------------------------------------------------


def matched(lines: Iterable[RoundRecipient], visits: Iterable[Visit]) -> list[ListedRecipient]:
    """The lines with the visits that stand for them, in the order of the lines.

    Where two lines mean one person, because two records were merged, a visit goes to the line
    that was handed its gift.
    """
    standing: defaultdict[Key, list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.voided_on is None:
            standing[key_of(visit)].append(visit)
    kept = list(lines)
    visit_of: dict[int | None, Visit] = {}
    for line in sorted(kept, key=lambda one: one.handed is not Handed.RECEIVED):
        found = standing[key_of(line)]
        if found:
            visit_of[line.id] = found.pop(0)
    return [ListedRecipient(line, visit_of.get(line.id)) for line in kept]


def standing_twice(listed: Iterable[ListedRecipient]) -> list[ListedRecipient]:
    """The lines without a gift of people who stand on the list with another line as well.

    A gift that was handed out stays, and of lines that wait the first.
    """
    there: set[Key] = set()
    second = []
    for one in sorted(listed, key=lambda it: _KEPT_FIRST.index(it.handed)):
        if one.handed is not Handed.RECEIVED and key_of(one.line) in there:
            second.append(one)
        there.add(key_of(one.line))
    return second


def sums_of(listed: Iterable[ListedRecipient]) -> RoundSums:
    """What a list comes to; absentees are counted, their gifts are not."""
    by_state: defaultdict[Handed, list[RoundRecipient]] = defaultdict(list)
    for one in listed:
        by_state[one.handed].append(one.line)
    waiting, received = by_state[Handed.LISTED], by_state[Handed.RECEIVED]
    return RoundSums(
        listed=len(waiting),
        received=len(received),
        absent=len(by_state[Handed.ABSENT]),
        listed_dong=sum(line.amount_dong for line in waiting),
        received_dong=sum(line.amount_dong for line in received),
        goods_dong=sum(line.goods_value_dong for line in [*waiting, *received]),
    )


def state_of(gift_round: GiftRound, sums: RoundSums) -> RoundState:
    """How far a round has come; paid while anybody's gift stands."""
    if sums.received:
        return RoundState.PAID
    return RoundState.PREPARED if gift_round.paid_on is None else RoundState.VOIDED


# --- Beside the round before -------------------------------------------------------------------


class Since(StrEnum):
    """How somebody stands to the round before."""

    NEW = "NEW"
    GONE = "GONE"
    BOTH = "BOTH"


@dataclass(frozen=True, slots=True)
class ComparedRecipient:
    """Somebody of one of two rounds, or of both."""

    since: Since
    now: RoundRecipient | None
    before: RoundRecipient | None

    @property
    def line(self) -> RoundRecipient:
        """The line that names him, that of this round if there is one."""
        if self.now is not None:
            return self.now
        if self.before is None:
            raise ValueError("somebody of neither list")
        return self.before


def compared(
    now: Iterable[RoundRecipient], before: Iterable[RoundRecipient]
) -> list[ComparedRecipient]:
    """Who is new, who is gone, who is on both lists; everybody of the two once."""
    here = {key_of(line): line for line in now}
    there = {key_of(line): line for line in before}
    found = [
        ComparedRecipient(Since.BOTH if key in there else Since.NEW, line, there.get(key))
        for key, line in here.items()
    ]
    found += [
        ComparedRecipient(Since.GONE, None, line) for key, line in there.items() if key not in here
    ]
    return found


def round_before(rounds: Iterable[GiftRound], this: GiftRound) -> GiftRound | None:
    """The last round of the same occasion before this one."""
    earlier = [
        one
        for one in rounds
        if one.id != this.id and one.occasion == this.occasion and one.planned_on < this.planned_on
    ]
    return max(earlier, key=lambda one: (one.planned_on, one.id or 0), default=None)


# --- Checks ------------------------------------------------------------------------------------


def check_round(gift_round: GiftRound) -> None:
    """See that a round can be kept.

    Raises:
        Invalid: By field: `title`, `occasion`, `theme`, `amount_dong`, `goods_value_dong`.
    """
    faults: dict[str, str] = {}
    if not gift_round.title.strip():
        faults["title"] = "Ghi tên đợt, ví dụ: Tặng quà Tết Bính Ngọ 2026."
    if not gift_round.occasion:
        faults["occasion"] = "Chọn dịp tặng quà."
    if gift_round.occasion == Occasion.REUNION and not gift_round.theme.strip():
        faults["theme"] = "Ghi chủ đề gặp mặt, ví dụ: Mặt trận Vị Xuyên."
    _raise(faults | _amount_faults(gift_round))


def check_recipient(line: RoundRecipient, others: Iterable[RoundRecipient]) -> None:
    """See that a line of a list can be kept.

    Raises:
        Invalid: By field: `recipient`, `amount_dong`, `goods_value_dong`.
    """
    faults: dict[str, str] = {}
    if not line.recipient.strip():
        faults["recipient"] = "Ghi tên người nhận quà."
    elif any(one.id != line.id and key_of(one) == key_of(line) for one in others):
        faults["recipient"] = (
            f"{line.recipient.strip()} đã có trong danh sách. Nếu là người khác trùng tên thì "
            "ghi thêm năm sinh hoặc nơi ở vào tên."
        )
    elif is_unknown_member(line.recipient_kind, line.person_id):
        faults["recipient"] = UNKNOWN_MEMBER
    _raise(faults | _amount_faults(line))


def check_day(day: date, today: date, field: str = "on") -> None:
    """See that gifts are not handed out on a day to come.

    Raises:
        Invalid: They are; the field is named by the caller.
    """
    if day > today:
        raise Invalid({field: f"Ngày {day:%d/%m/%Y} chưa tới. Ghi ngày phát quà thật."})


def _amount_faults(of: GiftRound | RoundRecipient) -> dict[str, str]:
    return {
        name: "Số tiền không hợp lệ."
        for name in ("amount_dong", "goods_value_dong")
        if not 0 <= getattr(of, name) <= MOST_DONG
    }


def _raise(faults: dict[str, str]) -> None:
    if faults:
        raise Invalid(faults)
