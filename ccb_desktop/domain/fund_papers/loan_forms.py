"""The contract of a loan and the letter that reminds of it: what their fields say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.funds.loan_terms import schedule
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import board_signature, document_number, letterhead_of
from ccb_desktop.domain.printing import long_date, number, short_date

DOTS = "…………"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanForm:
    """One form about a loan.

    Attributes:
        label: Its name.
        template: The Word file with fields that comes with the program.
        symbol: Sign of its kind in its number; empty where the code of the loan is its number.
    """

    label: str
    template: str
    symbol: str = ""


CONTRACT, REMINDER = "loan-contract", "loan-reminder"
LOAN_FORMS: Mapping[str, LoanForm] = {
    CONTRACT: LoanForm(label="Giấy vay vốn", template="giay-vay-von.docx"),
    REMINDER: LoanForm(label="Giấy nhắc nợ", template="giay-nhac-no.docx", symbol="TB"),
}
"""Name on the command line → form."""


def loan_texts(
    form: LoanForm, branch: Branch, line: LoanLine, person: Person | None, number: int | None = None
) -> dict[str, Any]:
    """Every field of a form about a loan; what the books do not know is room for the pen.

    Args:
        form: Which.
        branch: Who lends.
        line: The loan; a contract is dated on its day of lending, a letter on the day seen.
        person: The borrower, where he is of the roster.
        number: Of a letter, in the register of documents; a contract bears the code of its loan.
    """
    on = line.on if form.symbol else line.file.loan.lent_on
    head = letterhead_of(branch, on)
    signed = board_signature(branch)
    given = document_number(form.symbol, number, branch.number_style) if form.symbol else ""
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "issuer_name": branch.name,
        "number": given or line.file.loan.code,
        "place_and_date": head.place_and_date,
        "authority": "\n".join(signed.lines),
        "signer_title": branch.signer_title,
        "signer_name": signed.name,
        "signer_phrase": f"{signed.lines[-1].capitalize()} {signed.name or BLANK}",
        **_borrower(line, person),
        **_terms(line),
        **_state(line),
    }


def _borrower(line: LoanLine, person: Person | None) -> dict[str, str]:
    said = {Sex.MALE: "ông", Sex.FEMALE: "bà"}.get(person.sex) if person and person.sex else None
    title = said or "ông (bà)"
    return {
        "title": title,
        "title_capital": title[0].upper() + title[1:],
        "borrower": line.file.loan.borrower,
        "born_on": str(person.born_on) if person and person.born_on else BLANK,
        "citizen_id": (person.citizen_id if person else "") or BLANK,
        "phone": (person.phone if person else "") or BLANK,
        "address": (person.address if person else "") or BLANK,
        "unit": line.unit_name or BLANK,
    }


def _terms(line: LoanLine) -> dict[str, Any]:
    loan, due = line.file.loan, line.due_on
    percent = loan.rate_percent
    return {
        "code": loan.code,
        "fund": line.fund_name,
        "principal": format_dong(loan.principal_dong),
        "principal_words": in_words(loan.principal_dong),
        "purpose": loan.purpose or BLANK,
        "guarantor": loan.guarantor,
        "decision_phrase": loan.decision_no or f"nghị quyết, quyết định {BLANK}",
        "lent_on": long_date(loan.lent_on),
        "lent_short": short_date(loan.lent_on),
        "due_on": long_date(due) if due else f"ngày {BLANK}",
        "interest_phrase": f"lãi suất {number(percent)} % mỗi tháng"
        if percent
        else "không lấy lãi",
        "schedule": _schedule(line),
    }


def _schedule(line: LoanLine) -> list[dict[str, str]]:
    parts = [
        {
            "number": str(part.number),
            "due": short_date(part.due_on),
            "principal": format_dong(part.principal_dong),
            "interest": format_dong(part.interest_dong),
            "total": format_dong(part.total_dong),
            "left": format_dong(part.left_dong),
        }
        for part in schedule(line.file.loan, line.due_on)
    ]
    empty = dict.fromkeys(("number", "due", "principal", "interest", "total", "left"), DOTS)
    return parts or [empty]


def _state(line: LoanLine) -> dict[str, str]:
    interest = line.interest_due_dong
    late = ""
    if line.days_overdue:
        late = f"Khoản vay đã quá hạn {number(line.days_overdue)} ngày."
    elif line.late_dong:
        late = f"Tiền gốc đến kỳ mà chưa trả: {format_dong(line.late_dong)} đồng."
    elif line.next_on is not None:
        late = f"Kỳ tới: {format_dong(line.next_dong)} đồng, hạn {short_date(line.next_on)}."
    whole = line.outstanding_dong + interest
    return {
        "on": long_date(line.on),
        "repaid": format_dong(line.repaid_dong),
        "outstanding": format_dong(line.outstanding_dong),
        "interest_due": format_dong(interest),
        "whole": format_dong(whole),
        "whole_words": in_words(whole),
        "late_phrase": late,
    }
