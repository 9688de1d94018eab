"""Subcommand diagnose: a file for whoever helps, without anybody's name or number."""

import argparse

from ccb_desktop.cli.arguments import target
from ccb_desktop.cli.command import Answer, Command, data_folder, files_answer
from ccb_desktop.cli.signing_in import signed_if_possible
from ccb_desktop.operations.diagnostics import write_diagnostics


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=target, required=True, metavar="FILE", help="tệp .txt")


def _diagnose(arguments: argparse.Namespace) -> Answer:
    who = signed_if_possible(arguments) if arguments.user is not None else None
    return files_answer([write_diagnostics(data_folder(arguments), arguments.out, signed=who)])


COMMANDS = (
    Command("diagnose", "ghi tệp chẩn đoán, không có dữ liệu cá nhân", _arguments, _diagnose),
)
