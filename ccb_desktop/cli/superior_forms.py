"""The superior's own form on the command line: `form superior --form TITLE --period P`."""

import argparse

from ccb_desktop.cli.arguments import words
from ccb_desktop.cli.command import Answer, files_answer
from ccb_desktop.cli.signing_in import opened
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.operations.superior_forms import filling, forms

SUPERIOR = "superior"
"""Name of the form."""


def add_superior_arguments(parser: argparse.ArgumentParser) -> None:
    """What only the superior's form asks for."""
    parser.add_argument(
        "--form", type=words, default="", metavar="TITLE", help="tên biểu mẫu của cấp trên"
    )
    parser.add_argument(
        "--numbered",
        action="store_true",
        help="biểu của cấp trên: lấy số văn bản tiếp theo nếu báo cáo của kỳ chưa có số",
    )


def write_superior_form(arguments: argparse.Namespace) -> Answer:
    """Fill a form for a period, keep what was filled, and write it.

    Blanks to be typed stay as they are; those for which no book gives anything are told.
    """
    if not arguments.form:
        raise Invalid({"form": "Ghi tên biểu mẫu của cấp trên bằng --form."})
    if arguments.period is None:
        raise Invalid({"period": "Ghi kỳ báo cáo bằng --period, ví dụ --period 2026-H1."})
    with opened(arguments) as store:
        form = forms.form_of_title(store, arguments.form)
        if arguments.out.suffix.lower() != f".{form.ending}":
            raise Invalid({"out": f"Biểu mẫu này ghi ra tệp có đuôi .{form.ending}."})
        order = filling.FillOrder(
            form_id=form.id or 0,
            period=arguments.period,
            masked=not arguments.full_numbers,
            numbered=arguments.numbered,
        )
        filled = filling.draft_filling(store, order)
        _change, written = filling.keep_and_write(store, filled, arguments.out)
    answer = files_answer([written])
    missing = [f"Chưa có số liệu: {label}" for label in filled.missing]
    return Answer({**answer.json, "missing": list(filled.missing)}, [*answer.lines, *missing])
