"""Gift rounds: prepared by criteria, their lists edited by hand, compared with the one before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.funds import balances, funds
from ccb_desktop.data.members import lists, own_fields, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import rounds, usual
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.own_queries import own_query_fields
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.queries import Fields, Group, as_json, by_id
from ccb_desktop.domain.roster_queries import member_query_fields
from ccb_desktop.domain.roster_words import RosterWords
from ccb_desktop.domain.visits.due_rounds import ChosenRecipient, listed_for
from ccb_desktop.domain.visits.payments import check_level
from ccb_desktop.domain.visits.round_lists import (
    ComparedRecipient,
    ListedRecipient,
    RoundState,
    RoundSums,
    amount_for,
    check_recipient,
    check_round,
    compared,
    matched,
    not_yet_on,
    proposed,
    round_before,
    state_of,
    sums_of,
)
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient, UsualAmount
from ccb_desktop.operations.members.roster_words import words_in

_FOLLOWED = ("amount_dong", "goods", "goods_value_dong")
# What a line has from its round, and follows until it is changed by itself.


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round with what its list comes to."""

    round: GiftRound
    sums: RoundSums

    @property
    def state(self) -> RoundState:
        """How far it has come."""
        return state_of(self.round, self.sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFile:
    """Everything about one round.

    Attributes:
        listed: Its list in Vietnamese order of units, then as entered.
        payments: Voucher → its number in print.
        fund_name: The fund that pays; empty where nothing passes the cash book.
        held_dong: What that fund holds in the place of the round; `None` without a fund.
        before: The round of the occasion before it.
    """

    round: GiftRound
    listed: tuple[ListedRecipient, ...]
    unit_names: Mapping[int | None, str] = field(default_factory=dict)
    born: Mapping[int, PartialDate] = field(default_factory=dict)
    payments: Mapping[int, str] = field(default_factory=dict)
    fund_name: str = ""
    held_dong: int | None = None
    before: GiftRound | None = None

    @property
    def sums(self) -> RoundSums:
        """What the list comes to."""
        return sums_of(self.listed)

    @property
    def state(self) -> RoundState:
        """How far it has come."""
        return state_of(self.round, self.sums)


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """What a list is chosen from: members on the day of the round, and what can be asked."""

    members: tuple[MemberLine, ...]
    fields: Fields
    words: RosterWords
    usual: tuple[UsualAmount, ...]


def list_lines(store: Store) -> list[RoundLine]:
    """Every round with what its list comes to, the newest first."""
    with store.reading() as session:
        lines: defaultdict[int | None, list[RoundRecipient]] = defaultdict(list)
        for line in rounds.list_recipients(session):
            lines[line.round_id].append(line)
        visits = defaultdict(list)
        for visit in rounds.list_visits(session):
            visits[visit.round_id].append(visit)
        return [
            RoundLine(one, sums_of(matched(lines[one.id], visits[one.id])))
            for one in rounds.list_rounds(session)
        ]


def open_round(store: Store, round_id: int, on: date) -> RoundFile:
    """One round with its list, and what its fund holds on a day.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return round_file(session, round_id, on)


def round_file(session: Session, round_id: int, on: date) -> RoundFile:
    """The same within a session."""
    one = rounds.load_round(session, round_id)
    lines = rounds.list_recipients(session, round_id)
    fund = funds.load_fund(session, one.fund_id) if one.fund_id is not None else None
    held = (
        balances.balance_on(session, Account(one.fund_id, one.place), on)
        if one.fund_id is not None
        else None
    )
    return RoundFile(
        round=one,
        listed=tuple(matched(lines, rounds.list_visits(session, round_id))),
        unit_names=lists.unit_names(session, one.planned_on),
        born=rounds.birth_days(session, round_id),
        payments=rounds.payment_numbers(session, [round_id]),
        fund_name=fund.name if fund is not None else "",
        held_dong=held,
        before=round_before(rounds.list_rounds(session), one),
    )


def compare_rounds(store: Store, round_id: int, before_id: int) -> list[ComparedRecipient]:
    """Who of two rounds is new, gone, or on both lists."""
    with store.reading() as session:
        return compared(
            rounds.list_recipients(session, round_id), rounds.list_recipients(session, before_id)
        )


# --- Preparing ---------------------------------------------------------------------------------


def load_choice(store: Store, on: date) -> RoundChoice:
    """Everything that criteria can ask of the members as on a day."""
    with store.reading() as session:
        return _choice(session, on)


def _choice(session: Session, on: date) -> RoundChoice:
    words = words_in(session, on)
    texts = own_fields.load_own_texts(session)
    own = own_query_fields(words.own_fields, lambda person_id: texts.get(person_id, {}))
    members = [line for line in lists.list_members(session, on) if line.status in IN_HOI]
    return RoundChoice(
        tuple(members),
        by_id([*member_query_fields(words), *own]),
        words,
        tuple(usual.list_usual_amounts(session)),
    )


def save_round(
    store: Store,
    gift_round: GiftRound,
    form_id: str | None = None,
    chosen: Sequence[ChosenRecipient] = (),
) -> Change:
    """Begin a round, for some people where they are chosen; or correct one that has an id.

    Lines that had what the round gave before follow it; those changed by hand stay. Of a round
    that is paid only title and note are changed.

    Raises:
        Invalid: By field.
        Conflict: It is paid, and more than title and note would change.
        NotFound: It is not there any more.
    """
    check_round(gift_round)
    kept = replace(gift_round, title=gift_round.title.strip(), theme=gift_round.theme.strip())
    with store.writing(f"Ghi đợt tặng quà {kept.title}", form_id) as session:
        if kept.fund_id is not None:
            check_level(funds.load_fund(session, kept.fund_id), kept.paid_by)
        if kept.id is not None:
            before = rounds.load_round(session, kept.id)
            kept = replace(kept, paid_on=before.paid_on, voucher_id=before.voucher_id)
            _check_only_told(session, before, kept)
            _follow(session, before, kept)
        round_id = rounds.save_round(session, kept)
        if chosen:
            known = usual.list_usual_amounts(session)
            new = listed_for(replace(kept, id=round_id), chosen, known)
            there = rounds.list_recipients(session, round_id)
            rounds.insert_recipients(session, not_yet_on(new, there))
    return session.change


def _check_only_told(session: Session, before: GiftRound, after: GiftRound) -> None:
    told = replace(after, title=before.title, note=before.note, criteria=before.criteria)
    if told != before and rounds.has_visits(session, before.id or 0):
        raise Conflict(
            "Đợt này đã chi, nên chỉ sửa được tên đợt và ghi chú. Sổ không đổi. Nếu ghi nhầm dịp, "
            "quỹ hay mức chi thì hủy phiếu chi của đợt rồi lập đợt mới."
        )


def _follow(session: Session, before: GiftRound, after: GiftRound) -> None:
    changed = [name for name in _FOLLOWED if getattr(before, name) != getattr(after, name)]
    if not changed:
        return
    found = usual.list_usual_amounts(session)
    born, rule = rounds.birth_days(session, before.id or 0), _age_rule(session)
    for line in rounds.list_recipients(session, before.id or 0):
        had, gets = (
            replace(one, amount_dong=amount_for(one, line.recipient_kind, found, age))
            for one in (before, after)
            for age in [rule.age_in(born.get(line.person_id or 0), one.planned_on.year)]
        )
        new = {
            name: getattr(gets, name)
            for name in changed
            if getattr(line, name) == getattr(had, name)
        }
        if new:
            rounds.save_recipient(session, replace(line, **new))


def remove_round(store: Store, round_id: int) -> Change:
    """Take out a round that was never paid, with its list.

    Raises:
        Conflict: It made visits that the books keep.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        one = rounds.load_round(session, round_id)
    with store.writing(f"Bỏ đợt tặng quà {one.title}") as session:
        if rounds.has_visits(session, round_id):
            raise Conflict(
                f"Đợt {one.title} đã chi quà nên không bỏ được. Sổ không đổi. Nếu chi nhầm thì "
                "mở đợt ấy và hủy phiếu chi của đợt."
            )
        rounds.delete_round(session, round_id)
    return session.change


# --- The list ----------------------------------------------------------------------------------


def choose_people(store: Store, round_id: int, query: Group, form_id: str | None = None) -> Change:
    """Put everybody whom criteria choose on the list; who is on it already stays as he is.

    Raises:
        Invalid: The criteria ask nothing, or cannot be understood.
        Conflict: Nobody is chosen who is not on the list.
        NotFound: The round is not there any more.
    """
    if query.is_empty:
        raise Invalid({"query": "Chọn ít nhất một tiêu chí."})
    with store.reading() as session:
        title = rounds.load_round(session, round_id).title
    with store.writing(f"Chọn người cho đợt {title}", form_id) as session:
        one = rounds.load_round(session, round_id)
        choice = _choice(session, one.planned_on)
        found = _proposed(one, choice, choice.members, query)
        _put_on(session, one, found)
        rounds.save_round(session, replace(one, criteria=as_json(query)))
    return session.change


def _proposed(
    one: GiftRound, choice: RoundChoice, members: Iterable[MemberLine], query: Group
) -> list[RoundRecipient]:
    return proposed(one, members, query, choice.fields, choice.usual, choice.words.age_rule)


def _put_on(session: Session, one: GiftRound, found: Sequence[RoundRecipient]) -> None:
    new = not_yet_on(found, rounds.list_recipients(session, one.id or 0))
    if not new:
        raise Conflict(
            "Không có ai để thêm: những người được chọn đã có trong danh sách, hoặc không có "
            f"ai khớp vào ngày {one.planned_on:%d/%m/%Y}. Danh sách không đổi."
        )
    rounds.insert_recipients(session, new)


def save_recipient(store: Store, line: RoundRecipient, form_id: str | None = None) -> Change:
    """Add somebody to a list, such as an outsider, or correct his line.

    Without an amount and goods of his own, a new recipient gets what the round gives.

    Raises:
        Invalid: By field.
        Conflict: He has his gift already.
        NotFound: The round is not there any more.
    """
    kept = replace(line, recipient=line.recipient.strip(), why=line.why.strip())
    with store.writing(f"Ghi người nhận quà {kept.recipient}", form_id) as session:
        one = rounds.load_round(session, line.round_id)
        others = rounds.list_recipients(session, line.round_id)
        check_recipient(kept, others)
        if kept.id is not None:
            check_not_received(session, line.round_id, [kept.id])
        rounds.save_recipient(session, kept if kept.id is not None else _given(session, one, kept))
    return session.change


def _given(session: Session, one: GiftRound, line: RoundRecipient) -> RoundRecipient:
    if line.amount_dong or line.goods:
        return line
    found = usual.list_usual_amounts(session)
    persons = people.load_people(session, [line.person_id] if line.person_id else [])
    born_on = persons[0].born_on if persons else None
    age = _age_rule(session).age_in(born_on, one.planned_on.year)
    return replace(
        line,
        amount_dong=amount_for(one, line.recipient_kind, found, age),
        goods=one.goods,
        goods_value_dong=one.goods_value_dong,
    )


def _age_rule(session: Session) -> AgeRule:
    return AgeRule(settings.load_branch(session).age_rule)


def remove_recipients(store: Store, round_id: int, line_ids: Sequence[int]) -> Change:
    """Take people off a list.

    Raises:
        Conflict: One of them has his gift already.
        NotFound: The round is not there any more.
    """
    with store.reading() as session:
        title = rounds.load_round(session, round_id).title
    with store.writing(f"Bớt {len(line_ids)} người khỏi đợt {title}") as session:
        check_not_received(session, round_id, line_ids)
        rounds.delete_recipients(session, line_ids)
    return session.change


def check_not_received(session: Session, round_id: int, line_ids: Iterable[int]) -> None:
    """See that nobody of some lines has his gift.

    Raises:
        Conflict: Somebody has.
    """
    wanted = set(line_ids)
    listed = matched(
        rounds.list_recipients(session, round_id), rounds.list_visits(session, round_id)
    )
    for one in listed:
        if one.line.id in wanted and one.handed is Handed.RECEIVED:
            raise Conflict(
                f"{one.line.recipient} đã nhận quà, tiền đã ghi sổ. Danh sách không đổi. Nếu người "
                "ấy vắng thì bấm Vắng mặt để hoàn tiền về quỹ."
            )
