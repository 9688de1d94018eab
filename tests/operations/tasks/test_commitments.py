"""Commitments on a real store: for whole chi hội, judged, printed."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.tasks.commitments import Commitment, Kept, Pledge
from ccb_desktop.operations.commitment_papers import write_commitments, write_sheets_of
from ccb_desktop.operations.members.units import list_units
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.operations.undo import undo
from tests.word_files import word_text

TODAY = date.today()
YEAR = TODAY.year
TEXT = "Sinh hoạt đều.\nGia đình văn hóa."


def signed(people, **more):
    values = {"year": YEAR, "content": TEXT} | more
    return Pledge(person_ids=tuple(people), **values)


def ids(lines):
    return [line.commitment.id for line in lines]


def test_a_chi_hoi_signs_in_one_act_and_nobody_twice(filled):
    first = next(unit.id for unit in list_units(filled) if unit.code == "CH1")
    members = commitments.members_to_sign(filled, YEAR, [first])
    assert len(members) > 3
    assert all(line.unit_id == first for line in members)
    people = [line.person_id for line in members]
    change = commitments.pledge(filled, signed(people[:3]))
    commitments.pledge(filled, signed(people))
    lines = commitments.list_commitments(filled, YEAR)
    assert sorted(line.commitment.person_id for line in lines) == sorted(people)
    assert {line.unit_name for line in lines} == {"Chi hội 1"}
    assert commitments.members_to_sign(filled, YEAR, [first]) == []
    undo(filled, change.action_id)
    assert len(commitments.list_commitments(filled, YEAR)) == len(people) - 3


def test_the_exempt_and_those_who_left_are_not_asked(filled):
    everybody = {line.full_name for line in commitments.members_to_sign(filled, YEAR)}
    assert "Trần Văn Bình 5" in everybody
    assert everybody.isdisjoint({"Trần Văn Bình 2", "Trần Văn Bình 3", "Trần Văn Bình 4"})


def test_some_are_signed_judged_and_taken_out(filled):
    people = [line.person_id for line in commitments.members_to_sign(filled, YEAR)][:3]
    commitments.pledge(filled, signed(people))
    some = ids(commitments.list_commitments(filled, YEAR))
    commitments.note_signed(filled, some[:2], TODAY)
    commitments.judge(filled, some[:1], Kept.KEPT)
    found = [line.commitment for line in commitments.list_commitments(filled, YEAR)]
    assert [one.signed_on for one in found] == [TODAY, TODAY, None]
    assert [one.kept for one in found] == [Kept.KEPT, Kept.OPEN, Kept.OPEN]
    with pytest.raises(Invalid):
        commitments.note_signed(filled, some, TODAY + timedelta(1))
    commitments.remove_commitments(filled, some[1:])
    assert ids(commitments.list_commitments(filled, YEAR)) == some[:1]
    with pytest.raises(NotFound):
        commitments.remove_commitments(filled, some)
    assert commitments.list_years(filled) == [YEAR]


def test_one_is_entered_and_corrected(filled):
    one = Commitment(person_id=5, year=YEAR, content=" Trồng cây ")
    change = commitments.save_commitment(filled, one)
    assert change.label == "Ghi đăng ký thi đua: Trần Văn Bình 5"
    (line,) = commitments.list_commitments(filled, YEAR)
    assert line.commitment.content == "Trồng cây"
    with pytest.raises(Invalid):
        commitments.save_commitment(filled, Commitment(person_id=5, year=YEAR, content=""))
    with pytest.raises(Invalid):
        commitments.pledge(filled, signed([]))


def test_sheets_hold_the_lines_of_each_and_room_for_who_has_not_signed(filled, tmp_path):
    commitments.pledge(filled, signed([5]))
    own = ids(commitments.list_commitments(filled, YEAR))
    text = word_text(write_commitments(filled, own, YEAR, tmp_path / "a.docx"))
    for told in ("BẢN ĐĂNG KÝ THI ĐUA", f"Năm {YEAR}", "Sinh hoạt đều.", "Gia đình văn hóa."):
        assert told in text
    assert "TRẦN VĂN BÌNH 5" in text
    both = word_text(write_sheets_of(filled, [5, 6], YEAR, tmp_path / "b.docx"))
    assert both.count("BẢN ĐĂNG KÝ THI ĐUA") == 2
    assert both.count("Sinh hoạt đều.") == 1
    with pytest.raises(Invalid):
        write_sheets_of(filled, [], YEAR, tmp_path / "c.docx")
    with pytest.raises(Invalid):
        write_sheets_of(filled, [5], YEAR, tmp_path / "c.pdf")
