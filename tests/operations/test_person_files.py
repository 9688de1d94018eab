"""The whole file of a person, from the books to Word."""

from datetime import date

import docx
import pytest

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import (
    Award,
    AwardRecipient,
    Discipline,
    DisciplineForm,
    Nomination,
)
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.visits.care import Relative
from ccb_desktop.operations import disciplines, papers, person_files
from ccb_desktop.operations.emulation import awards, nominations
from ccb_desktop.operations.members import attached_files, own_fields, people
from ccb_desktop.operations.visits import care
from tests.documents.word.parts import part, texts
from tests.documents.word.test_person_file import JPEG


@pytest.fixture
def books(filled, tmp_path):
    store = filled
    own_fields.save_own_field(store, OwnField(label="Số con"))
    person = people.load_person_file(store, 1).person
    people.save_person(store, person, own={1: "3"})
    attached_files.set_photo(store, 1, JPEG)
    paper = tmp_path / "ly-lich.pdf"
    paper.write_bytes(b"%PDF")
    wife = Relative(person_id=1, full_name="Trần Thị Hoa", relation="Vợ")
    care.save_relative(store, wife)
    awards.give_awards(
        store,
        Award(awarded_on=date(2025, 6, 1), recipient="", form="Bằng khen", giver="UBND tỉnh"),
        [Recipient(AwardRecipient.MEMBER, person.full_name, 1)],
    )
    candidates, _years = nominations.list_candidates(
        store, 2025, date(2026, 1, 1), AwardRecipient.MEMBER
    )
    wish = Nomination(year=2025, form="Cờ thi đua", giver="Trung ương Hội", reason="Giúp dân")
    nominations.nominate(store, wish, [one for one in candidates if one.person_id == 1])
    measure = {"decided_on": date(2024, 3, 1), "form": DisciplineForm.REPRIMAND}
    disciplines.save_discipline(store, Discipline(person_id=1, reason="Bỏ họp", **measure))
    attached_files.attach_paper(store, FileOwner(1), paper, "Lý lịch quân nhân")
    return store


def test_all_that_the_books_say_stands_in_the_file(books, tmp_path):
    file = person_files.write_person_file(books, 1, tmp_path / "ho-so.docx")
    said = " | ".join(texts(part(file)))
    for words in (
        "TRẦN VĂN BÌNH 1",
        "Thương binh, 22 %",
        "chuyển từ Chi hội 1 sang Chi hội 2",
        "Chi hội trưởng",
        "Số con | 3",
        "Trần Thị Hoa | Vợ",
        "Lý lịch quân nhân",
        "01/06/2025 | Bằng khen | UBND tỉnh",
        "2025 | Cờ thi đua | Trung ương Hội | Giúp dân",
        "01/03/2024 | Khiển trách",
    ):
        assert words in said, words
    assert len(docx.Document(str(file)).inline_shapes) == 1


def test_the_member_sheet_has_the_photo_and_the_own_fields(books, tmp_path):
    file = papers.write_member_sheets(books, [2, 1], tmp_path / "phieu.docx")
    assert len(docx.Document(str(file)).inline_shapes) == 1
    said = texts(part(file))
    assert said.count("Số con") == 2
    assert said.count("THÔNG TIN RIÊNG CỦA HỘI") == 2


def test_nobody_and_another_ending_are_refused(books, tmp_path):
    with pytest.raises(NotFound):
        person_files.write_person_file(books, 99, tmp_path / "a.docx")
    with pytest.raises(Invalid, match="docx"):
        person_files.write_person_file(books, 1, tmp_path / "a.pdf")


def test_the_name_of_the_file_names_him(books):
    name = person_files.suggested_name(books, 1)
    assert name.startswith("Ho-so-Tran-Van-Binh-1_Phuong-An-Binh_")
    assert name.endswith(".docx")
