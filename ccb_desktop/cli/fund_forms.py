"""Which vouchers, countings of cash and loans the line of a form means."""

import argparse
from datetime import date

from ccb_desktop.cli.arguments import day, period, words
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.fund_papers.loan_forms import REMINDER
from ccb_desktop.domain.funds.vouchers import SERIES, VoucherKind
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.cash_count_papers import cash_counts_of
from ccb_desktop.operations.forms.subjects import VOUCHERS
from ccb_desktop.operations.funds.loan_papers import (
    loans_of_codes,
    pressing_loans,
)
from ccb_desktop.operations.funds.vouchers import voucher_of_number
from ccb_desktop.operations.voucher_slips import vouchers_of_period


def add_fund_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said about a slip or about counted cash."""
    parser.add_argument(
        "--voucher",
        type=words,
        action="append",
        default=[],
        metavar="NUMBER",
        help="phiếu thu, chi: số phiếu như PT-2026-0001; ghi nhiều lần được",
    )
    parser.add_argument(
        "--period", type=period, metavar="P", help="phiếu thu, chi, phiếu việc: cả kỳ"
    )
    parser.add_argument(
        "--fund",
        type=words,
        default="",
        metavar="NAME",
        help="phiếu thu, chi, kiểm kê: chỉ một quỹ",
    )
    parser.add_argument(
        "--on",
        type=day,
        default=None,
        metavar="DATE",
        help="kiểm kê: lần gần nhất đến ngày này; giấy nhắc nợ: nợ tính đến ngày này; "
        "biên bản họp: buổi của ngày này",
    )
    parser.add_argument(
        "--loan",
        type=words,
        action="append",
        default=[],
        metavar="CODE",
        help="giấy vay vốn, giấy nhắc nợ: mã vay, ghi nhiều lần được; giấy nhắc nợ không ghi thì "
        "in cho mọi khoản quá hạn, chậm kỳ",
    )


def loans_meant(store: Store, arguments: argparse.Namespace) -> list[int]:
    """The loans that are named; for reminders, those that press where none is named.

    Raises:
        Invalid: None is meant.
    """
    on = arguments.on or date.today()
    if arguments.loan:
        return loans_of_codes(store, arguments.loan)
    if arguments.name != REMINDER:
        raise Invalid({"loan": "Ghi mã vay của giấy vay vốn bằng --loan V2026-01."})
    wanted = pressing_loans(store, on)
    if not wanted:
        told = f"Đến ngày {short_date(on)} không có khoản vay nào quá hạn, chậm kỳ để nhắc."
        raise Invalid({"loan": told})
    return wanted


def cash_counts_meant(store: Store, arguments: argparse.Namespace) -> list[int]:
    """The newest countings of a fund, or of all."""
    return cash_counts_of(store, arguments.fund, arguments.on or date.today())


def vouchers_meant(store: Store, arguments: argparse.Namespace) -> list[int]:
    """The vouchers by number, or those of a period.

    Raises:
        Invalid: None is meant, or one is of the other kind.
    """
    kind = VOUCHERS[arguments.name]
    if arguments.voucher:
        return [_of_number(store, kind, number) for number in arguments.voucher]
    if arguments.period is None:
        raise Invalid(
            {"voucher": "Ghi số phiếu (--voucher PT-2026-0001) hoặc kỳ (--period 2026-03) để in."}
        )
    span: Period = arguments.period
    found = vouchers_of_period(store, kind, span.from_on, span.to_on, arguments.fund)
    if not found:
        raise Invalid({"period": f"Kỳ {span.name} không có {_SAID[kind]} nào để in."})
    return found


_SAID = {VoucherKind.RECEIPT: "phiếu thu", VoucherKind.PAYMENT: "phiếu chi"}


def _of_number(store: Store, kind: VoucherKind, number: str) -> int:
    """The voucher of a number; reversals and transfers are printed by either form."""
    found = voucher_of_number(store, number)
    others = set(VOUCHERS.values()) - {kind}
    if found.kind in others:
        raise Invalid(
            {
                "voucher": f"{found.number_text} không phải {_SAID[kind]}. "
                f"Số {_SAID[kind]} bắt đầu bằng {SERIES[kind]}."
            }
        )
    return found.id or 0
