"""The routine of every half hour: backup, second place, workbook, rehearsal, each told once."""

import subprocess
import sys
from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import DiskFull, Stopped
from ccb_desktop.operations import backup_routine, backups, monthly_workbook, rehearsals
from ccb_desktop.operations.branch import load_branch, save_branch


def quiet(_done, _total, _text):
    """Nobody listens."""


def test_everything_is_done_and_told_once(filled, tmp_path):
    stick = tmp_path / "usb"
    save_branch(filled, replace(load_branch(filled), backup_folder=str(stick)))
    done = backup_routine.run_routine(filled, quiet)
    assert [said.split(" ")[:3] for said in done.news] == [
        ["Đã", "ghi", "tệp"],
        ["Diễn", "tập", "phục"],
    ]
    assert "đừng đưa cho người ngoài" in done.news[0]
    assert done.care.rehearsed.is_good
    assert done.care.away_is_behind
    assert backup_routine.run_routine(filled, quiet).news == ()
    stick.mkdir()
    found = backup_routine.look_for_second_place(filled, quiet)
    assert found.news == ("Đã chép 1 bản sao lưu sang nơi thứ hai.",)
    assert not found.care.away_is_behind
    assert list(stick.glob("*.xlsx"))
    assert backup_routine.look_for_second_place(filled, quiet).news == ()


def test_what_is_looked_at_when_the_window_opens_brings_no_papers_and_no_imports():
    code = (
        "import sys, ccb_desktop.operations.backup_routine; "
        "sys.exit(any(f'ccb_desktop.operations.{name}' in sys.modules "
        "for name in ('papers', 'import_workbook', 'word_templates')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_fails_beside_the_backup_is_told_and_tried_again(filled, monkeypatch):
    def full(*_):
        raise DiskFull("Ổ đĩa đã đầy.")

    monkeypatch.setattr(monthly_workbook, "write_template", lambda *_, **__: full())
    monkeypatch.setattr(rehearsals, "tried", full)
    done = backup_routine.run_routine(filled, quiet)
    assert len(backups.list_backups(filled.folder)) == 1
    assert len([said for said in done.news if "Ổ đĩa đã đầy." in said]) == 2
    monkeypatch.undo()
    assert len(backup_routine.run_routine(filled, quiet).news) == 2


@pytest.mark.parametrize("stopped", ["Đang ghi tệp Excel đủ mọi thứ của tháng", "Đang mở thử"])
def test_the_routine_can_be_stopped_when_the_backup_is_made(filled, stopped):
    def stop(_done, _total, text):
        if text.startswith(stopped):
            raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        backup_routine.run_routine(filled, stop)
    assert len(backups.list_backups(filled.folder)) == 1
