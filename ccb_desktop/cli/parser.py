"""What can be typed after `ccb-desktop`."""

import argparse
from pathlib import Path
from typing import NoReturn

from ccb_desktop.cli import branch_commands, paper_commands, roster_commands


class Parser(argparse.ArgumentParser):
    """Tells wrong usage in Vietnamese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Print how the command is used and what was wrong with it."""
        self.print_usage()
        self.exit(2, f"{self.prog}: gõ chưa đúng: {message}\n")


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Parser(prog="ccb-desktop", description="Phần mềm sổ sách của Hội Cựu chiến binh cơ sở")
    _add_common(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="LỆNH")
    for module in (branch_commands, roster_commands, paper_commands):
        for command in module.COMMANDS:
            sub = commands.add_parser(command.name, help=command.help)
            _add_common(sub, default=argparse.SUPPRESS)
            command.add_arguments(sub)
            sub.set_defaults(run=command.run)
    return parser


def _add_common(parser: argparse.ArgumentParser, default: object) -> None:
    """Options that stand before or after the subcommand."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", default=default, help="thư mục số liệu"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help="in kết quả dạng JSON",
    )
