"""What the books say of each unit beside the criteria of a score sheet."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from ccb_desktop.data.emulation import evidence as counts
from ccb_desktop.data.emulation import grading
from ccb_desktop.data.funds import campaigns, dues
from ccb_desktop.data.funds.dues_books import load_payers
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session
from ccb_desktop.data.tasks.assignments import list_assignments
from ccb_desktop.domain.emulation.grading import Grade
from ccb_desktop.domain.emulation.score_sheets import EvidenceFact
from ccb_desktop.domain.emulation.scores import Evidence
from ccb_desktop.domain.funds.campaign_progress import Collected, progress, together
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution
from ccb_desktop.domain.funds.dues_sheet import dues_sheets
from ccb_desktop.domain.printing import number, percent, share
from ccb_desktop.domain.tasks.assignments import ends_on, is_done_by
from ccb_desktop.operations.activities.regularity import meetings_of_year_in

Facts = dict[int, EvidenceFact]
"""Unit → what is told of it."""

_MONTHS_OF_A_QUARTER = 3


def evidence_of(
    session: Session, year: int, on: date, wanted: Collection[Evidence]
) -> dict[Evidence, Facts]:
    """What the books say by a day of a year, for the kinds of evidence that are asked for.

    Args:
        session: A session.
        year: The year that is graded.
        on: The last day that counts, within the year.
        wanted: Kinds of evidence.
    """
    return {one: _READERS[one](session, year, on) for one in wanted if one in _READERS}


def _dues(session: Session, year: int, on: date) -> Facts:
    """Members who owe nothing more of the year, of those who owe dues."""
    paid = dues.paid_in_year(session, year, on)
    sheets = dues_sheets(load_payers(session), dues.load_rules(session), paid, year)
    facts: Facts = {}
    for unit_id, sheet in sheets.items():
        if unit_id is None or not (sheet.due_dong or sheet.paid_dong):
            continue
        if not sheet.due_dong:
            text = f"Nộp {number(sheet.paid_dong)} đồng hội phí (năm này chưa ghi mức)"
            facts[unit_id] = EvidenceFact(text, sheet.paid_dong)
        else:
            owing = [line for line in sheet.lines if line.is_owing]
            whole = sum(not line.lacking_dong for line in owing)
            text = f"Nộp đủ hội phí: {share(whole, len(owing))} hội viên"
            facts[unit_id] = EvidenceFact(text, whole, len(owing))
    return facts


def _meetings(session: Session, year: int, on: date) -> Facts:
    """Quarters with a meeting: units meet at least every three months (rule 9)."""
    begun = (on.month - 1) // _MONTHS_OF_A_QUARTER + 1
    facts: Facts = {}
    found = [unit for unit in meetings_of_year_in(session, year, on) if unit.unit_id is not None]
    if not any(unit.sessions for unit in found):
        return {}  # the book of activities is not kept in this year
    for unit in found:
        held = {
            place // _MONTHS_OF_A_QUARTER
            for place, month in enumerate(unit.months)
            if month.sessions
        }
        text = f"{number(unit.sessions)} buổi; {len(held)}/{begun} quý có sinh hoạt"
        facts[unit.unit_id or 0] = EvidenceFact(text, len(held), begun)
    return facts


def _tasks(session: Session, year: int, on: date) -> Facts:
    """Assignments done, of those due by the day."""
    due: dict[int, list[bool]] = {}
    for one in list_assignments(session, year):
        if one.unit_id is not None and ends_on(one, year) <= on:
            due.setdefault(one.unit_id, []).append(is_done_by(one, on))
    return {
        unit_id: EvidenceFact(
            f"Hoàn thành {share(sum(done), len(done))} việc đến hạn", sum(done), len(done)
        )
        for unit_id, done in due.items()
    }


def _campaigns(session: Session, year: int, on: date) -> Facts:
    """What came together for the campaigns of the year, against what units were asked for."""
    units, every = list_units(session), campaigns.list_contributions(session)
    found: dict[int, list[Collected]] = {}
    for campaign in campaigns.list_campaigns(session):
        gifts = [gift for gift in every if gift.campaign_id == campaign.id]
        if _year_of(campaign, gifts) != year:
            continue
        targets = campaigns.list_targets(session, campaign.id)
        for unit in progress(campaign, targets, gifts, units, on).units:
            if unit.unit_id is not None and unit.collected.target_dong:
                found.setdefault(unit.unit_id, []).append(unit.collected)
    return {unit_id: _collected(together(parts)) for unit_id, parts in found.items()}


def _year_of(campaign: Campaign, gifts: Sequence[Contribution]) -> int | None:
    """The year in which it began; where nobody wrote that down, that of its first gift."""
    day = campaign.from_on or campaign.to_on or min((one.given_on for one in gifts), default=None)
    return day.year if day is not None else None


def _collected(sums: Collected) -> EvidenceFact:
    rate = percent(sums.total_dong, sums.target_dong)
    text = f"Vận động {number(sums.total_dong)}/{number(sums.target_dong)} đồng ({rate})"
    return EvidenceFact(text, sums.total_dong, sums.target_dong)


def _visits(session: Session, year: int, on: date) -> Facts:
    made = _with_parents(session, counts.visits_by_unit(session, date(year, 1, 1), on))
    return {
        own: EvidenceFact(f"{number(count)} lượt thăm do chi hội chi", count)
        for own, count in made.items()
    }


def _admissions(session: Session, year: int, on: date) -> Facts:
    made = counts.admissions_by_unit(session, year, on)
    return {
        own: EvidenceFact(f"{number(count)} hội viên mới", count) for own, count in made.items()
    }


def _exemplary(session: Session, year: int, _on: date) -> Facts:
    found: dict[int, list[bool]] = {}
    for one in grading.list_results(session, year):
        if one.unit_id is not None:
            found.setdefault(one.unit_id, []).append(one.grade == Grade.EXEMPLARY)
    return {
        own: EvidenceFact(f"CCB gương mẫu {share(sum(them), len(them))}", sum(them), len(them))
        for own, them in found.items()
    }


def _with_parents(session: Session, counted: Mapping[int, int]) -> dict[int, int]:
    """What a phân hội did is its chi hội's too."""
    parents = {unit.id: unit.parent_id for unit in list_units(session)}
    found = dict(counted)
    for own, count in counted.items():
        parent = parents.get(own)
        if parent is not None:
            found[parent] = found.get(parent, 0) + count
    return found


_READERS: Mapping[Evidence, Callable[[Session, int, date], Facts]] = {
    Evidence.DUES_RATE: _dues,
    Evidence.MEETINGS_HELD: _meetings,
    Evidence.TASKS_DONE: _tasks,
    Evidence.CAMPAIGN_TARGETS: _campaigns,
    Evidence.VISITS_MADE: _visits,
    Evidence.NEW_MEMBERS: _admissions,
    Evidence.EXEMPLARY_SHARE: _exemplary,
}
