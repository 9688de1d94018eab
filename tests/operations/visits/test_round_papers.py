"""The list of a round written as Word and Excel, and by its name on the command line."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.operations import papers
from ccb_desktop.operations.visits import round_papers, round_payments, rounds

DAY = date(2026, 2, 10)


@pytest.fixture
def round_id(store):
    rounds.save_round(
        store,
        GiftRound(title="Tặng quà Tết", occasion="HOLIDAY", planned_on=DAY, amount_dong=300_000),
    )
    for name in ("Bà Tư", "Ông Năm"):
        line = RoundRecipient(round_id=1, recipient=name, recipient_kind=RecipientKind.OTHER)
        rounds.save_recipient(store, line)
    return 1


def rows(store, **more):
    paper = papers.list_rows(store, papers.ListOrder(name="gift-list", on=DAY, **more))
    return [row[1] for table in paper.tables for row in table.rows]


def test_the_list_is_asked_for_by_the_name_of_its_round(store, round_id):
    assert rows(store) == ["Ông Năm", "Bà Tư"]
    assert rows(store, filter="quà tết") == ["Ông Năm", "Bà Tư"]
    with pytest.raises(NotFound, match="Tặng quà Tết"):
        rows(store, filter="27/7")


def test_absentees_are_left_out(store, round_id):
    first = rounds.open_round(store, round_id, DAY).listed[0].line.id
    round_payments.mark_absent(store, round_id, [first], DAY)
    assert rows(store) == ["Ông Năm"]


def test_without_rounds_the_list_says_so(store):
    paper = papers.list_rows(store, papers.ListOrder(name="gift-list", on=DAY))
    assert "Chưa có đợt" in paper.tables[0].note


def test_it_is_written_as_word_and_excel(store, round_id, tmp_path):
    for ending in ("docx", "xlsx"):
        out = tmp_path / round_papers.suggested_name(store, DAY, ending)
        assert round_papers.write_signature_list(store, round_id, DAY, out).stat().st_size > 1000
