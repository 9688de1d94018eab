"""Until when a decision can be complained of, and what it is worth on a day."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.emulation.awards import Discipline, DisciplineForm
from ccb_desktop.domain.emulation.discipline_book import (
    DisciplineLine,
    complaint_term,
    is_in_force,
    told,
)
from ccb_desktop.domain.holidays import WorkCalendar

DECIDED = Discipline(
    person_id=1,
    decided_on=date(2026, 3, 2),
    form=DisciplineForm.WARNING,
    decision_no="02/QĐ-CCB",
    reason="Vi phạm Điều lệ",
)
CALENDAR = WorkCalendar(frozenset())


def test_thirty_working_days_to_complain_and_sixty_to_answer():
    assert complaint_term(DECIDED.decided_on, CALENDAR) == (date(2026, 4, 13), 60)


def test_the_state_follows_the_day():
    line = DisciplineLine(
        discipline=DECIDED,
        full_name="Trần Văn An",
        complain_by_on=date(2026, 4, 13),
        answer_days=60,
    )
    assert line.state_on(date(2026, 4, 13)) == "⚠ Còn hạn khiếu nại đến 13/04/2026"
    assert line.state_on(date(2026, 4, 14)) == "● Còn hiệu lực"
    ended = replace(line, discipline=replace(DECIDED, ended_on=date(2027, 3, 2)))
    assert ended.state_on(date(2027, 3, 2)) == "✓ Hết hiệu lực 02/03/2027"
    assert ended.state_on(date(2027, 3, 1)) == "● Còn hiệu lực"


def test_it_weighs_from_the_decision_until_it_is_lifted():
    ended = replace(DECIDED, ended_on=date(2027, 3, 2))
    assert not is_in_force(ended, date(2026, 3, 1))
    assert is_in_force(ended, date(2027, 3, 1))
    assert not is_in_force(ended, date(2027, 3, 2))
    assert told(ended) == "Cảnh cáo (Quyết định 02/QĐ-CCB ngày 02/03/2026)"
