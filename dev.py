#!/usr/bin/env python3
"""Prepares this machine, then opens, checks or builds the program; needs only Python and pip.

python3 dev.py run      open the program on a practice branch of fictional people
python3 dev.py check    run every check and test, as the continuous checks do
python3 dev.py build    build the program that is given to officers, and try it
"""

import argparse
import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (said here, before `machine` fails)
    raise SystemExit("CCB Desktop needs Python 3.11 or newer. / Cần Python 3.11 trở lên.")

from machine import (
    FOR_A_WINDOW,
    FOR_BUILDING,
    ROOT,
    WITHOUT_A_SCREEN,
    CannotGoOn,
    call,
    environment,
    folder_in_memory,
    need_system_packages,
    pinned_packages,
    pip,
    running,
    say,
    virtual_screen,
)

ENVIRONMENT = ROOT / ".venv"
BUILD_ENVIRONMENT = ROOT / "build" / "venv"
PRACTICE_BRANCH = ROOT / "practice-branch"
PICTURE = ROOT / "practice-branch.png"
FAULTS = "tests/faults"  # kills, power cuts, damage: slow, so a command of their own
SECONDS_STILL = 4  # so long must the screen show the same before it is taken


# --- run --------------------------------------------------------------------------------


def run() -> int:
    """Open the program on the practice branch; without a screen, take a picture of its window."""
    needs_screen = sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    need_system_packages([*FOR_A_WINDOW, *(WITHOUT_A_SCREEN if needs_screen else [])])
    python = environment(ENVIRONMENT, ["dev"])
    make_practice_branch(python)
    window = [python, "-m", "ccb_desktop", "--data-dir", PRACTICE_BRANCH]
    if not needs_screen:
        say(f"Opening the practice branch in {PRACTICE_BRANCH}")
        return call(window)
    say("This machine has no screen: the window opens on one in memory, to take its picture")
    failed = picture_of_window(window, python, PICTURE)
    say("No window was seen." if failed else f"The picture of the window is in {PICTURE}")
    return failed


def picture_of_window(window: Sequence[object], python: Path, picture: Path) -> int:
    """Open a window where nobody sees it, and save a picture of it; return 1 if none came."""
    look = [python, __file__, "picture", picture]
    with virtual_screen() as screen, running(window, screen) as program:
        for _ in range(20):
            blank = call(look, screen)
            if program.poll() is not None:
                return 1
            if not blank:
                return 0
    return 1


def make_practice_branch(python: Path) -> None:
    """Make the practice branch once, whole or not at all."""
    if PRACTICE_BRANCH.exists():
        return
    say("Making a practice branch; its people are fictional")
    unfinished = PRACTICE_BRANCH.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    demo = [python, "-m", "ccb_desktop", "demo", "--data-dir", unfinished]
    if call(demo, silent=True):
        raise CannotGoOn("The practice branch could not be made. / Chưa tạo được dữ liệu mẫu.")
    unfinished.rename(PRACTICE_BRANCH)


