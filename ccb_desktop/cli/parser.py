"""What can be typed after `ccb-desktop`, and how wrong usage is told."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from ccb_desktop.cli import (
    branch_commands,
    diagnose_command,
    fund_commands,
    handover_commands,
    package_commands,
    paper_commands,
    personal_commands,
    report_commands,
    roster_commands,
)
from ccb_desktop.cli.arguments import folder, words

_IN_VIETNAMESE = (
    (r"argument (\S+): ", r"\1: "),
    (r"the following arguments are required: ", "còn thiếu "),
    (r"unrecognized arguments: ", "không có tùy chọn "),
    (r"invalid choice: '(.*)' \(choose from", r"không có “\1” (chọn một trong:"),
    (r"'([\w-]*)'(?=, |\))", r"\1"),
    (r"expected one argument", "cần ghi giá trị ở đằng sau"),
    (r"expected at least one argument", "cần ít nhất một giá trị ở đằng sau"),
    (r"ignored explicit argument (.+)", r"không nhận giá trị \1"),
)
"""What argparse says of wrong usage."""

_MODULES = (
    branch_commands,
    roster_commands,
    fund_commands,
    report_commands,
    paper_commands,
    package_commands,
    handover_commands,
    diagnose_command,
    personal_commands,
)

_HEADINGS = {"positional arguments": "Cần ghi", "options": "Tùy chọn"}


class Help(argparse.HelpFormatter):
    """The help of the command line with Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """How the command is typed."""
        super().add_usage(usage, actions, groups, "Cách gõ: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin the list of what is typed."""
        super().start_section(_HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Tells wrong usage in Vietnamese, with exit code 2; options are written in full."""

    def __init__(self, **more: Any) -> None:
        super().__init__(formatter_class=Help, add_help=False, allow_abbrev=False, **more)
        self.add_argument("-h", "--help", action="help", help="in trang hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Print how the command is used and what was wrong with it."""
        for said, vietnamese in _IN_VIETNAMESE:
            message = re.sub(said, vietnamese, message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: gõ chưa đúng: {message}\n")


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Parser(prog="ccb-desktop", description="Phần mềm sổ sách của Hội Cựu chiến binh cơ sở")
    _add_common(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True)
    for module in _MODULES:
        for command in module.COMMANDS:
            sub = commands.add_parser(command.name, help=command.help)
            _add_common(sub, default=argparse.SUPPRESS)
            command.add_arguments(sub)
            sub.set_defaults(run=command.run)
    return parser


def _add_common(parser: argparse.ArgumentParser, default: object) -> None:
    """Options that stand before or after the subcommand."""
    parser.add_argument(
        "--data-dir", type=folder, metavar="DIR", default=default, help="thư mục số liệu"
    )
    parser.add_argument(
        "--user",
        type=words,
        metavar="NAME",
        default=default,
        help="người dùng, nếu sổ có mật khẩu; mật khẩu ở biến CCB_PASSWORD hoặc được hỏi",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help="in kết quả dạng JSON",
    )
