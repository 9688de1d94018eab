"""S1: weeks of an office: work, kills, jumping clocks, backups, imports, exports, restores."""

import gc
import random
from datetime import date, datetime, timedelta

import psutil
import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations import backup_files, backups, import_workbook
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds import posting
from tests.books import contents
from tests.faults import money_work, work
from tests.faults.exports import EXPORTS, read_whole
from tests.faults.processes import killed_after
from tests.faults.test_kills import MOST_WORDS, work_until_killed

FIRST_DAY = datetime(2026, 7, 1, 8)
MOST_GROWTH = 1.10
WARM_DAYS = 30
"""In fewer days what a program needs at first is still growing."""


class Office:
    """One data folder, the days in it, and what its officers were told was kept.

    Attributes:
        told: The forms that must stand in the books now.
        done: What was done how often.
    """

    def __init__(self, folder, place, workbooks, dice, monkeypatch):
        self.folder, self.place, self.workbooks = folder, place, workbooks
        self.dice, self._monkeypatch = dice, monkeypatch
        self.told, self.at_backup, self.memory = set(), {}, []
        self.done = {"acts": 0, "kills": 0, "jumps": 0, "backups": 0, "imports": 0, "restores": 0}
        self.exports = 0

    def live_through(self, number):
        """One day: the clock, a session or two, a backup, and now and then something rare."""
        self._set_clock(number)
        self._work()
        if self.dice.random() < 0.5:
            self._be_killed(number)
        with open_branch(self.folder) as store:
            work.assert_nothing_lost(store, self.told)
            money_work.assert_whole(store)
            if self.dice.random() < 0.4:
                self._import(store)
            if self.dice.random() < 0.4:
                self._export(store)
            self._back_up(store)
        if number % 3 == 2:
            self._restore()
        with open_branch(self.folder) as store:
            work.assert_nothing_lost(store, self.told)
            work.assert_sound(store)
        gc.collect()
        self.memory.append(psutil.Process().memory_info().rss)

    def _set_clock(self, number):
        moment = FIRST_DAY + timedelta(days=number)
        if self.dice.random() < 0.25:
            jump = self.dice.choice((timedelta(hours=-1), timedelta(days=-400), timedelta(3650)))
            moment += jump
            self.done["jumps"] += 1

        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment

        class Day(date):
            @classmethod
            def today(cls):
                return moment.date()

        for module in (copies, backup_files, posting):
            self._monkeypatch.setattr(module, "datetime", Clock)
        self._monkeypatch.setattr(posting, "date", Day)

    def _work(self):
        new = []
        with open_branch(self.folder) as store:
            work.go_on(store, self.dice, new.append, acts=self.dice.randrange(4, 14))
        self._keep(new)

    def _keep(self, forms):
        self.told |= set(forms)
        self.done["acts"] += len(set(forms))

    def _be_killed(self, number):
        words, seconds = self.dice.randrange(1, MOST_WORDS), self.dice.random() * 0.05
        said = killed_after(seconds, work_until_killed, self.folder, number, (), words=words)
        self._keep([form for word, form in said if word == "told"])
        self.done["kills"] += 1
        begun = [form for word, form in said if word == "begun"]
        with open_branch(self.folder) as store:
            if begun and begun[-1] not in self.told:
                work.enter_again(store, begun[-1])
                work.enter_again(store, begun[-1])

    def _import(self, store):
        books = import_workbook.understand_files(store, self.workbooks)
        before = contents(store)
        try:
            done = import_workbook.run_import(store, books, date(2025, 12, 31))
        except UserError as refused:
            assert str(refused)
            assert contents(store) == before
            return
        self.done["imports"] += 1
        if done.batch is not None and self.dice.random() < 0.5:
            try:
                import_workbook.undo_import(store, done.batch)
            except UserError as refused:
                assert str(refused)

    def _export(self, store):
        kind = self.dice.choice(("report", "list in Excel", "list in Word", "workbook"))
        EXPORTS[kind](store, self.place)
        for path in self.place.iterdir():
            read_whole(path)
        self.exports += 1

    def _back_up(self, store):
        made = backups.back_up_here(store)
        self.at_backup[made.path.name] = set(self.told), contents(store)
        self.done["backups"] += 1

    def _restore(self):
        """Back to one of the newest backups: exactly what stood then stands now."""
        there = [b for b in backups.list_backups(self.folder) if b.path.name in self.at_backup]
        chosen = self.dice.choice(there[:6])
        backups.restore(self.folder, chosen.path)
        self.told, rows = self.at_backup[chosen.path.name]
        self.told = set(self.told)
        with open_branch(self.folder) as store:
            assert contents(store) == rows
        for name in set(self.at_backup) - {b.path.name for b in there[:8]}:
            del self.at_backup[name]  # the test keeps no more than it needs
        self.done["restores"] += 1


@pytest.fixture
def office(fresh_folder, tmp_path, workbooks, monkeypatch):
    """An office on its first day."""
    (tmp_path / "usb").mkdir()
    return Office(fresh_folder(), tmp_path / "usb", workbooks, random.Random(73), monkeypatch)


def test_weeks_of_an_office_lose_nothing(office, times, tally):
    days = times(3, 60)
    for number in range(days):
        office.live_through(number)
    third = days // 3
    first, last = office.memory[:third], office.memory[-third:]
    growth = (sum(last) / len(last)) / (sum(first) / len(first))
    assert growth < MOST_GROWTH or days < WARM_DAYS
    assert all(office.done[what] for what in ("acts", "kills", "backups", "restores"))
    told = ", ".join(f"{count:,} {what}" for what, count in office.done.items())
    tally(
        "S1",
        "days of an office: sessions, kills, clock jumps, backups, imports, restores, exports",
        days,
        f"{told}; lost 0; invariants broken 0; memory {growth - 1:+.1%} from first to last third",
    )
