"""Code lists of a branch: an entry goes only while no record keeps it."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.code_lists import DEATH_PAPER, DOCUMENT_KIND_LIST, Code
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.register.documents import NumberOrder
from ccb_desktop.domain.visits.care import DeathCase
from ccb_desktop.domain.visits.death_steps import DeathSteps
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind, Visit
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import (
    list_codes,
    load_branch,
    remove_code,
    save_branch,
    save_code,
)
from ccb_desktop.operations.visits import deaths, visits
from tests.books import add_member, day


def add(store, list_name, label):
    save_code(store, Code(list_name=list_name, code="", label=label))
    return next(code for code in list_codes(store, list_name) if code.label == label)


def test_a_paper_of_a_death_stays_while_a_death_has_it(store):
    add_member(store)
    paper = add(store, DEATH_PAPER, "Bản sao sổ hộ khẩu")
    spare = add(store, DEATH_PAPER, "Đơn viết tay")
    case = DeathCase(person_id=1, papers=frozenset({"KIN_ID", paper.code}))
    deaths.save_death(store, DeathSteps(case=case, died_on=day("10/3/2026")))
    remove_code(store, spare)
    with pytest.raises(Conflict, match="Thôi dùng"):
        remove_code(store, paper)
    labels = [code.label for code in list_codes(store, DEATH_PAPER)]
    assert labels[-1] == paper.label
    assert spare.label not in labels


def test_an_occasion_stays_while_a_visit_was_made_for_it(store):
    occasion = add(store, "OCCASION", "Tân gia")
    visit = Visit(
        visited_on=day("10/3/2026").first_day,
        occasion=occasion.code,
        recipient="Trần Thị Mơ",
        recipient_kind=RecipientKind.OTHER,
        paid_by=PaidBy.BRANCH,
        amount_dong=200_000,
    )
    _change, kept, _payment = visits.record_visit(store, visit)
    with pytest.raises(Conflict):
        remove_code(store, occasion)
    visits.remove_visits(store, [kept.id])
    remove_code(store, occasion)
    assert occasion.label not in [code.label for code in list_codes(store, "OCCASION")]


def test_a_kind_of_documents_stays_while_the_register_has_it(store):
    kind = add(store, DOCUMENT_KIND_LIST, "Đề án")
    given = register.give_number(
        store, NumberOrder(kind=kind.code, on=date(2026, 6, 5), subject="Xây nhà truyền thống")
    )
    assert given.document.symbol == "01/ĐÁ-CCB"
    with pytest.raises(Conflict):
        remove_code(store, kind)
    register.take_back(store, given.document.id)
    remove_code(store, kind)


def test_numbers_by_term_need_a_term(store):
    by_term = replace(load_branch(store), number_by_term=True)

    with pytest.raises(Invalid) as refused:
        save_branch(store, replace(by_term, term="Khóa VII"))

    assert set(refused.value.fields) == {"term"}
    save_branch(store, by_term)
