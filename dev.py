#!/usr/bin/env python3
"""Prepares this machine, then opens, checks or builds the program; needs only Python and pip.

python3 dev.py run      open the program on a practice branch of fictional people
python3 dev.py check    run every check and test, as the continuous checks do
python3 dev.py build    build the program that is given to officers, and try it
"""

import argparse
import contextlib
import ctypes
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (said here, before `import tomllib` fails)
    raise SystemExit("CCB Desktop needs Python 3.11 or newer. / Cần Python 3.11 trở lên.")

import tomllib

ROOT = Path(__file__).resolve().parent
PINS = ROOT / "constraints.txt"
ENVIRONMENT = ROOT / ".venv"
BUILD_ENVIRONMENT = ROOT / "build" / "venv"
PRACTICE_BRANCH = ROOT / "practice-branch"
PICTURE = ROOT / "practice-branch.png"
BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)  # also from inside `.venv`

# Debian's package → what must be found when its content is there, by whatever way it came.
LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    f"libpython3.{sys.version_info.minor}": f"libpython3.{sys.version_info.minor}.so.1.0",
}
PROGRAMS = {"xvfb": "Xvfb", "binutils": "objdump"}
FOR_BUILDING = [f"libpython3.{sys.version_info.minor}", "binutils"]
FOR_WINDOWS = [name for name in LIBRARIES if name not in FOR_BUILDING]
WITHOUT_A_SCREEN = ["xvfb"]


class CannotGoOn(SystemExit):
    """Something that the person at the machine has to mend; its sentences are printed."""


# --- What the system has to bring -------------------------------------------------------


def is_there(package: str) -> bool:
    """Whether the content of a Debian package is found on this machine."""
    if package in LIBRARIES:
        try:
            ctypes.CDLL(LIBRARIES[package])
        except OSError:
            return False
        return True
    return shutil.which(PROGRAMS[package]) is not None


def need_system_packages(packages: Iterable[str]) -> None:
    """Install what is missing, or say by name what somebody with the right to do so must install.

    No fonts are asked for: the program brings its own.
    """
    if sys.platform != "linux":
        return
    missing = [package for package in packages if not is_there(package)]
    if not missing:
        return
    if shutil.which("apt-get") is not None and os.geteuid() == 0:
        apt_install(missing)
    else:
        names = " ".join(missing)
        raise CannotGoOn(
            f"These system packages are missing: {names}\n"
            f"Ask somebody with the right to do so to run (names of Debian and Ubuntu):\n"
            f"    sudo apt-get install --no-install-recommends {names}\n"
            f"Then give the same command again. Nothing has been changed.\n"
            f"Máy còn thiếu các gói hệ thống kể trên. Nhờ người có quyền quản trị cài giúp, "
            f"rồi chạy lại lệnh này. Trong máy chưa có gì thay đổi."
        )


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages as root."""
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    if call(["apt-get", "update", "-qq"], quiet) or call(install, quiet):
        raise CannotGoOn(
            "apt-get could not install them; its own words are above. Most often the network "
            "is away.\nChưa cài được gói hệ thống. Kiểm tra mạng rồi chạy lại lệnh này."
        )


# --- The Python environment -------------------------------------------------------------


def pinned_packages(groups: Sequence[str]) -> list[str]:
    """The packages of pyproject.toml: those of the program and those of the given groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = [name for group in groups for name in project["optional-dependencies"][group]]
    return [*project["dependencies"], *extra]


def environment(folder: Path, groups: Sequence[str]) -> Path:
    """The Python of an environment with exactly the pinned packages; made anew if it differs."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    packages = pinned_packages(groups)
    stamp = folder / "installed.sha256"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    content = "\n".join([str(folder), version, *packages, PINS.read_text(encoding="utf-8")])
    wanted = hashlib.sha256(content.encode()).hexdigest()
    installed = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
    if installed == wanted and runs(python, ""):
        return python
    say(f"Installing {len(packages)} Python packages into {folder} (a few minutes the first time)")
    make_empty(folder)
    if call([*pip(python, "install"), *packages]):
        raise CannotGoOn(
            "pip could not install the Python packages; its own words are above. Most often the "
            "network is away.\nChưa cài được các thư viện. Kiểm tra mạng rồi chạy lại lệnh này."
        )
    stamp.write_text(wanted, encoding="utf-8")
    return python


def runs(python: Path | str, code: str) -> bool:
    """Whether a Python still starts, its base may have been removed, and carries out the code."""
    try:
        return (
            subprocess.run([python, "-c", code], check=False, capture_output=True).returncode == 0
        )
    except OSError:
        return False


def make_empty(folder: Path) -> None:
    """Make an environment without packages in place of any earlier one."""
    if not runs(BASE_PYTHON, "import pip"):
        raise CannotGoOn(
            "This Python has no pip. On Debian: apt-get install python3-pip\n"
            "Python trong máy chưa có pip. Cài gói python3-pip rồi chạy lại lệnh này."
        )
    if call([BASE_PYTHON, "-m", "venv", "--clear", "--without-pip", folder]):
        raise CannotGoOn(
            f"{folder} could not be made; the reason is above.\n"
            f"Chưa tạo được thư mục {folder}. Xem lý do ở trên rồi chạy lại lệnh này."
        )


def pip(python: Path, verb: str) -> list[object]:
    """The pip command for an environment; pip itself stays in the base Python (Debian: no venv)."""
    command = [BASE_PYTHON, "-m", "pip", "--python", python, verb]
    return [*command, "--quiet", "--disable-pip-version-check", "--constraint", PINS]


# --- Starting other programs ------------------------------------------------------------


def say(sentence: str) -> None:
    """Tell the person at the machine what is going on."""
    print(f"\n» {sentence}", flush=True)


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """The environment variables for a program started from here."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


