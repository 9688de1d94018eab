"""The subcommand report: write a report, freeze it, write a frozen one again."""

import argparse
from datetime import date

from ccb_desktop.cli.arguments import day, folder, number, period
from ccb_desktop.cli.command import Answer, Command, files_answer
from ccb_desktop.cli.signing_in import opened, read
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import frozen_reports, reports
from ccb_desktop.operations.frozen_reports import FreezeOrder

_CUT_OFF = "chốt số liệu đến ngày; không ghi thì hết kỳ, báo cáo giữa và cả nhiệm kỳ đến hôm nay"
_KINDS = [kind.value for kind in ReportKind]


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    parser.add_argument("--period", type=period, metavar="P", help="kỳ báo cáo")
    parser.add_argument("--cut-off", type=day, metavar="DATE", help=_CUT_OFF)
    parser.add_argument("--freeze", action="store_true", help="chốt báo cáo, giữ nguyên mãi về sau")
    parser.add_argument(
        "--numbered",
        action="store_true",
        help="kèm --freeze: lấy số văn bản kế tiếp, in trên báo cáo và ghi vào sổ văn bản đi",
    )
    parser.add_argument(
        "--again", type=number, metavar="N", help="ghi lại báo cáo đã chốt mang mã này, y nguyên"
    )
    parser.add_argument("--out", type=folder, required=True, metavar="DIR", help="thư mục ghi ra")
    parser.set_defaults(complain=parser.error)


def _report(arguments: argparse.Namespace) -> Answer:
    if arguments.again is not None:
        with read(arguments) as store:
            return files_answer(frozen_reports.write_frozen(store, arguments.again, arguments.out))
    if arguments.kind is None or arguments.period is None:
        arguments.complain("còn thiếu KIND và --period, hoặc --again với mã của báo cáo đã chốt")
    if arguments.numbered and not arguments.freeze:
        arguments.complain("--numbered chỉ dùng cùng --freeze")
    kind, wanted = ReportKind(arguments.kind), arguments.period
    cut_off = arguments.cut_off or _years_so_far(kind, wanted)
    if arguments.freeze:
        order = FreezeOrder(kind=kind, period=wanted, cut_off=cut_off, numbered=arguments.numbered)
        return _freeze(arguments, order)
    with read(arguments) as store:
        return files_answer(reports.write_report(store, kind, wanted, cut_off, arguments.out))


def _years_so_far(kind: ReportKind, period: Period) -> date | None:
    """Today, where years are compared of which some have not come; else the period's end."""
    today = date.today()
    running = kind.compares_years and period.from_on <= today < period.to_on
    return today if running else None


def _freeze(arguments: argparse.Namespace, order: FreezeOrder) -> Answer:
    with opened(arguments) as store:
        _change, report_id = frozen_reports.freeze_report(store, order)
        written = files_answer(frozen_reports.write_frozen(store, report_id, arguments.out))
    told = f"Đã chốt báo cáo, mã {report_id}."
    return Answer({**written.json, "frozen": report_id}, [told, *written.lines])


COMMANDS = (Command("report", "viết báo cáo kèm phụ lục", _report_arguments, _report),)
