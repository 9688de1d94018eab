"""The forms that ask for what is missing: `form questionnaire` and `form questionnaire-person`."""

import argparse
from collections.abc import Collection
from datetime import date
from pathlib import Path

from ccb_desktop.cli.arguments import words
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.questionnaires import (
    Asked,
    unit_of_code,
    write_excel_form,
    write_questionnaire,
)

_PAGE_EACH = "questionnaire-person"
QUESTIONNAIRES = ("questionnaire", _PAGE_EACH)
"""Names of the forms: a table for each chi hội, a page for each person."""


def add_gap_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said about a questionnaire."""
    parser.add_argument("--unit", type=words, metavar="CODE", help="phiếu bổ sung: chỉ một chi hội")
    parser.add_argument(
        "--full-numbers", action="store_true", help="phiếu bổ sung: in đủ số CCCD, điện thoại"
    )


def write_asked(
    store: Store, arguments: argparse.Namespace, person_ids: Collection[int]
) -> list[Path]:
    """Write a questionnaire as Word; a name that ends in `.xlsx` gets the form to send back."""
    asked = Asked(
        on=date.today(),
        unit_id=None if arguments.unit is None else unit_of_code(store, arguments.unit),
        person_ids=person_ids,
        masked=not arguments.full_numbers,
    )
    if arguments.out.suffix.lower() == ".xlsx":
        return [write_excel_form(store, asked, arguments.out).path]
    page_each = arguments.name == _PAGE_EACH
    return [write_questionnaire(store, asked, arguments.out, page_each=page_each)]
