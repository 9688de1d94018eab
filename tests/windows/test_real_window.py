"""The program as officers start it: a window on a real screen, on the practice branch."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev

PROGRAM = [sys.executable, "-m", "ccb_desktop"]


@pytest.mark.screen
def test_the_program_opens_its_window_on_the_practice_branch(tmp_path):
    branch = ["--data-dir", str(tmp_path / "branch")]
    subprocess.run([*PROGRAM, "demo", "--members", "60", *branch], check=True, cwd=dev.ROOT)
    picture = tmp_path / "window.png"
    assert dev.picture_of_window([*PROGRAM, *branch], Path(sys.executable), picture) == 0
    assert picture.stat().st_size > 20_000  # a page with words, not an empty frame
