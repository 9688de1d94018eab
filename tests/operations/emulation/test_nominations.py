"""A year of nominations: chosen with evidence, balanced, sent, awarded in one act, undone."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import (
    Award,
    AwardRecipient,
    Discipline,
    DisciplineForm,
    Nomination,
    NominationStage,
)
from ccb_desktop.domain.emulation.balance import told_balance
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import disciplines, undo
from ccb_desktop.operations.branch import load_branch, save_branch
from ccb_desktop.operations.emulation import awards, grading, nominations
from ccb_desktop.operations.emulation.award_papers import write_proposal
from ccb_desktop.operations.emulation.nominations import Decision
from ccb_desktop.operations.members import events
from ccb_desktop.operations.papers import ListOrder, list_rows
from tests.books import a_person, add_unit

TODAY = date(2026, 2, 1)
WISH = Nomination(year=2025, form="Giấy khen", giver="UBND phường")
DECISION = Decision(awarded_on=date(2026, 1, 20), decision_no="07/QĐ-UBND")
MEMBER, UNIT = AwardRecipient.MEMBER, AwardRecipient.UNIT


def join(store, name, year, unit_id):
    since = PartialDate(year)
    membership = Membership(on_roll_from=since, joined_on=since, unit_id=unit_id)
    events.admit_member(store, a_person(name), membership, None)


@pytest.fixture
def books(store):
    """Three members of two chi hội; the first two were exemplary for three years running."""
    add_unit(store)
    add_unit(store, code="CH02", name="Chi hội 2")
    join(store, "Trần Văn Bình", 2010, 1)
    join(store, "Lê Văn Ba", 2020, 1)
    join(store, "Phạm Văn Tư", 2009, 2)
    for year in (2023, 2024, 2025):
        members = grading.load_grading(store, year, TODAY).members
        grading.set_grade(store, year, [one for one in members if one.unit_id == 1], "EXEMPLARY")
    return store


def candidates(store, kind=MEMBER, year=2025):
    return nominations.list_candidates(store, year, TODAY, kind)[0]


def book(store):
    return nominations.load_book(store, 2025, TODAY)


def ids(store):
    return [line.nomination.id for line in book(store).lines]


def named(found, name):
    return next(one for one in found if one.name == name)


def test_the_evidence_stands_beside_each(books):
    letter = Award(awarded_on=date(2024, 5, 1), recipient="", form="Giấy khen", giver="Huyện")
    awards.give_awards(books, letter, [Recipient(MEMBER, "Phạm Văn Tư", 3)])
    disciplines.save_discipline(
        books,
        Discipline(
            person_id=3,
            decided_on=date(2025, 6, 2),
            form=DisciplineForm.REPRIMAND,
            reason="Bỏ sinh hoạt",
        ),
    )
    found = candidates(books)
    best = named(found, "Lê Văn Ba")
    assert (best.run, best.longest, best.years_in, best.awards) == (3, (2023, 2025), 5, ())
    other = named(found, "Phạm Văn Tư")
    assert (other.run, other.years_in) == (0, 16)
    assert other.told_awards == "Giấy khen (Huyện, 2024)"
    assert other.discipline.startswith("Khiển trách")


def test_the_books_give_the_reason_where_none_is_written(books):
    nominations.nominate(books, WISH, candidates(books)[:1])
    nominations.nominate(
        books, replace(WISH, form="Biểu dương", reason="Cứu người"), candidates(books)[:1]
    )
    reasons = [line.nomination.reason for line in book(books).lines]
    assert reasons == ["CCB gương mẫu 3 năm liền đến 2025", "Cứu người"]


def test_twice_the_same_is_refused_and_nobody_is_written(books):
    nominations.nominate(books, WISH, candidates(books)[:1])
    with pytest.raises(Conflict, match="đã có trong danh sách đề nghị Giấy khen năm 2025"):
        nominations.nominate(books, WISH, candidates(books))
    assert len(ids(books)) == 1
    nominations.move_on(books, ids(books), NominationStage.REFUSED)
    nominations.nominate(books, WISH, candidates(books))
    assert len(ids(books)) == 4


def test_correcting_asks_for_nothing_twice_and_keeps_no_blanks(books):
    nominations.nominate(books, WISH, candidates(books)[:1])
    nominations.nominate(books, replace(WISH, form="Bằng khen"), candidates(books)[:1])
    first, other = (line.nomination for line in book(books).lines)
    with pytest.raises(Conflict, match="đã có một đề nghị Giấy khen"):
        nominations.correct_nomination(books, replace(other, form=" Giấy khen "))
    nominations.correct_nomination(books, replace(first, reason="  Cứu người ", giver=" Huyện "))
    kept = book(books).lines[0].nomination
    assert (kept.reason, kept.giver) == ("Cứu người", "Huyện")


def test_what_was_refused_is_not_taken_up_beside_a_new_one(books):
    nominations.nominate(books, WISH, candidates(books)[:1])
    (refused,) = ids(books)
    nominations.move_on(books, [refused], NominationStage.REFUSED)
    nominations.nominate(books, WISH, candidates(books)[:1])
    with pytest.raises(Conflict, match="đã có một đề nghị"):
        nominations.move_on(books, [refused], NominationStage.SENT)
    assert [one.nomination.stage for one in book(books).lines].count(NominationStage.REFUSED) == 1


def test_nobody_and_no_form_are_refused(books):
    with pytest.raises(Invalid) as nobody:
        nominations.nominate(books, WISH, [])
    assert "candidates" in nobody.value.fields
    with pytest.raises(Invalid) as shapeless:
        nominations.nominate(books, replace(WISH, form=" "), candidates(books))
    assert "form" in shapeless.value.fields


def test_units_are_told_apart_from_members_and_left_out_of_the_balance(books):
    nominations.nominate(books, WISH, candidates(books, UNIT)[:1])
    nominations.nominate(books, WISH, candidates(books))
    lines = {line.candidate.name: line.nomination for line in book(books).lines}
    assert lines["Chi hội 1"].unit_id == 1
    assert lines["Chi hội 1"].person_id is None
    assert [(one.members, one.nominated) for one in book(books).shares] == [(2, 2), (1, 1)]
    assert told_balance(book(books).shares) == ""


def test_one_chi_hoi_with_all_of_them_is_warned_of(books):
    join(books, "Võ Văn Năm", 2015, 2)
    for form in ("Giấy khen", "Biểu dương"):
        of_first = [one for one in candidates(books) if one.unit_id == 1]
        nominations.nominate(books, replace(WISH, form=form), of_first)
    first, second = book(books).shares
    assert (first.nominated, second.nominated) == (2, 0)  # people, not nominations
    assert second.warning == "▼ ít hơn phần theo hội viên 1 người"


def test_the_decision_writes_the_book_in_one_act_and_comes_back_out(books):
    nominations.nominate(books, WISH, candidates(books)[:2])
    nominations.move_on(books, ids(books), NominationStage.SENT)
    change = nominations.award_nominations(books, ids(books), DECISION)
    given = [line.award for line in awards.list_awards(books, date(2026, 1, 1), TODAY)]
    assert {(one.person_id, one.decision_no) for one in given} == {
        (line.nomination.person_id, "07/QĐ-UBND") for line in book(books).lines
    }
    assert {line.nomination.stage for line in book(books).lines} == {NominationStage.AWARDED}
    with pytest.raises(Conflict):
        nominations.move_on(books, ids(books), NominationStage.REFUSED)
    with pytest.raises(Conflict):
        nominations.award_nominations(books, ids(books), DECISION)
    with pytest.raises(Conflict):
        nominations.remove_nominations(books, ids(books))
    undo.undo(books, change.action_id)
    assert {line.nomination.stage for line in book(books).lines} == {NominationStage.SENT}


def test_an_award_that_is_taken_out_leaves_its_nomination_sent(books):
    nominations.nominate(books, WISH, candidates(books)[:1])
    nominations.award_nominations(books, ids(books), DECISION)
    (line,) = awards.list_awards(books, date(2026, 1, 1), TODAY)
    awards.remove_awards(books, [line.award.id])
    (left,) = book(books).lines
    assert (left.nomination.stage, left.nomination.award_id) == (NominationStage.SENT, None)


def test_who_waits_for_the_medal_follows_the_number_of_years(books):
    assert (book(books).medal_years, book(books).waiting) == (10, 2)
    save_branch(books, replace(load_branch(books), medal_years=16))
    assert (book(books).medal_years, book(books).waiting) == (16, 1)
    medal = replace(WISH, form="Kỷ niệm chương", giver="Trung ương Hội")
    nominations.nominate(books, medal, [named(candidates(books), "Phạm Văn Tư")])
    assert book(books).waiting == 0


def test_the_lists_say_who_how_long_and_how_balanced(books):
    on = date(2025, 12, 31)
    nominations.nominate(books, WISH, candidates(books)[:1])
    listed, balanced = list_rows(books, ListOrder(name="nominations", on=on)).tables
    assert (listed.rows[0][1], listed.rows[0][7]) == (candidates(books)[0].name, 3)
    assert [row[3] for row in balanced.rows].count(1) == 1
    (senior,) = list_rows(books, ListOrder(name="seniority", on=on)).tables
    assert [(row[1], row[6]) for row in senior.rows] == [
        ("Phạm Văn Tư", 16),
        ("Trần Văn Bình", 15),
    ]
    (runs,) = list_rows(books, ListOrder(name="award-runs", on=on)).tables
    assert [tuple(row[3:]) for row in runs.rows] == [("CCB gương mẫu", 3, 3, 2023, 2025)] * 2


def test_the_proposal_is_written_while_something_is_open(books, tmp_path):
    out = tmp_path / "to-trinh.docx"
    with pytest.raises(Invalid, match="không còn đề nghị"):
        write_proposal(books, 2025, TODAY, out)
    nominations.nominate(books, WISH, candidates(books))
    write_proposal(books, 2025, TODAY, out)
    assert out.stat().st_size > 0


def test_a_nomination_not_decided_upon_can_be_taken_out(books):
    nominations.nominate(books, WISH, candidates(books)[:2])
    first, second = ids(books)
    nominations.remove_nominations(books, [first])
    assert ids(books) == [second]
