"""Books of activities, tasks and emulation for the tests of figures, made by hand."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.work_book import Awarded, Graded, Handed, Held, Rated, WorkBook
from ccb_desktop.domain.tasks.periods import WHOLE_YEAR
from tests.domain.figures.rosters import a_member, books_of

YEAR = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31)}


def an_activity(kind="UNIT_MEETING", **more):
    known = {
        "id": 1,
        "held_on": date(2025, 3, 1),
        "kind": kind,
        "name": "Sinh hoạt tháng 3",
        "unit_id": None,
        "sessions": 1,
        "members_present": None,
        "youth_present": None,
        "people_present": None,
        "opinions": None,
        "quantity": None,
        "measure": "",
    }
    return Held(**(known | more))


def an_assignment(what="Vệ sinh đường phố", **more):
    known = {
        "id": 1,
        "year": 2025,
        "key_task_id": 1,
        "task": "Giữ gìn an ninh",
        "item_id": 1,
        "what": what,
        "measure": "",
        "unit_id": 1,
        "person_id": None,
        "period": WHOLE_YEAR,
        "due_on": None,
        "target": None,
        "done_on": None,
    }
    return Handed(**(known | more))


def a_result(person_id=10, grade="EXEMPLARY", *, year=2025, unit_id=1):
    return Graded(person_id, year, person_id, f"Trần Văn {person_id}", unit_id, grade)


def a_rating(unit_id=1, rating=Rating.GOOD, *, year=2025):
    return Rated(unit_id, year, unit_id, rating, "")


def an_award(form="Giấy khen", **more):
    known = {
        "id": 1,
        "awarded_on": date(2025, 5, 19),
        "recipient_kind": AwardRecipient.MEMBER,
        "recipient": "Trần Văn Bình",
        "person_id": None,
        "unit_id": None,
        "form": form,
    }
    return Awarded(**(known | more))


def work_books(*members, manual=(), **work):
    """Books of some members, or of one in unit 1, with such work."""
    found = members or (a_member(1),)
    return replace(books_of(*found, manual=manual), work=WorkBook(**work))


def count_work(*, manual=(), asked=None, **work):
    """The figures of 2025, of the branch or as asked."""
    return count_figures(work_books(manual=manual, **work), FigureQuery(**(YEAR | (asked or {}))))
