"""Progress on a real store: told of many at once, corrected, taken out, undone."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ccb_desktop.domain.attached_files import FileOwner, NewPaper
from ccb_desktop.domain.errors import AlreadyDone, Invalid, NotFound
from ccb_desktop.domain.tasks.progress import Inspected, ProgressReport
from ccb_desktop.operations.members.attached_files import attach_paper, list_papers, remove_paper
from ccb_desktop.operations.tasks import plan, progress
from ccb_desktop.operations.undo import undo
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out

TODAY = date.today()
DAY = date(2026, 3, 20)
PAPER = NewPaper("Biên bản", "bien-ban.pdf", b"%PDF-1.4")


@pytest.fixture
def handed(store):
    """One item handed to two units, four meetings to each."""
    item = an_item(store, a_task(store))
    units = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    return [hand_out(store, item, unit, target=Decimal(4)) for unit in units]


def told(**more):
    return ProgressReport(**({"reported_on": DAY} | more))


def lines(store):
    return {line.id: line for line in plan.list_handed_out(store)}


def test_many_are_done_in_one_act_and_filled_up_to_their_targets(store, handed):
    progress.report_progress(store, handed[:1], told(amount=Decimal(3)))
    change = progress.report_progress(store, handed, told(done=True, up_to_target=True))
    found = lines(store)
    assert [found[one].result_by(TODAY) for one in handed] == [4, 4]
    assert [found[one].assignment.done_on for one in handed] == [DAY, DAY]
    assert change.label == "Ghi hoàn thành 2 việc"
    undo(store, change.action_id)
    found = lines(store)
    assert [found[one].result_by(TODAY) for one in handed] == [3, None]
    assert [found[one].assignment.done_on for one in handed] == [None, None]


def test_the_day_of_being_done_stays_the_first_one_until_it_is_taken_back(store, handed):
    progress.report_progress(store, handed, told(done=True))
    later = told(done=True, note="Họp thêm", reported_on=DAY + timedelta(9))
    progress.report_progress(store, handed, later)
    assert lines(store)[handed[0]].assignment.done_on == DAY
    progress.reopen(store, handed[:1])
    found = lines(store)
    assert [found[one].assignment.done_on for one in handed] == [None, DAY]


def test_a_step_is_corrected_and_taken_out_with_its_evidence(store, handed):
    one = handed[0]
    progress.report_progress(store, [one], told(amount=Decimal(2)), [PAPER])
    (step,) = progress.list_steps(store, one)
    assert (step.step.amount, step.papers) == (2, 1)
    owner = FileOwner(progress_id=step.step.id)
    assert [paper.title for paper in list_papers(store, owner)] == ["Biên bản"]
    progress.report_progress(store, [one], told(amount=Decimal(-1), note="Ghi thừa"))
    with pytest.raises(Invalid):
        progress.remove_steps(store, [step.step.id])
    second = progress.list_steps(store, one)[1].step
    change = progress.remove_steps(store, [step.step.id, second.id])
    assert (progress.list_steps(store, one), list_papers(store, owner)) == ([], [])
    undo(store, change.action_id)
    assert [back.papers for back in progress.list_steps(store, one)] == [1, 0]
    assert len(list_papers(store, owner)) == 1


def test_a_correction_keeps_the_sum_above_nothing(store, handed):
    progress.report_progress(store, handed[:1], told(amount=Decimal(2)))
    step = progress.list_steps(store, handed[0])[0].step
    progress.correct_step(store, replace(step, amount=Decimal("1.5"), note=" Họp "))
    assert progress.load_line(store, handed[0]).result_by(DAY) == Decimal("1.5")
    assert progress.list_steps(store, handed[0])[0].step.note == "Họp"
    with pytest.raises(Invalid):
        progress.correct_step(store, replace(step, amount=Decimal(-1)))
    with pytest.raises(Invalid):
        progress.correct_step(store, replace(step, reported_on=TODAY + timedelta(1)))
    assert progress.load_line(store, handed[0]).result_by(DAY) == Decimal("1.5")


def test_evidence_alone_is_a_step_called_by_its_title(store, handed):
    progress.report_progress(store, handed, told(done=True), [PAPER])
    for one in handed:
        (step,) = progress.list_steps(store, one)
        assert (step.step.note, step.papers) == ("Biên bản", 1)


def test_evidence_is_added_later_under_the_name_of_the_work(store, handed, tmp_path):
    progress.report_progress(store, handed[:1], told(amount=Decimal(1)))
    owner = FileOwner(progress_id=progress.list_steps(store, handed[0])[0].step.id)
    file = tmp_path / "anh.jpg"
    file.write_bytes(b"x")
    change = attach_paper(store, owner, file, "Ảnh buổi họp")
    assert change.label == "Lưu giấy tờ “Ảnh buổi họp”: việc “Sinh hoạt chi hội”"
    (paper,) = list_papers(store, owner)
    remove_paper(store, paper)
    assert progress.list_steps(store, handed[0])[0].papers == 0


def test_who_looked_is_kept_of_each(store, handed):
    found = Inspected(checked_by=" Trần Bình ", checked_on=DAY, check_note="Đủ biên bản")
    progress.note_inspected(store, handed, found)
    kept = [line.assignment for line in lines(store).values()]
    assert [(one.checked_by, one.checked_on) for one in kept] == [("Trần Bình", DAY)] * 2


def test_what_cannot_be_kept_leaves_nothing_behind(store, handed):
    with pytest.raises(Invalid):
        progress.report_progress(store, [], told(done=True))
    with pytest.raises(NotFound):
        progress.report_progress(store, [*handed, 99], told(amount=Decimal(1)))
    progress.report_progress(store, handed[:1], told(amount=Decimal(1)), form_id="form-1")
    with pytest.raises(AlreadyDone):
        progress.report_progress(store, handed[:1], told(amount=Decimal(1)), form_id="form-1")
    found = lines(store)
    assert [found[one].result_by(TODAY) for one in handed] == [1, None]
