"""The treasurer's forms: `form receipt`, `form payment`, `form cash-count`."""

import argparse
from datetime import date

from ccb_desktop.cli.arguments import day, period, words
from ccb_desktop.cli.command import Answer, data_folder, files_answer
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.vouchers import SERIES, VoucherKind
from ccb_desktop.domain.periods import Period
from ccb_desktop.operations.branch import Store, read_branch
from ccb_desktop.operations.fund_papers import cash_counts_of, write_cash_counts
from ccb_desktop.operations.funds.vouchers import voucher_of_number
from ccb_desktop.operations.voucher_slips import vouchers_of_period, write_receipts

_KINDS = {"receipt": VoucherKind.RECEIPT, "payment": VoucherKind.PAYMENT}
_CASH_COUNT = "cash-count"
FUND_FORMS = (*_KINDS, _CASH_COUNT)
"""Names of the forms."""


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
    parser.add_argument("--period", type=period, metavar="P", help="phiếu thu, chi: cả kỳ")
    parser.add_argument(
        "--fund",
        type=words,
        default="",
        metavar="NAME",
        help="phiếu thu, chi, kiểm kê: chỉ một quỹ",
    )
    parser.add_argument(
        "--on", type=day, default=None, metavar="DATE", help="kiểm kê: lần gần nhất đến ngày này"
    )


def write_fund_form(arguments: argparse.Namespace) -> Answer:
    """Write slips of vouchers, or minutes of counted cash."""
    with read_branch(data_folder(arguments)) as store:
        if arguments.name == _CASH_COUNT:
            on = arguments.on or date.today()
            counts = cash_counts_of(store, arguments.fund, on)
            return files_answer([write_cash_counts(store, counts, arguments.out)])
        wanted = _wanted(store, arguments)
        return files_answer([write_receipts(store, wanted, arguments.out)])


def _wanted(store: Store, arguments: argparse.Namespace) -> list[int]:
    """The vouchers by number, or those of a period."""
    kind = _KINDS[arguments.name]
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
    others = set(_KINDS.values()) - {kind}
    if found.kind in others:
        raise Invalid(
            {
                "voucher": f"{found.number_text} không phải {_SAID[kind]}. "
                f"Số {_SAID[kind]} bắt đầu bằng {SERIES[kind]}."
            }
        )
    return found.id or 0
