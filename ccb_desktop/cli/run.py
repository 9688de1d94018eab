"""Runs one subcommand and turns every trouble into a sentence and an exit code."""

import json
import os
import sys
from collections.abc import Sequence
from typing import TextIO

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
        _say(sys.stderr, f"{error}\n")
        return error.exit_code
    text = "".join(f"{line}\n" for line in answer.lines)
    if arguments.json:
        text = json.dumps(answer.json, ensure_ascii=False) + "\n"
    if _say(sys.stdout, text):
        return answer.exit_code
    _say(sys.stderr, "Việc đã làm xong, nhưng không ghi được kết quả ra chỗ đã chọn (ổ đầy).\n")
    return 1


def _say(stream: TextIO | None, text: str) -> bool:
    """Write to a stream; gives whether it is there, or whether nobody wants to read it.

    A windowed program has no streams; a reader such as `head` leaves when it has enough.
    """
    if stream is None:
        return True
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _let_go(stream)
    except OSError:
        _let_go(stream)
        return False
    return True


def _let_go(stream: TextIO) -> None:
    """Lead a stream into nothing, so that the end of the program does not try it again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _speak_utf8() -> None:
    """Vietnamese comes out whole on a Windows console, and no file name stops a sentence."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
