"""Subcommands for a change of office: handover, receive."""

import argparse
from datetime import date

from ccb_desktop.cli.arguments import day, folder, target, words
from ccb_desktop.cli.command import Answer, Command, data_folder
from ccb_desktop.cli.passwords import password_in
from ccb_desktop.cli.signing_in import keys_of_file, opened, signed_if_possible
from ccb_desktop.domain.reports.handover_kit import PERSONAL
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.operations.handover_kit import receive_kit, write_kit


def _password_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-file",
        type=target,
        metavar="F",
        help="tệp có mật khẩu niêm phong bản sao ở dòng đầu",
    )


def _handover_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=folder,
        required=True,
        metavar="DIR",
        help="thư mục hoặc USB để ghi bộ bàn giao",
    )
    _password_argument(parser)
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="ngày bàn giao; không ghi thì hôm nay"
    )
    parser.add_argument("--giver", type=words, default="", metavar="NAME", help="người giao")
    parser.add_argument("--receiver", type=words, default="", metavar="NAME", help="người nhận")


def _handover(arguments: argparse.Namespace) -> Answer:
    password = password_in(arguments.password_file)
    with opened(arguments) as store:
        kit = write_kit(
            store,
            Sides(giver=arguments.giver, receiver=arguments.receiver),
            arguments.to.absolute(),
            on=arguments.on or date.today(),
            password=password,
        )
    files = sorted(str(file) for file in kit.folder.iterdir())
    told = {
        "folder": str(kit.folder),
        "files": files,
        "checked": True,
        "encrypted": kit.manifest.with_password,
        "history": {"number": kit.manifest.action_id, "hash": kit.manifest.chain_hash},
    }
    open_copy = [] if password else ["Bản sao trong bộ này không có mật khẩu: phải giữ kín."]
    return Answer(told, [f"Đã ghi {kit.folder}", kit.sentence, *open_copy, PERSONAL])


def _receive_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=folder, metavar="DIR", help="thư mục của bộ bàn giao")
    _password_argument(parser)


def _receive(arguments: argparse.Namespace) -> Answer:
    where = data_folder(arguments)
    done = receive_kit(
        where,
        arguments.path.resolve(),
        password_in(arguments.password_file),
        lambda copy: keys_of_file(arguments, copy),
        signed_if_possible(arguments),
    )
    kept = done.set_aside or (done.kept.path if done.kept else None)
    told = {
        "data_dir": str(where.root),
        "branch": done.branch,
        "kept": str(kept) if kept else None,
    }
    lines = [f"Đã nhận bàn giao sổ của {done.branch} vào {where.root}."]
    if kept is not None:
        lines.append(f"Số liệu dùng đến lúc đó được giữ ở {kept}")
    return Answer(told, lines)


COMMANDS = (
    Command("handover", "lập bộ bàn giao cho người kế nhiệm", _handover_arguments, _handover),
    Command("receive", "nhận bộ bàn giao", _receive_arguments, _receive),
)
