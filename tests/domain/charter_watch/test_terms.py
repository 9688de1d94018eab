"""Terms that come to their end."""

from datetime import date

from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.charter_watch.terms import TERM
from ccb_desktop.domain.members.units import Term
from tests.domain.charter_watch.books import books, day, found, names

OLD = Term(number="VI", from_on=day("5/2020"), to_on=day("17/4/2025"))
NOW = Term(number="VII", from_on=day("18/4/2025"))


def test_six_months_before_its_end():
    term = Term(number="VII", from_on=day("18/4/2021"), to_on=day("30/12/2026"))
    [one] = found(TERM, terms=(OLD, term))
    assert (one.name, one.due_on, one.urgency) == (
        *("Nhiệm kỳ VII", date(2026, 12, 30)),
        Urgency.DUE,
    )
    assert names(TERM, terms=(OLD, term), on=date(2026, 6, 29)) == []


def test_without_an_end_it_is_taken_for_five_years():
    assert names(TERM, terms=(OLD, NOW)) == []
    [one] = found(TERM, terms=(OLD, NOW), on=date(2030, 4, 18))
    assert (one.due_on, one.urgency) == (date(2030, 4, 17), Urgency.OVERDUE)
    assert one.evidence == "Từ 18/04/2025, tính 5 năm, hết ngày 17/04/2030"


def test_a_term_of_the_future_does_not_count_and_none_at_all_is_said():
    assert names(TERM, terms=(Term(number="VIII", from_on=day("2030")),)) == []
    assert "Chưa ghi nhiệm kỳ" in TERM.lacks(books())
    assert TERM.lacks(books(terms=(NOW,))) == ""
