"""The Excel form that asks for what is missing, and comes back: `form questionnaire`."""

import argparse
from datetime import date

from ccb_desktop.cli.arguments import words
from ccb_desktop.cli.command import Answer, files_answer
from ccb_desktop.cli.signing_in import read
from ccb_desktop.operations.members.keys import people_of_keys
from ccb_desktop.operations.questionnaires import (
    Asked,
    WrittenForm,
    unit_of_code,
    write_excel_form,
)

QUESTIONNAIRES = ("questionnaire", "questionnaire-person")
"""Names of the forms: a table for each chi hội, a page for each person."""


def add_gap_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said about a questionnaire."""
    parser.add_argument(
        "--unit",
        type=words,
        metavar="CODE",
        help="phiếu bổ sung, biên bản họp, phiếu việc: chỉ một đơn vị",
    )
    parser.add_argument("--full-numbers", action="store_true", help="in đủ số CCCD, điện thoại")


def write_gap_workbook(arguments: argparse.Namespace) -> Answer:
    """Write the form to send back."""
    with read(arguments) as store:
        asked = Asked(
            on=date.today(),
            unit_id=None if arguments.unit is None else unit_of_code(store, arguments.unit),
            person_ids=people_of_keys(store, arguments.person),
        )
        return _told(write_excel_form(store, asked, arguments.out))


def _told(form: WrittenForm) -> Answer:
    """The file, and how many members could not stand in it."""
    answer = files_answer([form.path])
    if not form.left_out:
        return answer
    left_out = (
        f"{form.left_out} người không có trong tệp, vì chưa đủ ngày sinh, số thẻ hay CCCD để "
        "nhận ra khi nhập lại. Hãy hỏi họ bằng phiếu Word."
    )
    return Answer({**answer.json, "left_out": form.left_out}, [*answer.lines, left_out])
