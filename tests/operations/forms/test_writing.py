"""Every form by name: for many on the practice branch, and what an empty branch is told."""

import zipfile
from datetime import date

import pytest
from sqlalchemy import select

from ccb_desktop.data.members.books import load_books
from ccb_desktop.data.tables import RelativeRow
from ccb_desktop.domain.errors import Invalid, NotFound, UserError
from ccb_desktop.domain.reports.form_kinds import FormOrder, Need
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.operations.forms.subjects import list_subjects
from ccb_desktop.operations.forms.writing import _WRITERS, suggested_name, write_form
from tests.word_files import word_text

ON = date(2026, 6, 30)
TYPED = {"about": "Hội nghị sơ kết", "amount": "300.000", "guests": "ông Vũ Văn Khách"}
NOT_IN_PRACTICE = {"score-sheets", "award-proposal"}


def order_of(name, chosen=(), **more):
    return FormOrder(name=name, on=ON, year=2026, chosen=tuple(chosen), texts=TYPED, **more)


def chosen_of(store, name):
    """Up to three for whom the form is wanted, else the first three."""
    found = list_subjects(store, order_of(name))
    if FORM_KINDS[name].need is Need.DONORS:
        found = [one for one in found if one.detail == found[0].detail]
    wanted = [one for one in found if one.why] or found
    return [one.id for one in wanted[: 1 if FORM_KINDS[name].only_one else 3]]


def test_every_form_that_is_offered_can_be_written():
    assert set(FORM_KINDS) == set(_WRITERS)


@pytest.fixture(scope="module")
def private(practice):
    """Every CCCD and phone number of somebody in the books."""
    with practice.reading() as session:
        people = load_books(session).people.by_id.values()
        family = session.scalars(select(RelativeRow.phone)).all()
    numbers = {one.citizen_id for one in people} | {one.phone for one in people} | set(family)
    return {one for one in numbers if len(one) > 8}


@pytest.mark.parametrize("name", FORM_KINDS)
def test_every_form_is_written_for_many_into_one_file(practice, private, tmp_path, name):
    order = order_of(name, chosen_of(practice, name))
    try:
        written = write_form(practice, order, tmp_path / suggested_name(practice, order))
    except UserError as refused:
        assert name in NOT_IN_PRACTICE, refused
        assert str(refused).endswith(".")
        return
    with zipfile.ZipFile(written) as package:
        body = package.read("word/document.xml").decode()
    assert "{{" not in body and "{%" not in body and "None" not in body
    whole = [number for number in private if number in body]
    assert bool(whole) == bool(FORM_KINDS[name].whole_because)


@pytest.mark.parametrize("name", FORM_KINDS)
def test_an_empty_branch_gets_an_empty_form_or_is_told_why_not(store, tmp_path, name):
    order = order_of(name, [one.id for one in list_subjects(store, order_of(name))])
    try:
        assert write_form(store, order, tmp_path / "a.docx").stat().st_size > 3_000
    except UserError as refused:
        assert str(refused).endswith(".")
        assert not (tmp_path / "a.docx").exists()


def test_an_invitation_for_members_and_guests(practice, tmp_path):
    chosen = chosen_of(practice, "invitation")
    text = word_text(write_form(practice, order_of("invitation", chosen), tmp_path / "a.docx"))
    assert text.count("Trân trọng kính mời") == len(chosen) + 1
    assert "Tới dự: hội nghị sơ kết." in text
    assert "Trân trọng kính mời: ông Vũ Văn Khách" in text


def test_money_that_is_signed_for_is_summed_and_told_in_words(practice, tmp_path):
    order = order_of("signature-sheet", chosen_of(practice, "signature-sheet"))
    text = word_text(write_form(practice, order, tmp_path / "a.docx"))
    assert "3 người, 900.000 đồng (Chín trăm nghìn đồng)" in text


def test_what_is_typed_wrong_or_not_at_all_is_told(practice, tmp_path):
    wrong = FormOrder(name="signature-sheet", on=ON, chosen=(1,), texts={"amount": "nhiều"})
    with pytest.raises(Invalid) as told:
        write_form(practice, wrong, tmp_path / "a.docx")
    assert "amount" in told.value.fields
    with pytest.raises(Invalid, match="Mời dự việc gì"):
        write_form(practice, FormOrder(name="invitation", on=ON), tmp_path / "a.docx")
    with pytest.raises(Invalid, match="in cho từng người"):
        write_form(practice, order_of("person-file", (1, 2)), tmp_path / "a.docx")
    with pytest.raises(NotFound, match="Các mẫu có"):
        write_form(practice, order_of("letter"), tmp_path / "a.docx")
