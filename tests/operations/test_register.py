"""The register of documents: numbers given, kept, void, taken back; what came in; answers."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import Phase, settings

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.register.documents import Direction, Document, DocumentState, NumberOrder
from ccb_desktop.operations import register, undo
from ccb_desktop.operations.members import attached_files
from tests.operations.register_machine import RegisterMachine

TODAY = date.today()
ORDER = NumberOrder(kind="BC", on=TODAY, subject="Kết quả  công tác Hội")
ARRIVED = Document(
    direction=Direction.IN,
    kind="CV",
    series="",
    symbol="12/CV-CCB",
    subject="Mời họp tổng kết",
    issuer="Hội CCB tỉnh Thái Hưng",
    arrived_on=TODAY - timedelta(days=1),
    due_on=TODAY + timedelta(days=7),
)

TestRegisterMachine = RegisterMachine.TestCase
TestRegisterMachine.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # shrinking takes minutes on real files
)


def lines(store, direction=Direction.OUT):
    return register.list_lines(store, direction)


def numbers(store):
    return sorted(line.document.number for line in lines(store))


def test_numbers_follow_each_other_and_kinds_have_their_own(store):
    first = register.give_number(store, ORDER).document
    other = register.give_number(store, replace(ORDER, kind="QĐ")).document
    second = register.give_number(store, ORDER).document

    assert (first.symbol, other.symbol, second.symbol) == ("01/BC-CCB", "01/QĐ-CCB", "02/BC-CCB")
    assert first.subject == "Kết quả công tác Hội"


def test_many_hands_at_once_get_numbers_without_gap_or_double(store):
    with ThreadPoolExecutor(4) as hands:
        list(hands.map(lambda _turn: register.give_number(store, ORDER), range(12)))

    assert numbers(store) == list(range(1, 13))


def test_a_register_may_begin_at_the_number_that_paper_had_reached(store):
    assert register.next_number(store, "BC", TODAY).begins

    register.give_number(store, replace(ORDER, number=17))

    foreseen = register.next_number(store, "BC", TODAY)
    assert (foreseen.number, foreseen.begins) == (18, False)
    with pytest.raises(Invalid, match="đã cấp"):
        register.give_number(store, replace(ORDER, number=17))
    with pytest.raises(Invalid, match="bỏ cách"):
        register.give_number(store, replace(ORDER, number=20))
    register.give_number(store, replace(ORDER, number=5))
    assert numbers(store) == [5, 17]


def test_a_void_number_stays_and_is_given_to_no_other(store):
    given = register.give_number(store, ORDER).document

    register.cancel(store, given.id, "Ghi nhầm")

    kept = lines(store)[0].document
    assert (kept.state, kept.reason) == (DocumentState.CANCELLED, "Ghi nhầm")
    assert register.give_number(store, ORDER).document.number == 2
    with pytest.raises(Conflict, match="đã hủy"):
        register.cancel(store, given.id, "Lần nữa")
    with pytest.raises(Invalid):
        register.cancel(store, given.id, " ")


def test_only_the_last_number_is_taken_back(store):
    first = register.give_number(store, ORDER).document
    second = register.give_number(store, ORDER).document

    with pytest.raises(Conflict, match="đã cấp số khác"):
        register.take_back(store, first.id)
    register.take_back(store, second.id)

    assert numbers(store) == [1]


def test_undoing_takes_the_last_number_back_and_makes_one_in_the_middle_void(store):
    first = register.give_number(store, ORDER)
    second = register.give_number(store, ORDER)

    undone = undo.undo(store, first.change.action_id)
    states = {line.document.number: line.document.state for line in lines(store)}
    assert states == {1: DocumentState.CANCELLED, 2: DocumentState.ISSUED}
    with pytest.raises(Conflict):
        undo.undo(store, first.change.action_id)

    undo.undo(store, undone.action_id)
    assert {line.document.state for line in lines(store)} == {DocumentState.ISSUED}

    undo.undo(store, second.change.action_id)
    assert numbers(store) == [1]


def test_a_number_taken_back_does_not_come_back_over_a_gap(store):
    register.give_number(store, ORDER)
    second = register.give_number(store, ORDER).document
    third = register.give_number(store, ORDER).document
    gone = register.take_back(store, third.id)
    register.take_back(store, second.id)

    with pytest.raises(Conflict, match="số đứng trước"):
        undo.undo(store, gone.action_id)

    assert numbers(store) == [1]


def test_a_number_does_not_come_back_where_all_before_it_are_gone(store):
    first = register.give_number(store, ORDER)
    second = register.give_number(store, ORDER)
    gone = undo.undo(store, second.change.action_id)
    register.take_back(store, first.document.id)

    with pytest.raises(Conflict):
        undo.undo(store, gone.action_id)

    assert numbers(store) == []


def test_a_kept_number_is_issued_later_within_its_year(store):
    order = replace(ORDER, state=DocumentState.RESERVED)
    kept = register.give_number(store, order).document
    issued = replace(kept, state=DocumentState.ISSUED, recipients="Đảng ủy phường")

    with pytest.raises(Invalid) as refused:
        register.issue(store, replace(issued, issued_on=TODAY.replace(year=TODAY.year - 1, day=1)))
    assert "issued_on" in refused.value.fields
    register.issue(store, issued)

    assert lines(store)[0].document == issued


def test_an_answer_settles_what_it_answers_until_it_is_void(store):
    came = register.enter_arrival(store, ARRIVED).document
    assert (came.number, came.waits) == (1, True)

    answer = register.give_number(store, replace(ORDER, answers_id=came.id)).document
    line = lines(store, Direction.IN)[0]
    assert line.document.done_on == TODAY
    assert line.answered_by.startswith("01/BC-CCB")
    assert lines(store)[0].answers == "12/CV-CCB"

    register.cancel(store, answer.id, "Ghi nhầm")
    assert register.load_document(store, came.id).waits


def test_numbers_of_arrival_run_through_all_kinds(store):
    register.enter_arrival(store, ARRIVED)

    assert register.enter_arrival(store, replace(ARRIVED, kind="KH")).document.number == 2


def test_what_came_in_keeps_its_file(store, tmp_path):
    scan = tmp_path / "cong-van.pdf"
    scan.write_bytes(b"%PDF-1.4")

    given = register.enter_arrival(store, ARRIVED, attached_files.new_papers([scan]))

    owner = FileOwner(document_id=given.document.id)
    assert [one.title for one in attached_files.list_papers(store, owner)] == ["cong-van"]
    assert lines(store, Direction.IN)[0].files == 1
    undo.undo(store, given.change.action_id)
    assert lines(store, Direction.IN) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"issuer": ""}, "issuer"),
        ({"arrived_on": TODAY + timedelta(days=2)}, "arrived_on"),
        ({"due_on": TODAY - timedelta(days=9)}, "due_on"),
        ({"issued_on": TODAY}, "issued_on"),
    ],
)
def test_what_came_in_must_say_what_the_register_needs(store, changed, field):
    with pytest.raises(Invalid) as refused:
        register.enter_arrival(store, replace(ARRIVED, **changed))

    assert set(refused.value.fields) == {field}


def test_what_is_done_without_an_answer_waits_no_more(store):
    came = register.enter_arrival(store, ARRIVED).document

    register.mark_done(store, [came.id], TODAY)
    assert not register.load_document(store, came.id).waits

    register.mark_done(store, [came.id], None)
    assert register.load_document(store, came.id).waits
