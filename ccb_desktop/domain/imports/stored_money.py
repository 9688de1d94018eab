"""What the store holds of money and of what it was given for, as an import needs it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.ledger import Account, PeriodLock
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMoney:
    """The books of money as they are.

    Attributes:
        vouchers: Those posted, without reversals and without those that an undoing reversed.
        voided_ids: Those of them that were voided.
        next_ids: Table → the first id that is free.
        days: Account → day → sum of its entries.
    """

    funds: Sequence[Fund] = ()
    campaigns: Sequence[Campaign] = ()
    targets: Sequence[CampaignTarget] = ()
    contributions: Sequence[Contribution] = ()
    hand_ins: Sequence[DuesHandIn] = ()
    dues_payments: Sequence[DuesPayment] = ()
    loans: Sequence[Loan] = ()
    repayments: Sequence[Repayment] = ()
    bank_loan_counts: Sequence[BankLoanCount] = ()
    visits: Sequence[Visit] = ()
    houses: Sequence[HousingSupport] = ()
    vouchers: Sequence[Voucher] = ()
    voided_ids: frozenset[int] = frozenset()
    locks: Sequence[PeriodLock] = ()
    days: Mapping[Account, Mapping[date, int]] = field(default_factory=dict)
    next_ids: Mapping[str, int] = field(default_factory=lambda: defaultdict(lambda: 1))
