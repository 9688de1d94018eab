"""Nominations of a year: chosen, agreed, sent, awarded in one act, or refused."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import nominations
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.award_book import Recipient, is_medal
from ccb_desktop.domain.emulation.awards import (
    Award,
    AwardRecipient,
    Nomination,
    NominationStage,
    check_award,
)
from ccb_desktop.domain.emulation.balance import UnitShare, balance
from ccb_desktop.domain.emulation.candidates import (
    Candidate,
    medal_years_on,
    usual_reason,
    waits_for_medal,
)
from ccb_desktop.domain.emulation.labels import NOMINATION_STAGE
from ccb_desktop.domain.emulation.nomination_book import (
    NominationBook,
    NominationLine,
    asked_already,
    check_can_be_awarded,
    check_nomination,
    check_not_awarded,
    day_of,
    people_by_unit,
)
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.emulation.awards import keep_awards


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What came down: the day and the number, the same for all that it names."""

    awarded_on: date
    decision_no: str = ""
    content: str = ""


def load_book(store: Store, year: int, today: date) -> NominationBook:
    """The nominations of a year with the evidence beside each, and their balance over chi hội."""
    with store.reading() as session:
        return book_in(session, year, day_of(year, today))


def book_in(session: Session, year: int, on: date) -> NominationBook:
    """The same within a reading that does more, as seen on a day."""
    members = nominations.list_candidates(session, year, on)
    known = {
        one.key: one for one in (*members, *nominations.list_unit_candidates(session, year, on))
    }
    made = nominations.list_nominations(session, year)
    away = [
        one.person_id
        for one in made
        if one.person_id is not None and (AwardRecipient.MEMBER.value, one.person_id) not in known
    ]
    known |= {one.key: one for one in nominations.strangers(session, year, on, away)}
    lines = [
        NominationLine(nomination=one, candidate=_candidate_of(session, one, known, on))
        for one in made
    ]
    years = medal_years_on(settings.load_branch(session), on)
    waiting = [
        one
        for one in members
        if waits_for_medal(one, years) and not any(is_medal(form) for form in one.nominated)
    ]
    return NominationBook(
        year=year,
        lines=tuple(lines),
        shares=tuple(_shares(session, on, members, lines)),
        years=tuple(nominations.list_years(session)),
        medal_years=years,
        waiting=len(waiting),
    )


def load_lines(store: Store, ids: Sequence[int], today: date) -> list[NominationLine]:
    """Some nominations of one year with the evidence beside each.

    Raises:
        NotFound: One is not there any more.
    """
    with store.reading() as session:
        year = nominations.load_nominations(session, ids)[0].year
        lines = book_in(session, year, day_of(year, today)).lines
    return [line for line in lines if line.nomination.id in ids]


def _candidate_of(
    session: Session, one: Nomination, known: Mapping[tuple[str, int], Candidate], on: date
) -> Candidate:
    found = known.get((one.recipient_kind.value, one.person_id or one.unit_id or 0))
    if found is not None:
        return found
    if one.unit_id is not None:
        name = unit_names(session, on).get(one.unit_id, "")
    else:
        name = settings.load_branch(session).name
    return Candidate(
        kind=one.recipient_kind,
        name=name,
        sort_key="",
        unit_id=one.unit_id,
        on=on,
        grades={},
        best="",
        settled=False,
    )


def _shares(
    session: Session, on: date, members: Sequence[Candidate], lines: Sequence[NominationLine]
) -> list[UnitShare]:
    names = unit_names(session, on)
    units: list[tuple[int | None, str]] = [
        (unit.id, names[unit.id]) for unit in list_units(session) if unit.kind is UnitKind.CHI_HOI
    ]
    counted = Counter(one.unit_id for one in members)
    return balance([*units, (None, "Chưa có chi hội")], counted, people_by_unit(lines))


def list_candidates(
    store: Store, year: int, today: date, kind: AwardRecipient
) -> tuple[list[Candidate], int]:
    """Who may be put forward, and after how many years one waits for the Kỷ niệm chương."""
    on = day_of(year, today)
    with store.reading() as session:
        years = medal_years_on(settings.load_branch(session), on)
        if kind is AwardRecipient.UNIT:
            return nominations.list_unit_candidates(session, year, on), years
        return nominations.list_candidates(session, year, on), years


