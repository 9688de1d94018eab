"""A list and the one that is opened: what is read late must not close what was opened since."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import NotFound
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.opening_tab import OpeningTab, Reading
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from tests.ui.hands import show

BOOKS = {1: "Tặng quà Tết", 2: "Tặng quà 27/7"}


class Later:
    """A worker that reads only when it is told to."""

    def __init__(self):
        self.jobs = []

    def run(self, job, done, *, label, owner):
        assert (label, isinstance(owner, OpeningTab)) == ("Đang đọc", True)
        self.jobs.append(lambda: done(job(None)))

    def work(self):
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()


class Tab(OpeningTab):
    def __init__(self, desk, store):
        reading = Reading("Đang đọc", self._read_lines, self._read_one)
        super().__init__(desk, store, "books", reading, None)
        self.view = label("")
        table = RecordTable("books", [Column("name", "Tên", lambda one: one[1])], id_of=str)
        self.put_in_turn(table, self.view, self.view.setText)

    def _read_lines(self):
        return list(BOOKS.items())

    def _read_one(self, record_id):
        if record_id not in BOOKS:
            raise NotFound("Không còn.")
        return BOOKS[record_id]


@pytest.fixture
def tab(qt_app, desk):
    return show(Tab(replace(desk, background=Later()), None))


def test_it_opens_what_somebody_came_for_though_the_list_is_still_being_read(tab):
    tab.refresh()
    tab.show_place(Place("books", 2))
    tab.desk.background.work()
    assert tab.view.isVisible()
    assert tab.view.text() == BOOKS[2]
    assert len(tab.table.seen_lines()) == 2


def test_what_is_read_after_leaving_does_not_open_again(tab):
    tab.open_record(1)
    tab.leave()
    tab.desk.background.work()
    assert tab.table.isVisible()


def test_what_is_not_there_any_more_leads_back_to_the_list(tab):
    tab.open_record(1)
    tab.desk.background.work()
    tab.open_record(3)
    tab.desk.background.work()
    assert tab.table.isVisible()
