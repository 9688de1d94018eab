"""Cards and labels: what stands on each, and that they fit on the sheet."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.member_papers.cards import (
    CARDS,
    LABELS,
    address_labels,
    member_cards,
)
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import BRANCH

SOURCE = SheetSource(branch=BRANCH, on=date(2026, 6, 5), unit_names={1: "Chi hội 1"}, labels={})
BA = Person(
    id=1,
    full_name="Lê Văn Ba",
    sex=Sex.MALE,
    born_on=PartialDate(1952, 5),
    address="12 phố Bến Cũ",
    street_group="Tổ 4",
)
CARD = Membership(
    id=1,
    person_id=1,
    unit_id=1,
    on_roll_from=PartialDate(1990),
    joined_on=PartialDate(1990),
    card_no="0012",
)


def said(card):
    return [line.text for line in (*card.head, *card.body)]


def test_a_card_says_who_he_is_and_since_when():
    (card,) = member_cards(SOURCE, [MemberFile(person=BA, memberships=(CARD,))])
    told = said(card)
    assert "LÊ VĂN BA" in told
    assert {"Ngày vào Hội: 1990", "Chi hội 1", "Số thẻ: 0012"} <= set(told)
    assert f"Ngày sinh: {BA.born_on}" in told
    assert BRANCH.name.upper() in told
    assert card.photo


def test_what_is_not_known_is_left_to_the_pen():
    (card,) = member_cards(SOURCE, [MemberFile(person=Person(full_name="Lê Văn Ba"))])
    assert [line for line in said(card) if line.startswith("Ngày sinh: …")]


def test_a_card_of_the_practice_branch_says_so():
    practice = replace(SOURCE, branch=replace(BRANCH, practice=True))
    (card,) = member_cards(practice, [MemberFile(person=BA)])
    assert "THẺ HỘI VIÊN (THỰC HÀNH)" in said(card)


@pytest.mark.parametrize(("sex", "to"), [(Sex.MALE, "Ông"), (Sex.FEMALE, "Bà"), (None, "Ông/Bà")])
def test_a_label_greets_names_and_leads_home(sex, to):
    file = MemberFile(person=replace(BA, sex=sex), memberships=(CARD,))
    (label,) = address_labels(SOURCE, [file])
    assert said(label) == [f"Kính gửi: {to}", "Lê Văn Ba", "12 phố Bến Cũ, Tổ 4", "Chi hội 1"]


def test_a_label_leaves_no_empty_line():
    (label,) = address_labels(SOURCE, [MemberFile(person=Person(full_name="Lê Văn Ba"))])
    assert said(label) == ["Kính gửi: Ông/Bà", "Lê Văn Ba"]


@pytest.mark.parametrize("sheet", [CARDS, LABELS])
def test_a_sheet_lies_within_a4(sheet):
    wide = sheet.left + sheet.columns * sheet.width + (sheet.columns - 1) * sheet.gap
    assert wide <= 210
    assert sheet.top + sheet.rows * sheet.height <= 297 - 10
