"""Rule 8: the time to complain of discipline."""

from datetime import date

from ccb_desktop.domain.charter_watch.complaints import COMPLAINT
from ccb_desktop.domain.emulation.awards import Discipline, DisciplineForm
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, an_event, day, found, names


def expelled(on, **more):
    return a_member(1, an_event("EXPELLED", on, **more), status=Status.EXPELLED)


def test_who_was_expelled_may_complain_for_30_working_days():
    [one] = found(COMPLAINT, expelled("9/6/2026", decision_on=day("2/6/2026")))
    assert one.due_on == date(2026, 7, 14)
    assert one.advice == "Nếu có đơn khiếu nại, trả lời trong 60 ngày"


def test_afterwards_and_of_others_nothing_is_said():
    assert names(COMPLAINT, expelled("2/3/2026")) == []
    resigned = a_member(1, an_event("RESIGNED", "9/6/2026"), status=Status.RESIGNED)
    assert names(COMPLAINT, resigned) == []


def decided(on, form=DisciplineForm.WARNING, until=date(2026, 7, 14)):
    one = Discipline(person_id=7, decided_on=on, form=form, reason="Vi phạm Điều lệ")
    return DisciplineLine(
        discipline=one, full_name="Lê Văn Ba", complain_by_on=until, answer_days=60
    )


def test_milder_discipline_is_told_once_while_it_can_be_complained_of():
    older = decided(date(2026, 6, 1), until=date(2026, 7, 13))
    [one] = found(COMPLAINT, disciplines=(older, decided(date(2026, 6, 2))))
    assert (one.name, one.person_id, one.due_on) == ("Lê Văn Ba", 7, date(2026, 7, 14))
    assert one.evidence == "Cảnh cáo (Quyết định ngày 02/06/2026); còn trong hạn khiếu nại"
    assert names(COMPLAINT, disciplines=(decided(date(2026, 6, 2), until=date(2026, 6, 3)),)) == []
    expulsion = decided(date(2026, 6, 2), DisciplineForm.EXPULSION)
    assert names(COMPLAINT, disciplines=(expulsion,)) == []