def call(command: Sequence[object], more: Mapping[str, str] | None = None) -> int:
    """Run a program from the project's folder and wait for it; return its exit code."""
    parts = [str(part) for part in command]
    return subprocess.run(parts, cwd=ROOT, env=surroundings(more or {}), check=False).returncode


@contextlib.contextmanager
def running(
    command: Sequence[object], more: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program beside this one, and end it when the block is left."""
    parts = [str(part) for part in command]
    program = subprocess.Popen(parts, cwd=ROOT, env=surroundings(more))
    try:
        yield program
    finally:
        program.terminate()
        program.wait(timeout=30)


@contextlib.contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """Start a screen in memory; yield the variables that put a window on it.

    Only Linux has such a thing; elsewhere the real screen serves.
    """
    if sys.platform != "linux":
        yield {}
        return
    answer, number = os.pipe()
    options = ["-displayfd", str(number), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", *options], pass_fds=[number], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(number)
    try:
        with os.fdopen(answer) as lines:
            display = lines.readline().strip()
        if not display:
            raise CannotGoOn("Xvfb did not start. / Xvfb không chạy được.")
        yield {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


# --- run --------------------------------------------------------------------------------


def run() -> int:
    """Open the program on the practice branch; without a screen, take a picture of its window."""
    needs_screen = sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    need_system_packages([*FOR_WINDOWS, *(WITHOUT_A_SCREEN if needs_screen else [])])
    python = environment(ENVIRONMENT, ["dev"])
    make_practice_branch(python)
    window = [python, "-m", "ccb_desktop", "--data-dir", PRACTICE_BRANCH]
    if not needs_screen:
        say(f"Opening the practice branch in {PRACTICE_BRANCH}")
        return call(window)
    say("This machine has no screen: the window opens on one in memory, to take its picture")
    return picture_of_window(window, python, PICTURE)


def picture_of_window(window: Sequence[object], python: Path, picture: Path) -> int:
    """Open a window where nobody sees it, and save a picture of it; return 1 if none came."""
    with virtual_screen() as screen, running(window, screen) as program:
        failed = call([python, __file__, "picture", picture], screen)
        failed = failed or int(program.poll() is not None)
    say("No window was seen." if failed else f"The picture of the window is in {picture}")
    return failed


def make_practice_branch(python: Path) -> None:
    """Make the practice branch once, whole or not at all."""
    if PRACTICE_BRANCH.exists():
        return
    say("Making a practice branch; its people are fictional")
    unfinished = PRACTICE_BRANCH.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    if call([python, "-m", "ccb_desktop", "demo", "--data-dir", unfinished]):
        raise CannotGoOn("The practice branch could not be made. / Chưa tạo được dữ liệu mẫu.")
    unfinished.rename(PRACTICE_BRANCH)


def take_picture(target: Path) -> int:
    """Save what the screen shows as soon as there is something on it that stays as it is."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (only the environment has it)

    application = QGuiApplication([])
    before = None
    for _ in range(30):
        time.sleep(1)
        now = application.primaryScreen().grabWindow(0).toImage()
        is_blank = len(set(bytes(now.constBits()))) < 8
        if now == before and not is_blank:
            return 0 if now.save(str(target)) else 1
        before = now
    return 1


# --- check ------------------------------------------------------------------------------


def check() -> int:
    """Run every check and test; return 0 if all of them are content."""
    need_system_packages([*FOR_WINDOWS, *WITHOUT_A_SCREEN, *FOR_BUILDING])
    python = environment(ENVIRONMENT, ["dev"])
    tests = ["-m", "pytest", "-n", "2", "--cov", "--cov-report=term:skip-covered"]
    floors = "from importlinter.cli import lint_imports_command as check; check()"
    steps: dict[str, Callable[[], int]] = {
        "ruff check": partial(call, [python, "-m", "ruff", "check"]),
        "ruff format": partial(call, [python, "-m", "ruff", "format", "--check"]),
        "mypy": partial(call, [python, "-m", "mypy"]),
        "import floors": partial(call, [python, "-c", floors]),
        "Windows wheels": partial(find_windows_wheels, python),
        "tests": partial(call, [python, *tests]),
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


def find_windows_wheels(python: Path) -> int:
    """See that everything the program needs can be had for Windows without a compiler."""
    windows = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", "3.11"]
    with tempfile.TemporaryDirectory() as folder:
        return call([*pip(python, "download"), "--dest", folder, *windows, *pinned_packages([])])


# --- build ------------------------------------------------------------------------------


def build() -> int:
    """Build the program into dist/ccb-desktop and try what came out; return 0 if it works."""
    need_system_packages([*FOR_WINDOWS, *WITHOUT_A_SCREEN, *FOR_BUILDING])
    python = environment(BUILD_ENVIRONMENT, ["build"])
    places = ["--distpath", ROOT / "dist", "--workpath", ROOT / "build" / "work"]
    options = ["--noconfirm", "--log-level", "WARN", *places]
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
    return picture_of_window([program, *data], python, folder / "window.png")


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