def take_picture(target: Path) -> int:
    """Save what the screen shows; return 1 if that is nothing or still changes."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (only the environment has it)

    application = QGuiApplication([])
    before = application.primaryScreen().grabWindow(0).toImage()
    for _ in range(SECONDS_STILL):  # the books are opened when the frame stands already
        time.sleep(1)  # two blinks of a text cursor
        now = application.primaryScreen().grabWindow(0).toImage()
        if now != before:
            return 1
    is_blank = len(set(bytes(before.constBits()))) < 8
    return 0 if not is_blank and before.save(str(target)) else 1


# --- check ------------------------------------------------------------------------------


def check() -> int:
    """Run every check and test; return 0 if all of them are content."""
    need_system_packages([*FOR_A_WINDOW, *WITHOUT_A_SCREEN, *FOR_BUILDING])
    python = environment(ENVIRONMENT, ["dev"])
    floors = "from importlinter.cli import lint_imports_command as check; check()"
    steps: dict[str, Callable[[], int]] = {
        "ruff check": partial(call, [python, "-m", "ruff", "check"]),
        "ruff format": partial(call, [python, "-m", "ruff", "format", "--check"]),
        "mypy": partial(call, [python, "-m", "mypy"]),
        "import floors": partial(call, [python, "-c", floors]),
        "Windows wheels": partial(find_windows_wheels, python),
        "tests": partial(run_tests, python),
        "faults": partial(run_faults, python),
        "benchmarks": partial(call, [python, "-m", "benchmarks", "--short"]),
        "built program": build,
    }
    return run_steps(steps)


def run_steps(steps: Mapping[str, Callable[[], int]]) -> int:
    """Run all steps, also after one that failed, and close with a table; return 1 on a failure."""
    rows = []
    for name, step in steps.items():
        say(name)
        started = time.monotonic()
        failed = step() != 0
        rows.append((name, failed, time.monotonic() - started))
    say("All checks")
    for name, failed, seconds in rows:
        print(f"  {'FAILED' if failed else 'ok':8}{name:20}{seconds:6.0f} s")
    return int(any(failed for _, failed, _ in rows))


def run_tests(python: Path) -> int:
    """Run all tests but those of faults, on two cores."""
    with folder_in_memory() as temporary:
        return call([python, "-m", "pytest", "-n", "2", "--ignore", FAULTS], temporary)


def run_faults(python: Path) -> int:
    """Run the tests of faults in their short form, on two cores."""
    with folder_in_memory() as temporary:
        return call([python, "-m", "pytest", "-n", "2", FAULTS], temporary)


def find_windows_wheels(python: Path) -> int:
    """See that everything the program needs can be had for Windows without a compiler."""
    windows = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", "3.11"]
    with tempfile.TemporaryDirectory() as folder:
        return call([*pip(python, "download"), "--dest", folder, *windows, *pinned_packages([])])


# --- build ------------------------------------------------------------------------------


def build() -> int:
    """Build the program into dist/ccb-desktop and try what came out; return 0 if it works."""
    need_system_packages([*FOR_A_WINDOW, *WITHOUT_A_SCREEN, *FOR_BUILDING])
    python = environment(BUILD_ENVIRONMENT, ["build"])
    places = ["--distpath", ROOT / "dist", "--workpath", ROOT / "build" / "work"]
    options = ["--noconfirm", "--log-level", "ERROR", *places]
    if call([python, "-m", "PyInstaller", *options, ROOT / "build.spec"]):
        return 1
    with tempfile.TemporaryDirectory() as folder:
        return try_program(ROOT / "dist" / "ccb-desktop" / "ccb-desktop", python, Path(folder))


def try_program(program: Path, python: Path, folder: Path) -> int:
    """Make a branch, read a workbook, write a report and open the window, all as built."""
    data = ["--data-dir", folder / "branch"]
    workbook = folder / "branch.xlsx"
    papers = folder / "papers"
    jobs: list[list[object]] = [
        ["demo", "--members", "200"],
        ["template", "--filled", "--out", workbook],
        ["import", workbook],
        ["report", "half-year", "--period", "2026-H1", "--out", papers],
        ["check"],
    ]
    for job in jobs:
        if call([program, *job, *data]):
            return 1
    if not [*papers.glob("*.docx")] or not [*papers.glob("*.xlsx")]:
        say("The report or its annex was not written.")
        return 1
    failed = picture_of_window([program, *data], python, folder / "window.png")
    say("The built program shows no window." if failed else "The built program works.")
    return failed


# --- The commands -----------------------------------------------------------------------


COMMANDS = {"run": run, "check": check, "build": build}


def main() -> int:
    """Carry out the command given at the prompt."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=[*COMMANDS, "picture"])
    parser.add_argument("target", nargs="?", type=Path, help="where the picture goes")
    given = parser.parse_args()
    try:
        if given.command == "picture":
            return take_picture(given.target)
        return COMMANDS[given.command]()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
