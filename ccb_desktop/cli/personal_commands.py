"""Subcommand that erases the personal data of somebody who has left."""

import argparse

from ccb_desktop.cli.arguments import words
from ccb_desktop.cli.command import Answer, Command
from ccb_desktop.cli.signing_in import opened, read
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.personal_data.erasure import GOES, STAYS
from ccb_desktop.operations.members.keys import people_of_keys
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.operations.personal_data.erasing import ErasurePlan


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--person",
        type=words,
        required=True,
        metavar="KEY",
        help="số thẻ, số CCCD hoặc mã của người",
    )
    parser.add_argument(
        "--decision", type=words, default="", metavar="TEXT", help="số quyết định hoặc đơn"
    )
    parser.add_argument("--reason", type=words, default="", metavar="TEXT", help="lý do xóa")
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem điều gì mất, điều gì còn")


def _erase(arguments: argparse.Namespace) -> Answer:
    if arguments.dry_run:
        with read(arguments) as store:
            [person_id] = people_of_keys(store, [arguments.person])
            return _told(erasing.plan_erasure(store, person_id), done=False)
    with opened(arguments) as store:
        [person_id] = people_of_keys(store, [arguments.person])
        plan = erasing.plan_erasure(store, person_id)
        if plan.bonds:
            raise Conflict(" ".join(("Chưa xóa được. Sổ vẫn nguyên.", *plan.bonds)))
        erasing.erase(store, person_id, arguments.decision, arguments.reason)
    return _told(plan, done=True)


def _told(plan: ErasurePlan, *, done: bool) -> Answer:
    found = {
        "person": plan.person_id,
        "becomes": plan.becomes,
        "bonds": list(plan.bonds),
        "files": plan.files,
        "history_lines": plan.lines,
        "erased": done,
    }
    if done:
        return Answer(found, [f"Đã xóa dữ liệu. Người ấy nay mang tên “{plan.becomes}”."])
    lines = [f"{plan.name} sẽ mang tên “{plan.becomes}”."]
    lines += [f"Chưa xóa được: {bond}" for bond in plan.bonds]
    lines += ["Mất hẳn:", *(f"- {one}" for one in GOES)]
    return Answer(found, [*lines, "Giữ lại:", *(f"- {one}" for one in STAYS)])


COMMANDS = (
    Command("erase-person", "xóa dữ liệu cá nhân của người đã rời Hội", _arguments, _erase),
)
