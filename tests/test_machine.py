"""What is installed, what is told where it cannot be, and that every package is pinned."""

import re
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import ccb_desktop
import machine

WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "extra": ""}


@pytest.fixture
def called(monkeypatch):
    """Every command that would have been carried out."""
    commands = []

    def note(command, more=None, silent=False):
        commands.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(machine, "call", note)
    return commands


@pytest.fixture
def without(monkeypatch):
    """Let the machine be a Linux without some packages, and its user root or not."""

    def prepare(missing, *, root):
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(machine.os, "geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr(machine.shutil, "which", lambda name: name)
        monkeypatch.setattr(machine, "is_there", lambda package: package not in missing)

    return prepare


# --- Pins -------------------------------------------------------------------------------


def pins():
    listed = machine.PINS.read_text(encoding="utf-8").splitlines()
    lines = [*machine.pinned_packages(["dev", "build"]), *(line for line in listed if "==" in line)]
    return {canonicalize_name(name): version for name, version in (x.split("==") for x in lines)}


def comes_along(package):
    """The requirements of an installed package, here or on Windows."""
    for line in metadata.requires(package) or []:
        needed = Requirement(line)
        marker = needed.marker
        if marker is None or marker.evaluate({"extra": ""}) or marker.evaluate(WINDOWS):
            yield canonicalize_name(needed.name)


def test_every_package_is_pinned_to_one_version():
    loose = [
        p for p in machine.pinned_packages(["dev", "build"]) if not re.fullmatch(r"\S+==[\d.]+", p)
    ]
    assert loose == []


def test_every_package_that_comes_along_is_pinned_to_what_is_installed():
    pinned = pins()
    waiting = [canonicalize_name(p.split("==")[0]) for p in machine.pinned_packages(["dev"])]
    seen = set()
    while waiting:
        package = waiting.pop()
        if package in seen:
            continue
        seen.add(package)
        assert package in pinned
        if package in {"colorama"}:  # only Windows has it
            continue
        assert metadata.version(package) == pinned[package]
        waiting.extend(comes_along(package))
    assert len(seen) > 30


# --- Licences ---------------------------------------------------------------------------


def licences():
    """Package → licence, as the page of the handbook tells them."""
    page = (machine.ROOT / "resources" / "help" / "99-gioi-thieu.md").read_text(encoding="utf-8")
    rows = (line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| "))
    return {canonicalize_name(name): row[-1] for row in rows for name in row[0].split(", ") if name}


def in_the_program():
    """Every package that an officer is given, those that come along included."""
    waiting = [canonicalize_name(p.split("==")[0]) for p in machine.pinned_packages([])]
    seen = set()
    while waiting:
        package = waiting.pop()
        if package not in seen and package != "colorama":
            seen.add(package)
            waiting.extend(comes_along(package))
    return seen


def test_the_handbook_names_every_library_with_the_licence_that_it_states():
    told = licences()
    for package in in_the_program():
        stated = metadata.metadata(package)
        licence = stated.get("License-Expression") or stated.get("License")
        assert package in told
        assert told[package] == (licence or told[package])
        assert told[package]


def test_the_handbook_names_the_version_of_the_program():
    page = (machine.ROOT / "resources" / "help" / "99-gioi-thieu.md").read_text(encoding="utf-8")
    assert f"bản {ccb_desktop.__version__}:" in page


# --- System packages --------------------------------------------------------------------


def test_a_missing_library_or_program_is_noticed(monkeypatch):
    monkeypatch.setitem(machine.LIBRARIES, "libnowhere1", "libnowhere.so.1")
    monkeypatch.setitem(machine.PROGRAMS, "nowhere", "no-such-program")
    assert not machine.is_there("libnowhere1")
    assert not machine.is_there("nowhere")


def test_root_installs_what_is_missing_and_nothing_else(without, called):
    without({"libegl1", "xvfb"}, root=True)
    machine.need_system_packages(["libgl1", "libegl1", "xvfb"])
    assert [command[:2] for command in called] == [["apt-get", "update"], ["apt-get", "install"]]
    assert called[1][-2:] == ["libegl1", "xvfb"]


def test_nothing_is_done_when_nothing_is_missing(without, called):
    without(set(), root=True)
    machine.need_system_packages(["libgl1"])
    assert called == []


def test_somebody_without_the_right_to_install_is_told_the_names(without, called):
    without({"libegl1", "xvfb"}, root=False)
    with pytest.raises(machine.CannotGoOn) as told:
        machine.need_system_packages(["libgl1", "libegl1", "xvfb"])
    assert "apt-get install --no-install-recommends libegl1 xvfb\n" in str(told.value)
    assert "Máy còn thiếu các gói hệ thống" in str(told.value)
    assert called == []


def test_packages_that_cannot_be_fetched_are_told(without, monkeypatch):
    without({"xvfb"}, root=True)
    monkeypatch.setattr(machine, "call", lambda command, more=None, silent=False: 100)
    with pytest.raises(machine.CannotGoOn, match="Kiểm tra mạng"):
        machine.need_system_packages(["xvfb"])


# --- The Python environment -------------------------------------------------------------


@pytest.fixture
def pinned_by(tmp_path, monkeypatch, called):
    """An environment that is made of nothing but its Python."""
    pin_file = tmp_path / "constraints.txt"
    pin_file.write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(machine, "PINS", pin_file)

    def make(folder):
        python = folder / ("Scripts/python.exe" if machine.os.name == "nt" else "bin/python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.unlink(missing_ok=True)
        python.symlink_to(sys.executable)

    monkeypatch.setattr(machine, "make_empty", make)
    return pin_file


def installs(called):
    return sum("install" in command for command in called)


def test_an_environment_is_made_once(tmp_path, pinned_by, called):
    python = machine.environment(tmp_path / "of one's own", ["dev"])
    assert python == machine.environment(tmp_path / "of one's own", ["dev"])
    assert python.exists()
    assert installs(called) == 1


def test_other_pins_make_it_anew(tmp_path, pinned_by, called):
    machine.environment(tmp_path / "venv", ["dev"])
    pinned_by.write_text("a==2\n", encoding="utf-8")
    machine.environment(tmp_path / "venv", ["dev"])
    assert installs(called) == 2


def test_one_whose_python_is_gone_is_made_anew(tmp_path, pinned_by, called):
    python = machine.environment(tmp_path / "venv", ["dev"])
    python.unlink()
    python.symlink_to(tmp_path / "removed")
    machine.environment(tmp_path / "venv", ["dev"])
    assert installs(called) == 2


def test_a_failed_install_is_told_and_tried_again(tmp_path, pinned_by, monkeypatch):
    monkeypatch.setattr(machine, "call", lambda command, more=None, silent=False: 1)
    for _ in range(2):
        with pytest.raises(machine.CannotGoOn, match="Kiểm tra mạng"):
            machine.environment(tmp_path / "venv", ["dev"])


def test_a_python_without_pip_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "runs", lambda python, code: False)
    with pytest.raises(machine.CannotGoOn, match="python3-pip"):
        machine.make_empty(tmp_path / "venv")


# --- Where tests keep their files -------------------------------------------------------


@pytest.mark.parametrize("free", [machine.PLENTY - 1, machine.PLENTY])
def test_the_tests_work_in_memory_where_there_is_plenty(tmp_path, monkeypatch, free):
    monkeypatch.setattr(machine, "MEMORY", tmp_path)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    with machine.folder_in_memory() as more:
        folders = [Path(folder) for folder in more.values()]
        assert [*tmp_path.iterdir()] == folders
        assert len(folders) == int(free >= machine.PLENTY)
    assert [*tmp_path.iterdir()] == []


def test_the_tests_work_on_the_disk_where_no_memory_has_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "MEMORY", tmp_path / "none")
    with machine.folder_in_memory() as more:
        assert more == {}
