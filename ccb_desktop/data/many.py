"""Many new records of money, welfare and work at once, by one statement for each kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.shelves import columns_with_keys
from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    AttendanceRow,
    AwardRow,
    BankLoanCountRow,
    CampaignRow,
    CampaignTargetRow,
    CommitmentRow,
    ContributionRow,
    CriterionRow,
    DeathCaseRow,
    DisciplineRow,
    DuesExemptionRow,
    DuesHandInRow,
    DuesPaymentRow,
    DuesRateRow,
    FundRow,
    GiftRoundRow,
    GradingYearRow,
    IllnessRow,
    KeyTaskRow,
    LoanRow,
    MemberResultRow,
    NominationRow,
    ProgressStepRow,
    RelativeRow,
    RepaymentRow,
    RoundRecipientRow,
    Row,
    ScoreRow,
    SettledOverlapRow,
    TaskItemRow,
    UnitRatingRow,
    UsualAmountRow,
    VisitRow,
)
from ccb_desktop.domain.activities.activities import Activity, Attendance
from ccb_desktop.domain.emulation.awards import Award, Discipline, Nomination
from ccb_desktop.domain.emulation.grading import GradingYear, MemberResult, UnitRating
from ccb_desktop.domain.emulation.scores import Criterion, Score
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesExemption, DuesHandIn, DuesPayment, DuesRate
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.commitments import Commitment
from ccb_desktop.domain.tasks.overlaps import SettledOverlap
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.visits.care import DeathCase, Illness, Relative
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.visits import Visit

_TABLES: Mapping[type[Any], type[Row]] = {
    Fund: FundRow,
    DuesRate: DuesRateRow,
    DuesExemption: DuesExemptionRow,
    DuesHandIn: DuesHandInRow,
    DuesPayment: DuesPaymentRow,
    Campaign: CampaignRow,
    CampaignTarget: CampaignTargetRow,
    Contribution: ContributionRow,
    Loan: LoanRow,
    Repayment: RepaymentRow,
    BankLoanCount: BankLoanCountRow,
    Visit: VisitRow,
    GiftRound: GiftRoundRow,
    RoundRecipient: RoundRecipientRow,
    UsualAmount: UsualAmountRow,
    Illness: IllnessRow,
    Relative: RelativeRow,
    DeathCase: DeathCaseRow,
    KeyTask: KeyTaskRow,
    TaskItem: TaskItemRow,
    Assignment: AssignmentRow,
    Progress: ProgressStepRow,
    SettledOverlap: SettledOverlapRow,
    Commitment: CommitmentRow,
    Activity: ActivityRow,
    Attendance: AttendanceRow,
    GradingYear: GradingYearRow,
    MemberResult: MemberResultRow,
    UnitRating: UnitRatingRow,
    Criterion: CriterionRow,
    Score: ScoreRow,
    Award: AwardRow,
    Discipline: DisciplineRow,
    Nomination: NominationRow,
}


def add_many(session: Session, records: Sequence[Any]) -> None:
    """Insert records of one kind; all of them bring ids that are free, or none does.

    What they say is for the caller to see to; vouchers come in by `vouchers.post`.
    """
    if not records:
        return
    table = _TABLES[type(records[0])]
    columns = [columns_with_keys(record, table) for record in records]
    if records[0].id is None:
        for one in columns:
            del one["id"]
    rows.insert_many(session, table, columns)