def nominate(
    store: Store,
    wish: Nomination,
    candidates: Sequence[Candidate],
    form_id: str | None = None,
) -> Change:
    """Put some forward for one award of a year; one act.

    Where the wish gives no reason, that of each says what the books say for him.

    Raises:
        Invalid: By field; nobody is chosen.
        Conflict: One of them is put forward for the same already.
    """
    if not candidates:
        raise Invalid({"candidates": "Chọn ít nhất một người hoặc đơn vị."})
    check_nomination(wish)
    who = candidates[0].name if len(candidates) == 1 else f"{number(len(candidates))} trường hợp"
    with store.writing(f"Đề nghị {wish.form.strip()} năm {wish.year}: {who}", form_id) as session:
        known = nominations.list_nominations(session, wish.year)
        for one in candidates:
            made = _wished(wish, one)
            if asked_already(made, known):
                raise Conflict(
                    f"{one.name} đã có trong danh sách đề nghị {made.form} năm {made.year}. Chưa "
                    "ghi ai cả. Bỏ chọn người ấy rồi bấm lại."
                )
            nominations.save_nomination(session, made)
    return session.change


def _wished(wish: Nomination, candidate: Candidate) -> Nomination:
    form = wish.form.strip()
    return replace(
        wish,
        recipient_kind=candidate.kind,
        person_id=candidate.person_id,
        unit_id=None if candidate.kind is AwardRecipient.MEMBER else candidate.unit_id,
        form=form,
        giver=wish.giver.strip(),
        reason=wish.reason.strip() or usual_reason(candidate, form),
        note=wish.note.strip(),
    )


def correct_nomination(store: Store, nomination: Nomination, form_id: str | None = None) -> Change:
    """Correct what is asked for, of whom, and why.

    Raises:
        Invalid: By field.
        Conflict: An award has come of it, or the same is asked for the same already.
        NotFound: It is not there any more.
    """
    check_nomination(nomination)
    told = {name: getattr(nomination, name).strip() for name in ("form", "giver", "reason", "note")}
    kept = replace(nomination, **told)
    with store.writing(f"Sửa đề nghị khen năm {kept.year}", form_id) as session:
        check_not_awarded(nominations.load_nominations(session, [kept.id or 0]))
        _check_asked_once(session, kept)
        nominations.save_nomination(session, kept)
    return session.change


def _check_asked_once(session: Session, nomination: Nomination) -> None:
    """See that nobody is put forward for one award twice.

    Raises:
        Conflict: He is already.
    """
    if asked_already(nomination, nominations.list_nominations(session, nomination.year)):
        raise Conflict(
            f"Trong danh sách năm {nomination.year} đã có một đề nghị {nomination.form} cho cùng "
            "cá nhân hoặc tập thể ấy. Chưa đổi gì cả. Xem lại danh sách, bỏ bớt một dòng."
        )


def move_on(store: Store, ids: Sequence[int], stage: NominationStage) -> Change:
    """Note what became of some nominations, short of an award.

    Raises:
        Conflict: An award has come of one, or one that was refused is asked for anew already.
        NotFound: One is not there any more.
    """
    told = f"{NOMINATION_STAGE[stage]}: {number(len(ids))} đề nghị khen"
    with store.writing(told) as session:
        found = nominations.load_nominations(session, ids)
        check_not_awarded(found)
        for one in found:
            moved = replace(one, stage=stage)
            _check_asked_once(session, moved)
            nominations.save_nomination(session, moved)
    return session.change


def award_nominations(
    store: Store, ids: Sequence[int], decision: Decision, form_id: str | None = None
) -> Change:
    """Write the awards that came of some nominations into the book, in one act with their stage.

    Raises:
        Invalid: By field: `awarded_on`.
        Conflict: One is settled already.
        NotFound: One is not there any more.
    """
    told = f"Ghi khen thưởng theo {number(len(ids))} đề nghị"
    with store.writing(told, form_id) as session:
        found = nominations.load_nominations(session, ids)
        check_can_be_awarded(found)
        year = found[0].year if found else decision.awarded_on.year
        names = {
            line.nomination.id: line.candidate.name
            for line in book_in(session, year, day_of(year, decision.awarded_on)).lines
        }
        for one in found:
            award = Award(
                awarded_on=decision.awarded_on,
                recipient=names.get(one.id, ""),
                form=one.form,
                giver=one.giver,
                decision_no=decision.decision_no,
                content=decision.content.strip() or one.reason,
            )
            check_award(award, date.today())
            recipient = Recipient(one.recipient_kind, award.recipient, one.person_id, one.unit_id)
            (award_id,) = keep_awards(session, award, [recipient])
            settled = replace(one, stage=NominationStage.AWARDED, award_id=award_id)
            nominations.save_nomination(session, settled)
    return session.change


def remove_nominations(store: Store, ids: Sequence[int]) -> Change:
    """Take nominations out that should never have been made.

    Raises:
        Conflict: An award has come of one.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {number(len(ids))} đề nghị khen") as session:
        check_not_awarded(nominations.load_nominations(session, ids))
        for own in ids:
            nominations.delete_nomination(session, own)
    return session.change
