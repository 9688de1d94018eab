"""The whole file of a person in Word, read back as Word reads it."""

import docx
from docx.shared import Mm

from ccb_desktop.documents.word.member_sheet import PHOTO_MM
from ccb_desktop.documents.word.person_file import write_person_file
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.member_papers.person_file import person_file_paper
from ccb_desktop.domain.members.people import Person
from tests.documents.word.parts import W, find, out_of_order, paragraph_of, part, texts
from tests.paper_values import BRANCH, ON

SOURCE = SheetSource(branch=BRANCH, on=ON, unit_names={}, labels={})
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c19"
    "12130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b08"
    "0001000101011100ffc40014000100000000000000000000000000000009ffc4001410010000000000000000000000"
    "0000000000ffda0008010100003f0054dfffd9"
)


def write(tmp_path, **more):
    file = MemberFile(person=Person(full_name="Nguyễn Văn An", rank="Trung sĩ"), **more)
    return write_person_file(person_file_paper(SOURCE, file), tmp_path / "ho-so.docx")


def test_it_says_who_and_everything_of_him_and_is_signed(tmp_path):
    said = texts(part(write(tmp_path)))
    assert {"HỒ SƠ CÁ NHÂN", "NGUYỄN VĂN AN", "I. BẢN THÂN", "Cấp bậc", "Trung sĩ"} <= set(said)
    assert "IX. GIẤY TỜ KÈM THEO" in said  # this branch has no fields of its own
    assert said[-3:] == ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH", BRANCH.signer_name]


def test_without_photo_there_is_a_place_for_one(tmp_path):
    file = write(tmp_path)
    tree = part(file)
    [place] = [words for words in texts(tree) if "Ảnh" in words]
    assert place.strip() == "Ảnh\n3 × 4 cm"
    sides = find(paragraph_of(tree, place), "w:pPr/w:pBdr/*")
    assert [side.tag.removeprefix(W) for side in sides] == ["top", "left", "bottom", "right"]
    assert list(out_of_order(tree)) == []
    assert len(docx.Document(str(file)).inline_shapes) == 0


def test_the_photo_stands_in_it_at_its_size(tmp_path):
    [shape] = docx.Document(str(write(tmp_path, photo=JPEG))).inline_shapes
    assert (shape.width, shape.height) == (Mm(PHOTO_MM[0]), Mm(PHOTO_MM[1]))


def test_everything_stands_in_the_order_of_the_standard(tmp_path):
    assert list(out_of_order(part(write(tmp_path, photo=JPEG)))) == []
