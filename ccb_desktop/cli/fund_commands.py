"""Subcommands for the treasurer's book: void."""

import argparse

from ccb_desktop.cli.arguments import day, words
from ccb_desktop.cli.command import Answer, Command
from ccb_desktop.cli.signing_in import opened
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.funds.vouchers import void_voucher, voucher_of_number


def _void_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("voucher", type=words, metavar="VOUCHER", help="số phiếu: PT-2026-0001")
    parser.add_argument("--reason", type=words, required=True, metavar="TEXT", help="lý do hủy")
    parser.add_argument("--on", type=day, metavar="DATE", help="ngày hủy; không ghi thì hôm nay")


def _void(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as store:
        voucher = voucher_of_number(store, arguments.voucher)
        _change, reversals = void_voucher(store, voucher.id or 0, arguments.reason, arguments.on)
    own = next(one for one in reversals if one.voids_id == voucher.id)
    also = [one.number_text for one in reversals if one is not own]
    found = {"voided": voucher.number_text, "reversal": own.number_text}
    lines = [
        f"Đã hủy phiếu {voucher.number_text} bằng phiếu {own.number_text} "
        f"ngày {short_date(own.issued_on)}."
    ]
    if also:
        found["also"] = ", ".join(also)
        lines.append(f"Phiếu ghi cùng lần cũng được hủy: {found['also']}.")
    return Answer(found, lines)


COMMANDS = (Command("void", "hủy một phiếu đã ghi sổ, kèm lý do", _void_arguments, _void),)
