"""Member sheets: every field of one person or many, from the template that ships."""

from dataclasses import fields, replace
from zipfile import ZipFile

import docx
import pytest

from ccb_desktop.documents.word.member_sheet import (
    PHOTO_MM,
    write_member_sheets,
)
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.member_papers.member_sheet import (
    EVENT_FIELDS,
    POST_FIELDS,
    MemberFile,
    MemberSheet,
    SheetSource,
    heading_texts,
    member_sheet,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.paths import resources
from tests.documents.word.parts import (
    W,
    a_template,
    find,
    out_of_order,
    paragraph_of,
    part,
    text,
    texts,
)
from tests.paper_values import BRANCH, ON, sheet_fields

TEMPLATE = resources() / "templates" / "phieu-hoi-vien.docx"
SOURCE = SheetSource(branch=BRANCH, on=ON, unit_names={}, labels={})
COMMON = heading_texts(SOURCE)


def a_sheet(name="Nguyễn Văn An", **person):
    return member_sheet(SOURCE, MemberFile(person=Person(full_name=name, **person)))


def full_sheet():
    """A sheet on which every field says its own name."""
    names = sheet_fields()
    return MemberSheet(
        fields={name: f"<{name}>" for name in names},
        events=({name: f"<event {name}>" for name in EVENT_FIELDS},),
        posts=({name: f"<post {name}>" for name in POST_FIELDS},),
    )


@pytest.fixture
def write(tmp_path):
    """Writes sheets and gives the body as a tree."""
    return lambda *sheets, template=TEMPLATE: part(
        write_member_sheets(sheets, COMMON, template, tmp_path / "a.docx")
    )


def test_every_field_there_is_stands_on_the_sheet(write):
    said = " ".join(texts(write(full_sheet())))
    wanted = [f"<{name}>" for name in sheet_fields()]
    wanted += [f"<event {name}>" for name in EVENT_FIELDS]
    wanted += [f"<post {name}>" for name in POST_FIELDS]
    assert [field for field in wanted if field not in said] == []


def test_every_text_of_a_person_is_a_field():
    left_out = {"id", "household_id", "sort_by_first_word", "tags"}
    assert {field.name for field in fields(Person)} - left_out <= sheet_fields()


def test_there_is_a_frame_for_the_photo_and_a_head(write):
    said = texts(write(a_sheet()))
    assert {"Ảnh", "3 × 4 cm"} <= {line for words in said for line in words.split("\n")}
    assert {"PHIẾU THÔNG TIN HỘI VIÊN", "NGUYỄN VĂN AN", "TM. BAN CHẤP HÀNH\nCHỦ TỊCH"} <= set(said)
    assert "HỘI CỰU CHIẾN BINH\nPHƯỜNG AN BÌNH" in said


def test_the_photo_of_each_person_stands_in_his_frame(tmp_path):
    sheets = [replace(a_sheet(f"Người {n}"), photo=b"\xff\xd8\xff%d" % n) for n in (1, 2)]
    file = write_member_sheets([a_sheet(), *sheets], COMMON, TEMPLATE, tmp_path / "a.docx")
    with ZipFile(file) as package:
        photos = [name for name in package.namelist() if name.startswith("word/media/")]
        assert [package.read(name)[-1:] for name in photos] == [b"1", b"2"]
    shapes = docx.Document(str(file)).inline_shapes
    assert [(one.width.mm, one.height.mm) for one in shapes] == [PHOTO_MM] * 2
    assert texts(part(file)).count("Ảnh\n3 × 4 cm") == 1


def test_the_own_fields_of_the_branch_have_a_table_of_theirs(write):
    own = ({"label": "Số con", "value": "3"}, {"label": "Nhóm <máu>", "value": ""})
    said = texts(write(replace(a_sheet(), own=own)))
    place = said.index("THÔNG TIN RIÊNG CỦA HỘI")
    assert said[place + 1 : place + 4] == ["Số con", "3", "Nhóm <máu>"]
    assert "THÔNG TIN RIÊNG CỦA HỘI" not in texts(write(a_sheet()))


def test_what_there_is_nothing_of_has_no_table(write):
    said = texts(write(a_sheet()))
    assert not {"BIẾN ĐỘNG", "CHỨC DANH ĐÃ GIỮ", "VI. TỪ TRẦN"} & set(said)
    assert {"BIẾN ĐỘNG", "CHỨC DANH ĐÃ GIỮ", "VI. TỪ TRẦN"} <= set(texts(write(full_sheet())))


def test_an_exemption_says_until_when(write):
    event = dict.fromkeys(EVENT_FIELDS, "") | {"kind": "Miễn sinh hoạt"}
    ended = {**event, "until_on": "09/04/2026"}
    said = texts(write(replace(a_sheet(), events=(event, ended))))
    assert [words for words in said if words.startswith("Miễn")] == [
        *("Miễn sinh hoạt", "Miễn sinh hoạt (đến 09/04/2026)")
    ]


def test_each_of_many_people_begins_a_page(write):
    tree = write(*(a_sheet(f"Trần Văn Bình {place}") for place in range(30)))
    breaks = [one for one in tree.iter(f"{W}p") if find(one, "w:pPr/w:pageBreakBefore")]
    assert len(breaks) == 29
    names = [words for words in texts(tree) if words.startswith("TRẦN VĂN BÌNH")]
    assert names == [f"TRẦN VĂN BÌNH {place}" for place in range(30)]
    assert len(find(tree, "//w:sectPr")) == 1


def test_names_and_notes_are_text_whatever_they_hold(write):
    tree = write(a_sheet("Nguyễn & Trần", note="=cmd|' /C calc'!A0\n<w:p/> {{ note }}\x00\ud800"))
    assert {"Nguyễn & Trần", "=cmd|' /C calc'!A0\n<w:p/> {{ note }}"} <= set(texts(tree))


def test_the_file_says_what_it_is_whose_and_in_which_language(tmp_path):
    file = write_member_sheets([a_sheet()], COMMON, TEMPLATE, tmp_path / "a.docx")
    assert file.is_absolute()
    properties = docx.Document(str(file)).core_properties
    assert (properties.title, properties.author) == ("Phiếu thông tin hội viên", BRANCH.name)
    assert find(part(file, "word/styles.xml"), "//w:docDefaults//w:lang/@w:val") == ["vi-VN"]


def test_everything_stands_in_the_order_of_the_standard(tmp_path):
    file = write_member_sheets([full_sheet()], COMMON, TEMPLATE, tmp_path / "a.docx")
    for name in ("document", "styles", "settings", "footer"):
        assert list(out_of_order(part(file, f"word/{name}.xml"))) == [], name


def test_rows_of_a_sheet_never_split(write):
    rows = find(write(full_sheet()), "//w:tr")
    assert rows
    assert all(find(row, "w:trPr/w:cantSplit") for row in rows)


@pytest.mark.parametrize(("practice", "begins"), [(True, "SỐ LIỆU THỰC HÀNH"), (False, "")])
def test_only_sheets_of_a_practice_branch_say_so(tmp_path, practice, begins):
    source = replace(SOURCE, branch=replace(BRANCH, practice=practice))
    file = write_member_sheets([a_sheet()], heading_texts(source), TEMPLATE, tmp_path / "a.docx")
    said = text(part(file, "word/footer.xml"))
    assert said.startswith(begins)
    assert bool(said) == practice


def test_a_template_of_the_branch_is_used_as_it_is(write, tmp_path):
    own = a_template(tmp_path / "riêng.docx", "Đồng chí {{ full_name }}", "{{ issuer }}")
    tree = write(a_sheet(), a_sheet("Trần Bình"), template=own)
    assert [words for words in texts(tree) if words.startswith("Đồng chí")] == [
        *("Đồng chí Nguyễn Văn An", "Đồng chí Trần Bình")
    ]
    assert paragraph_of(tree, "HỘI CỰU CHIẾN BINH\nPHƯỜNG AN BÌNH") is not None


def test_a_template_with_an_unknown_field_writes_nothing(tmp_path):
    own = a_template(tmp_path / "riêng.docx", "Họ tên: {{ full_name }}", "Vợ: {{ wife }}")
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    with pytest.raises(BadFile, match=r"“riêng\.docx” có trường .* “wife”, ở đoạn: “Vợ:"):
        write_member_sheets([a_sheet()], COMMON, own, target)
    assert target.read_bytes() == b"old"


def test_a_field_asked_for_only_where_there_are_posts_is_found_all_the_same(tmp_path):
    lines = ("{%p for one in posts %}", "{{ one.salary }}", "{%p endfor %}")
    own = a_template(tmp_path / "riêng.docx", *lines)
    with pytest.raises(BadFile, match="“salary”"):
        write_member_sheets([a_sheet()], COMMON, own, tmp_path / "out.docx")


def test_the_template_that_ships_is_sound(write):
    assert texts(write(a_sheet()))
    with ZipFile(TEMPLATE) as package:
        assert b"Calibri" not in b"".join(map(package.read, package.namelist()))
