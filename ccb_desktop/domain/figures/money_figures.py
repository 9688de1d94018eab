"""The figures of money: dues, chân quỹ, loans, the policy bank, campaigns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.money_book import MoneyBook
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Share
from ccb_desktop.domain.funds import campaign_progress, loan_state
from ccb_desktop.domain.funds.bank_loans import bank_sums, latest_by_group
from ccb_desktop.domain.funds.base_fund import base_fund, is_base, per_member_dong
from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.dues_rules import DuesRules, due_in_range, months_between
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.loans import LoanFile
from ccb_desktop.domain.printing import number

Records = tuple[FigureRecord, ...]
Asked = frozenset[int | None] | None
"""The units of a question; `None` for the whole branch."""
Count = Callable[[Books, FigureQuery, Asked], dict[str, Counted]]


def count_money(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the treasurer's books say of a period; nothing of a book that is empty."""
    asked, money = _units_asked(books, query), books.money
    begun_and_counted: tuple[tuple[Iterable[date], Count], ...] = (
        ((one.paid_on for one in money.paid), _count_paid),
        ((fund.opened_on for fund in money.funds), _count_base),
        ((file.loan.lent_on for file in money.loans), _count_loans),
        ((one.counted_on for one in money.bank_loans), _count_bank_loans),
        ((gift.given_on for gift in money.gifts), _count_campaigns),
    )
    counted = _dues_due(books, query) if query.wants(["dues_due"]) else {}
    for days, count in begun_and_counted:
        begun = min(days, default=None)
        if begun is None or (begun > query.to_on and query.looks_back):
            continue
        found = count(books, query, asked)
        if begun > query.to_on:
            found = {code: replace(one, before_book=True) for code, one in found.items()}
        counted |= found
    return counted


def _units_asked(books: Books, query: FigureQuery) -> Asked:
    """The unit asked for with its parts; `None` where the whole branch is."""
    if query.unit is None:
        return None
    return frozenset(unit.id for unit in books.roster.units if query.covers(unit))


def _is_asked(unit_id: int | None, asked: Asked) -> bool:
    return asked is None or unit_id in asked


def _number(value: int, records: Iterable[FigureRecord], query: FigureQuery) -> Counted:
    return Counted(value, tuple(records) if query.with_records else ())


def _labelled(name: str, amount: int) -> str:
    return f"{name}: {number(amount)} đồng"


# --- Dues -------------------------------------------------------------------------------------


def _count_paid(books: Books, query: FigureQuery, asked: Asked) -> dict[str, Counted]:
    """What came in."""
    paid = [one for one in books.money.paid if _is_asked(one.unit_id, asked)]
    added = [(one, dong) for one in paid if (dong := one.within(query.from_on, query.to_on))]
    records = (
        FigureRecord("person", str(one.person_id), _labelled(one.name, dong), one.paid_on)
        for one, dong in added
    )
    return {"dues_collected": _number(sum(dong for _one, dong in added), records, query)}


