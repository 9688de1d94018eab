"""The grading of members: read, set for many at once, taken back; how far a year is settled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import grading
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import labels_of, offered
from ccb_desktop.domain.emulation.grading import (
    Grade,
    GradingYear,
    MemberResult,
    Stage,
    check_bounds,
    check_open,
)
from ccb_desktop.domain.emulation.labels import STAGE
from ccb_desktop.domain.emulation.member_grading import (
    GradedMember,
    GradeTally,
    UnitTally,
    by_unit,
    tallies_of,
    to_be_graded,
)
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number

GRADE_LIST = "MEMBER_GRADE"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGrading:
    """The grading of members of one year.

    Attributes:
        on: The day whose roster is graded.
        members: Of the whole branch, in Vietnamese order.
        units: The chi hội that stood in the year, id and name, in their order.
        grades: The grades that are offered: code and label.
        labels: Every grade, retired ones too.
        years: Year → exemplary members, members graded.
        before: Unit → what its grading of the year before came to.
        names: Unit → its name on the day.
    """

    year: GradingYear
    on: date
    members: tuple[GradedMember, ...]
    units: tuple[tuple[int, str], ...]
    grades: tuple[tuple[str, str], ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    before: Mapping[int | None, GradeTally] = field(default_factory=dict)
    names: Mapping[int | None, str] = field(default_factory=dict)

    @property
    def tallies(self) -> list[UnitTally]:
        """What it comes to, unit by unit."""
        order = [own for own, _name in self.units]
        return by_unit(self.members, self.before, order, self.names)

    def before_of(self, unit_id: int | None) -> GradeTally:
        """What the year before came to, of one unit or of all together."""
        if unit_id is not None:
            return self.before.get(unit_id, GradeTally())
        return sum(self.before.values(), GradeTally())


def load_grading(store: Store, year: int, today: date) -> MemberGrading:
    """The grading of members of one year."""
    with store.reading() as session:
        return grading_in(session, year, today)


def grading_in(session: Session, year: int, today: date) -> MemberGrading:
    """The same within a reading that does more."""
    found = grading.load_year(session, year)
    on = found.roster_on(today)
    codes = settings.list_codes(session, GRADE_LIST)
    members = grading.list_graded(session, year, on)
    kept = {one.unit_id for one in members if one.unit_id is not None}
    return MemberGrading(
        year=found,
        on=on,
        members=tuple(members),
        units=units_of(session, year, on, kept=kept),
        grades=tuple(offered(codes, GRADE_LIST)),
        labels=labels_of(codes, GRADE_LIST),
        years=grading.counts_by_year(session),
        before=tallies_of(grading.list_results(session, year - 1)),
        names=unit_names(session, on),
    )


def units_of(
    session: Session,
    year: int,
    on: date,
    kind: UnitKind = UnitKind.CHI_HOI,
    kept: Collection[int] = (),
) -> tuple[tuple[int, str], ...]:
    """The units of a kind, with their names of a day.

    Args:
        session: A session.
        year: The year that is graded.
        on: The day on which they stand; those of a day to come stand at the year's end.
        kind: Chi hội, phân hội or clubs.
        kept: Units that are told all the same, as one that was rated and has ended since.
    """
    names, day = unit_names(session, on), max(on, date(year, 1, 1))
    return tuple(
        (unit.id or 0, names.get(unit.id, "") or unit.name_on(on))
        for unit in list_units(session)
        if unit.kind is kind and (unit.stands_on(day) or unit.id in kept)
    )


def offered_grades(store: Store) -> list[tuple[str, str]]:
    """Code and label of the grades of members that are offered, the best first."""
    with store.reading() as session:
        return offered(settings.list_codes(session, GRADE_LIST), GRADE_LIST)


def load_year(store: Store, year: int) -> GradingYear:
    """How far the grading of a year is settled."""
    with store.reading() as session:
        return grading.load_year(session, year)


def list_years(store: Store) -> list[int]:
    """The years of which anything was graded, the latest first."""
    with store.reading() as session:
        return grading.list_years(session)


# --- Members ------------------------------------------------------------------------------------


def set_grade(store: Store, year: int, members: Sequence[GradedMember], grade: str) -> Change:
    """Give some members a grade of a year; whoever has one already gets this one instead.

    Raises:
        Conflict: The year is locked, or one of them is exempt and so left out of the grading.
    """
    return _give(store, year, members, grade)


def _give(
    store: Store, year: int, members: Sequence[GradedMember], grade: str, *, again: bool = True
) -> Change:
    """Write a grade; by what the books say now, for a list may be older than the last act."""
    _check_not_exempt(members)
    with store.writing(_label(store, year, members, grade)) as session:
        check_open(grading.load_year(session, year))
        known = {one.person_id: one.id for one in grading.list_results(session, year)}
        wanted = [one for one in members if again or one.person_id not in known]
        results = [_result(one, year, grade, known.get(one.person_id)) for one in wanted]
        grading.save_results(session, results)
    return session.change


def grade_everybody(
    store: Store, year: int, members: Sequence[GradedMember], grade: str = Grade.EXEMPLARY
) -> Change:
    """Give a grade to everybody of these who has none: not the exempt, not the suspended.

    Raises:
        Conflict: The year is locked, nobody is there, or everybody is graded already.
    """
    if not members:
        raise Conflict("Danh sách này không có hội viên nào nên chưa bình xét ai.")
    waiting = to_be_graded(members)
    if not waiting:
        raise Conflict(
            "Ở đây ai cũng đã bình xét rồi, hoặc thuộc diện không xét. Kết quả vẫn nguyên. "
            "Muốn đổi ai, chọn người ấy rồi bấm kết quả khác."
        )
    return _give(store, year, waiting, grade, again=False)


def clear_grades(store: Store, year: int, members: Sequence[GradedMember]) -> Change:
    """Take back what was found of some members.

    Raises:
        Conflict: The year is locked.
    """
    ids = [one.result_id for one in members if one.result_id is not None]
    with store.writing(f"Bỏ kết quả bình xét năm {year} của {_who(members)}") as session:
        check_open(grading.load_year(session, year))
        grading.delete_results(session, ids)
    return session.change


def _result(member: GradedMember, year: int, grade: str, result_id: int | None) -> MemberResult:
    return MemberResult(
        id=result_id,
        year=year,
        person_id=member.person_id,
        unit_id=member.unit_id,
        grade=grade,
        note=member.note,
    )


def _check_not_exempt(members: Sequence[GradedMember]) -> None:
    out = [one for one in members if one.is_left_out]
    if out:
        raise Conflict(
            f"{_who(out)} không thuộc diện bình xét năm này (miễn sinh hoạt hoặc không còn trong "
            "Hội). Chưa ghi gì cả. Bỏ chọn những người ấy rồi bấm lại."
        )


def _label(store: Store, year: int, members: Sequence[GradedMember], grade: str) -> str:
    with store.reading() as session:
        labels = labels_of(settings.list_codes(session, GRADE_LIST), GRADE_LIST)
    return f"Bình xét năm {year}: {_who(members)} – {labels.get(grade, grade)}"


def _who(members: Sequence[GradedMember]) -> str:
    return members[0].full_name if len(members) == 1 else f"{number(len(members))} hội viên"


# --- How far a year is settled ------------------------------------------------------------------


def save_choices(
    store: Store, year: GradingYear, today: date, form_id: str | None = None
) -> Change:
    """Keep the day of the roster, the bounds of ratings and the cap of a year.

    Raises:
        Invalid: By field.
        Conflict: The year is locked.
    """
    check_bounds(year, today)
    with store.writing(f"Ghi mức xếp loại năm {year.year}", form_id) as session:
        now = grading.load_year(session, year.year)
        check_open(now)
        chosen = {
            name: getattr(year, name)
            for name in (
                *("graded_on", "excellent_points", "good_points", "done_points"),
                *("excellent_cap", "note"),
            )
        }
        grading.save_year(session, replace(now, **chosen))
    return session.change


def agree_year(
    store: Store, year: int, agreed_on: date, agreed_by: str, form_id: str | None = None
) -> Change:
    """Write down that a meeting has agreed to the grading of a year.

    Raises:
        Invalid: By field: `agreed_on`, `agreed_by`.
        Conflict: The year is locked.
    """
    faults: dict[str, str] = {}
    if not date(year, 1, 1) <= agreed_on <= date.today():
        faults["agreed_on"] = f"Ngày họp từ 01/01/{year} đến hôm nay."
    if not agreed_by.strip():
        faults["agreed_by"] = "Ghi cuộc họp hoặc số biên bản."
    if faults:
        raise Invalid(faults)
    with store.writing(f"Thống nhất bình xét năm {year}", form_id) as session:
        now = grading.load_year(session, year)
        check_open(now)
        settled = replace(now, stage=Stage.AGREED, agreed_on=agreed_on, agreed_by=agreed_by.strip())
        grading.save_year(session, settled)
    return session.change


def lock_year(store: Store, year: int, on: date) -> Change:
    """Let nothing of the grading of a year be changed any more.

    Raises:
        Conflict: It is not agreed yet, or locked already.
    """
    with store.writing(f"Khóa bình xét năm {year}") as session:
        now = grading.load_year(session, year)
        check_open(now)
        if now.stage is not Stage.AGREED:
            raise Conflict(
                f"Bình xét năm {year} chưa ghi ngày họp thống nhất nên chưa khóa được. Kết quả "
                "vẫn nguyên. Bấm Thống nhất, ghi ngày họp và biên bản, rồi khóa."
            )
        grading.save_year(session, replace(now, stage=Stage.LOCKED, locked_on=on))
    return session.change


def unlock_year(store: Store, year: int, reason: str, form_id: str | None = None) -> Change:
    """Let the grading of a year be changed again; the reason stands in the history.

    Raises:
        Invalid: There is no reason: `unlock_reason`.
        Conflict: It is not locked.
    """
    if not reason.strip():
        raise Invalid({"unlock_reason": "Ghi lý do mở khóa."})
    with store.writing(f"Mở khóa bình xét năm {year}: {reason.strip()}", form_id) as session:
        now = grading.load_year(session, year)
        if now.stage is not Stage.LOCKED:
            raise Conflict(f"Bình xét năm {year} đang ở mức {STAGE[now.stage]}, không cần mở khóa.")
        opened = replace(now, stage=Stage.AGREED, locked_on=None, unlock_reason=reason.strip())
        grading.save_year(session, opened)
    return session.change
