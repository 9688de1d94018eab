"""What the program needs of a machine: system packages, a Python environment, a screen."""

import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PINS = ROOT / "constraints.txt"
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
FOR_A_WINDOW = [name for name in LIBRARIES if name not in FOR_BUILDING]
WITHOUT_A_SCREEN = ["xvfb"]


MEMORY = Path("/dev/shm")  # of Linux; elsewhere there is none
PLENTY = 4 * 1024**3  # bytes; all tests together leave half a gigabyte


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
    if call(["apt-get", "update", "-qq"], quiet) or call(install, quiet, silent=True):
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


def call(
    command: Sequence[object], more: Mapping[str, str] | None = None, *, silent: bool = False
) -> int:
    """Run a program from the project's folder and wait for it; return its exit code.

    Args:
        command: The program and its arguments.
        more: Environment variables added to those of this program.
        silent: Hear only its complaints.
    """
    parts = [str(part) for part in command]
    output = subprocess.DEVNULL if silent else None
    around = surroundings(more or {})
    return subprocess.run(parts, cwd=ROOT, env=around, stdout=output, check=False).returncode


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
def folder_in_memory() -> Iterator[dict[str, str]]:
    """Make a folder in memory, where there is plenty; yield the variable that leads pytest to it.

    The tests write thousands of small stores, and each act of them waits for the disk.
    """
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < PLENTY:
        yield {}
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, ignore_cleanup_errors=True) as folder:
        yield {"PYTEST_DEBUG_TEMPROOT": folder}


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
