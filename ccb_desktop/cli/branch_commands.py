"""Subcommands for the books as a whole: init, demo, backup, restore, check."""

import argparse
from pathlib import Path

from ccb_desktop.cli.arguments import folder, number, printed_seal, term, words
from ccb_desktop.cli.command import Answer, Command, data_folder, files_answer
from ccb_desktop.cli.rehearsing import rehearse_restore
from ccb_desktop.cli.signing_in import keys_of_file, read, signed, signed_if_possible
from ccb_desktop.domain.branch import Branch
from ccb_desktop.operations import backups, checking, damage
from ccb_desktop.operations.branch import start_branch, user_of
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.users.backup_keys import NO_RING
from ccb_desktop.operations.without_keys import see_that_keys_are_there


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--name", type=words, required=True, help="tên Hội, ví dụ: Hội CCB phường An Lạc"
    )
    parser.add_argument("--parent", type=words, required=True, help="tên Hội cấp trên")
    parser.add_argument("--place", type=words, required=True, help="địa danh in trước ngày tháng")
    parser.add_argument("--term", type=term, default="", help="nhiệm kỳ, ví dụ 2025-2030")


def _init(arguments: argparse.Namespace) -> Answer:
    folder = data_folder(arguments)
    branch = Branch(
        name=arguments.name, parent=arguments.parent, place=arguments.place, term=arguments.term
    )
    start_branch(folder, branch).close()
    return Answer({"data_dir": str(folder.root)}, [f"Đã lập sổ của {branch.name}."])


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--members", type=number, default=320, metavar="N", help="số hội viên")
    parser.add_argument("--seed", type=number, default=1, metavar="N", help="cùng số, cùng số liệu")


def _demo(arguments: argparse.Namespace) -> Answer:
    folder = data_folder(arguments)
    with make_demo_branch(folder, members=arguments.members, seed=arguments.seed):
        found = {"data_dir": str(folder.root), "members": arguments.members}
    return Answer(found, [f"Đã lập chi nhánh thực hành (số liệu hư cấu) trong {folder.root}."])


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=folder, required=True, metavar="DIR", help="thư mục sao lưu")


def _backup(arguments: argparse.Namespace) -> Answer:
    with read(arguments) as store:
        return files_answer([backups.back_up(store, arguments.to)])


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="tệp sao lưu; nếu được mã hóa: mật khẩu lúc đó, hay mã khôi phục nếu không ghi --user",
    )
    _add_rehearse(parser)


def _add_rehearse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="chỉ diễn tập: phục hồi thử vào chỗ riêng, kiểm tra kỹ, so với sổ đang dùng, rồi xóa",
    )


def _restore(arguments: argparse.Namespace) -> Answer:
    if arguments.rehearse:
        return rehearse_restore(arguments)
    folder = data_folder(arguments)
    see_that_keys_are_there(folder)
    who = signed_if_possible(arguments)
    keys = who.keys if who is not None else NO_RING
    theirs = keys_of_file(arguments, arguments.file, keys)
    by = user_of(folder, who) if who is not None else None
    if who is not None and by is None:  # the books do not open, or the printed code was given
        done = damage.restore(folder, arguments.file, who, theirs)
    else:
        done = backups.restore(folder, arguments.file, keys, theirs, by)
    present = done.set_aside or (done.kept.path if done.kept else None)
    found = {
        "restored": str(arguments.file.resolve()),
        "data_dir": str(folder.root),
        "branch": done.branch,
        "kept": str(present) if present else None,
    }
    lines = [f"Đã phục hồi số liệu của {done.branch} từ {arguments.file}."]
    if present is not None:
        lines.append(f"Số liệu dùng đến lúc đó được giữ ở {present}")
    return Answer(found, lines)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--deep", action="store_true", help="kiểm tra kỹ từng dòng")
    parser.add_argument(
        "--printed",
        type=printed_seal,
        metavar="SEAL",
        help="số việc và dấu niêm ở chân sổ quỹ đã in: “12 90ab 12cd 34ef 56ab”",
    )


def _check(arguments: argparse.Namespace) -> Answer:
    found = checking.check_folder(
        data_folder(arguments),
        signed(arguments),
        deep=arguments.deep,
        printed=arguments.printed,
    )
    lines = ["Số liệu tốt." if found["ok"] else "Số liệu có chỗ cần xem:", *found["findings"]]
    return Answer(found, lines, 0 if found["ok"] else 3)


COMMANDS = (
    Command("init", "lập sổ mới", _init_arguments, _init),
    Command("demo", "lập số liệu thực hành (hư cấu)", _demo_arguments, _demo),
    Command("backup", "sao lưu", _backup_arguments, _backup),
    Command("restore", "phục hồi từ bản sao lưu", _restore_arguments, _restore),
    Command("check", "kiểm tra số liệu", _check_arguments, _check),
)