def _dues_due(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """What was due by the dated rate (meaning 12)."""
    book, members = books.money, books.roster.members
    rules = DuesRules(book.rates, book.exemptions, books.roster.age_rule)
    due = due_in_range(members, rules, query.from_on, query.to_on, query.asked_ids)
    if due is None or not members:
        return {}
    records: list[FigureRecord] = []
    months = months_between(query.from_on, query.to_on)
    for member in members if query.with_records else ():
        dong = sum(rules.due_by_year(member, months, query.asked_ids).values())
        if dong:
            label = _labelled(member.full_name, dong)
            records.append(FigureRecord("person", str(member.person_id), label, query.to_on))
    return {"dues_due": _number(due, records, query)}


# --- Chân quỹ ---------------------------------------------------------------------------------

_BASE_FIGURES = tuple(f"fund_base_{what}" for what in ("total", "branch", "chi_hoi", "per_member"))


def _count_base(books: Books, query: FigureQuery, asked: Asked) -> dict[str, Counted]:
    """Rule 17: money and outstanding loans of base funds, both levels apart and together."""
    book, day = books.money, query.to_on
    if not query.wants(_BASE_FIGURES):
        return {}
    funds = [fund for fund in book.funds if _is_asked(fund.unit_id, asked)]
    held, lent = book.held_on(day), loan_state.outstanding_by_fund(book.loans, day)
    found = base_fund(funds, held, lent)
    records = [
        (fund.unit_id, _fund_record(fund, held.get(own, 0) + lent.get(own, 0), day))
        for fund in funds
        if is_base(fund) and (own := fund.id or 0)
    ]
    everywhere = [record for _unit_id, record in records]
    of_branch = [record for unit_id, record in records if unit_id is None]
    of_chi_hoi = [record for unit_id, record in records if unit_id is not None]
    counted = {
        "fund_base_total": _number(found.both.total_dong, everywhere, query),
        "fund_base_branch": _number(found.branch.total_dong, of_branch, query),
        "fund_base_chi_hoi": _number(found.chi_hoi.total_dong, of_chi_hoi, query),
    }
    members = len(books.roster.present_on(day, query.unit, *query.beside))
    per_member = per_member_dong(found.both.total_dong, members)
    if per_member is not None:
        counted["fund_base_per_member"] = _number(per_member, everywhere, query)
    return counted


def _fund_record(fund: Fund, dong: int, day: date) -> FigureRecord:
    return FigureRecord("fund", str(fund.id), _labelled(fund.name, dong), day)


# --- Loans ------------------------------------------------------------------------------------


def _count_loans(books: Books, query: FigureQuery, asked: Asked) -> dict[str, Counted]:
    files = books.money.loans
    files = tuple(file for file in files if _is_asked(file.loan.unit_id, asked))
    return {
        "loans_disbursed": _lent(files, query),
        "loans_disbursed_interest_free": _lent(
            [file for file in files if not file.loan.rate_thousandths], query
        ),
        "loans_outstanding": _owed(files, query, loan_state.outstanding_dong),
        "loans_overdue": _owed(files, query, loan_state.overdue_dong),
        "loan_borrowers": _borrowers(files, query),
    }


def _lent(files: Sequence[LoanFile], query: FigureQuery) -> Counted:
    """What was lent in the period, less what was voided in it."""
    from_on, to_on = query.from_on, query.to_on
    records = (
        _loan_record(file, file.loan.principal_dong, file.loan.lent_on)
        for file in files
        if loan_state.disbursed_dong([file], from_on, to_on)
    )
    return _number(loan_state.disbursed_dong(files, from_on, to_on), records, query)


def _owed(
    files: Sequence[LoanFile], query: FigureQuery, of: Callable[[LoanFile, date], int]
) -> Counted:
    owed = [(file, dong) for file in files if (dong := of(file, query.to_on))]
    records = (_loan_record(file, dong, query.to_on) for file, dong in owed)
    return _number(sum(dong for _file, dong in owed), records, query)


def _borrowers(files: Sequence[LoanFile], query: FigureQuery) -> Counted:
    """Everybody who owes something, each once (rule 13)."""
    owing = [file for file in files if loan_state.outstanding_dong(file, query.to_on)]
    of_borrower = {loan_state.borrower_key(file): file for file in owing}
    records = (_borrower_record(file, query.to_on) for file in of_borrower.values())
    return _number(len(of_borrower), records, query)


def _loan_record(file: LoanFile, dong: int, day: date) -> FigureRecord:
    name = f"{file.loan.code}, {file.loan.borrower}"
    return FigureRecord("loan", str(file.loan.id), _labelled(name, dong), day)


def _borrower_record(file: LoanFile, day: date) -> FigureRecord:
    loan = file.loan
    if loan.person_id is None:
        return FigureRecord("loan", str(loan.id), loan.borrower, day)
    return FigureRecord("person", str(loan.person_id), loan.borrower, day)


# --- The policy bank --------------------------------------------------------------------------


def _count_bank_loans(books: Books, query: FigureQuery, asked: Asked) -> dict[str, Counted]:
    """What its groups last told by the day; of a single unit nothing is known."""
    counts = books.money.bank_loans
    if asked is not None:
        return {}
    sums = bank_sums(counts, query.to_on)
    latest = latest_by_group(counts, query.to_on)
    records = [
        FigureRecord(
            "bank_loan", str(one.id), _labelled(one.group_name, one.balance_dong), one.counted_on
        )
        for one in latest
    ]
    return {
        "policy_bank_groups": _number(sums.groups, records, query),
        "policy_bank_households": _number(sums.households, records, query),
        "policy_bank_balance": _number(sums.balance_dong, records, query),
    }


# --- Campaigns --------------------------------------------------------------------------------


def _count_campaigns(books: Books, query: FigureQuery, asked: Asked) -> dict[str, Counted]:
    book = books.money
    gifts = [gift for gift in book.gifts if _is_asked(gift.unit_id, asked)]
    from_on, to_on = query.from_on, query.to_on
    off_book = [gift for gift in gifts if not gift.through_book]
    by_campaign = campaign_progress.contributions_by_campaign(gifts, book.campaigns, from_on, to_on)
    records = _gift_records(gifts, from_on, query)
    return {
        "contributions_total": Counted(
            campaign_progress.contributions_total(gifts, from_on, to_on), records
        ),
        "contributions_off_book": Counted(
            campaign_progress.contributions_total(off_book, from_on, to_on),
            _gift_records(off_book, from_on, query),
        ),
        "contributions_by_campaign": Counted(by_campaign, records),
        "campaign_target_rate": _target_rate(book, gifts, query, asked),
    }


def _gift_records(
    gifts: Iterable[Contribution], from_on: date | None, query: FigureQuery
) -> Records:
    if not query.with_records:
        return ()
    counted = ((gift, gift.worth_within(from_on, query.to_on)) for gift in gifts)
    return tuple(
        FigureRecord("contribution", str(gift.id), _labelled(gift.donor, dong), gift.given_on)
        for gift, dong in counted
        if dong
    )


def _target_rate(
    book: MoneyBook, gifts: Sequence[Contribution], query: FigureQuery, asked: Asked
) -> Counted:
    """Everything collected by the day against the targets (meaning 13)."""
    targets = [one for one in book.targets if _is_asked(one.unit_id, asked)]
    rates = campaign_progress.campaign_target_rate(gifts, book.campaigns, targets, query.to_on)
    aimed = {target.campaign_id for target in targets}
    records = _gift_records((g for g in gifts if g.campaign_id in aimed), None, query)
    return Counted({name: Share(*found) for name, found in rates.items()}, records)
