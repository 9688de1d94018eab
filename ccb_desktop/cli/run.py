"""Runs one subcommand and turns every trouble into a sentence and an exit code."""

import json
import sys
from collections.abc import Sequence

from ccb_desktop.cli.command import Answer
from ccb_desktop.cli.parser import make_parser
from ccb_desktop.domain.errors import UserError


def run(argv: Sequence[str]) -> int:
    """Run what was typed; gives the exit code: 0 done, 1 cannot, 2 usage, 3 damaged."""
    _speak_utf8()
    arguments = make_parser().parse_args(argv)
    try:
        answer: Answer = arguments.run(arguments)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu. Không có gì được ghi thêm.\n")
        return 1
    if arguments.json:
        sys.stdout.write(json.dumps(answer.json, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in answer.lines))
    return answer.exit_code


def _speak_utf8() -> None:
    """Vietnamese comes out whole on a Windows console too."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
