"""The schema: every mapped class of `data.schema`; none of them leaves this floor.

Tables in `DERIVED` are worked out from others and are not part of the history; tables in
`HISTORY` are the history itself; `CONTENTS` only grows, and the history names its rows by
their hash. Everything else is recorded on every change.
"""

from ccb_desktop.data.schema.activities import ActivityRow, AttendanceRow
from ccb_desktop.data.schema.base import Row
from ccb_desktop.data.schema.branch import (
    CharterSwitchRow,
    CodeRow,
    HolidayRow,
    OwnFieldRow,
    OwnValueRow,
    SavedViewRow,
    SettingRow,
)
from ccb_desktop.data.schema.emulation import (
    AwardRow,
    CriterionRow,
    DisciplineRow,
    GradingYearRow,
    MemberResultRow,
    NominationRow,
    ScoreRow,
    UnitRatingRow,
)
from ccb_desktop.data.schema.files import AttachedFileRow, FileContentRow
from ccb_desktop.data.schema.funds import (
    CashCountRow,
    FundMonthRow,
    FundRow,
    LedgerEntryRow,
    PeriodLockRow,
    VoucherRow,
)
from ccb_desktop.data.schema.history import ActionRow, RecordChangeRow
from ccb_desktop.data.schema.members import (
    ExemptionReportRow,
    HouseholdRow,
    HouseholdYearRow,
    MembershipEventRow,
    MembershipRow,
    NotDoubleRow,
    PersonMergeRow,
    PersonRow,
    PolicyRow,
    StandingRow,
)
from ccb_desktop.data.schema.money import (
    BankLoanCountRow,
    CampaignRow,
    CampaignTargetRow,
    ContributionRow,
    DuesExemptionRow,
    DuesHandInRow,
    DuesPaymentRow,
    DuesRateRow,
    LoanExtensionRow,
    LoanRow,
    RepaymentRow,
)
from ccb_desktop.data.schema.papers import (
    ImportBatchRow,
    ImportMappingRow,
    ManualFigureRow,
    ReportTextRow,
)
from ccb_desktop.data.schema.tasks import (
    AssignmentRow,
    CommitmentRow,
    KeyTaskRow,
    ProgressStepRow,
    SettledOverlapRow,
    TaskItemRow,
)
from ccb_desktop.data.schema.units import PostRow, TermRow, UnitNameRow, UnitRow
from ccb_desktop.data.schema.visits import (
    CommemorativeDayRow,
    DeathCaseRow,
    GiftRoundRow,
    HousingSourceRow,
    HousingSupportRow,
    IllnessRow,
    RelativeRow,
    RoundRecipientRow,
    UsualAmountRow,
    VisitRow,
)

DERIVED = frozenset({"standings", "ledger_entries", "fund_months"})
HISTORY = frozenset({"actions", "record_changes"})
CONTENTS = frozenset({"file_contents"})

__all__ = [
    "CONTENTS",
    "DERIVED",
    "HISTORY",
    "ActionRow",
    "ActivityRow",
    "AssignmentRow",
    "AttachedFileRow",
    "AttendanceRow",
    "AwardRow",
    "BankLoanCountRow",
    "CampaignRow",
    "CampaignTargetRow",
    "CashCountRow",
    "CharterSwitchRow",
    "CodeRow",
    "CommemorativeDayRow",
    "CommitmentRow",
    "ContributionRow",
    "CriterionRow",
    "DeathCaseRow",
    "DisciplineRow",
    "DuesExemptionRow",
    "DuesHandInRow",
    "DuesPaymentRow",
    "DuesRateRow",
    "ExemptionReportRow",
    "FileContentRow",
    "FundMonthRow",
    "FundRow",
    "GiftRoundRow",
    "GradingYearRow",
    "HolidayRow",
    "HouseholdRow",
    "HouseholdYearRow",
    "HousingSourceRow",
    "HousingSupportRow",
    "IllnessRow",
    "ImportBatchRow",
    "ImportMappingRow",
    "KeyTaskRow",
    "LedgerEntryRow",
    "LoanExtensionRow",
    "LoanRow",
    "ManualFigureRow",
    "MemberResultRow",
    "MembershipEventRow",
    "MembershipRow",
    "NominationRow",
    "NotDoubleRow",
    "OwnFieldRow",
    "OwnValueRow",
    "PeriodLockRow",
    "PersonMergeRow",
    "PersonRow",
    "PolicyRow",
    "PostRow",
    "ProgressStepRow",
    "RecordChangeRow",
    "RelativeRow",
    "RepaymentRow",
    "ReportTextRow",
    "RoundRecipientRow",
    "Row",
    "SavedViewRow",
    "ScoreRow",
    "SettingRow",
    "SettledOverlapRow",
    "StandingRow",
    "TaskItemRow",
    "TermRow",
    "UnitNameRow",
    "UnitRatingRow",
    "UnitRow",
    "UsualAmountRow",
    "VisitRow",
    "VoucherRow",
]
