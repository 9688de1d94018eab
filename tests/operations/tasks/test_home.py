"""What the first page tells of the plan."""

from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.operations.branch import load_branch, save_branch
from ccb_desktop.operations.home import overview
from ccb_desktop.operations.tasks import progress
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out

TODAY = date.today()


def told(store):
    return {
        one.filters["show"]: one.count
        for one in overview(store, TODAY).waiting
        if one.page == "tasks"
    }


def test_overdue_and_soon_are_counted_until_done(store):
    item, unit = an_item(store, a_task(store)), add_unit(store)
    late = hand_out(store, item, unit, due_on=TODAY - timedelta(3))
    hand_out(store, item, unit, due_on=TODAY + timedelta(20))
    assert told(store) == {"overdue": 1}
    save_branch(store, replace(load_branch(store), task_soon_days=20))
    assert told(store) == {"overdue": 1, "soon": 1}
    progress.report_progress(store, [late], ProgressReport(reported_on=TODAY, done=True))
    assert told(store) == {"soon": 1}


def test_each_key_task_of_the_year_shows_how_much_of_it_is_done(store):
    year = TODAY.year
    unit, first = add_unit(store), a_task(store, year=year)
    a_task(store, "Không giao cho ai", year=year)
    item = an_item(store, first)
    hand_out(store, item, unit, done_on=TODAY)
    hand_out(store, item, unit, done_on=TODAY + timedelta(1), period=periods_of(Recurrence.HALF)[1])
    hand_out(store, an_item(store, a_task(store, "Năm trước", year=year - 1)), unit)
    (one,) = overview(store, TODAY).tasks
    assert (one.title, one.handed, one.done) == ("Xây dựng Hội vững mạnh", 2, 1)
