"""What the whole file of a person says."""

from datetime import date

from ccb_desktop.domain.attached_files import AttachedFile, AttachedKind
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import labels_by_list, starting_codes
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.member_papers.person_file import FACTS, SECTIONS, person_file_paper
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.papers import Heading, PaperTable, Paragraph
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import sheet_fields

OWN = (OwnField(id=1, label="Số con"), OwnField(id=2, label="Cỡ áo"))
SOURCE = SheetSource(
    branch=Branch(name="Hội CCB phường An Bình", place="An Bình"),
    on=date(2026, 6, 30),
    unit_names={1: "Chi hội 1", 2: "Chi hội 2"},
    labels=labels_by_list(starting_codes()),
    own_fields=OWN,
)
AN = Person(id=1, full_name="Nguyễn Văn An", born_on=PartialDate(1952), rank="Trung sĩ")
PAPER = AttachedFile(
    person_id=1,
    kind=AttachedKind.PAPER,
    title="Lý lịch",
    file_name="ly-lich.pdf",
    sha256="",
    size_bytes=2048,
    added_on=date(2026, 5, 1),
    note="Bản sao",
)
FULL = MemberFile(
    person=AN,
    memberships=(Membership(id=5, on_roll_from=PartialDate(1990), unit_id=1),),
    events=(
        MembershipEvent(
            membership_id=5,
            kind=EventKind.MOVED_UNIT,
            happened_on=PartialDate(2024, 3, 1),
            from_unit_id=1,
            unit_id=2,
        ),
    ),
    posts=(Post(title="Chi hội phó", from_on=PartialDate(2025)),),
    household=Household(
        head_name="Nguyễn Văn An",
        years=(HouseholdYear(year=2025, poverty="NEAR_POOR", cultural_family=True),),
    ),
    own={1: "3"},
    photo=b"\xff\xd8\xff",
    attached=(PAPER,),
)


def sections(file):
    """Heading → its blocks."""
    found = {}
    for block in person_file_paper(SOURCE, file).body:
        if isinstance(block, Heading):
            blocks = found.setdefault(block.text.partition(". ")[2], [])
        else:
            blocks.append(block)
    return found


def rows(blocks):
    return [row for block in blocks if isinstance(block, PaperTable) for row in block.rows]


def test_every_field_of_a_person_stands_in_one_section():
    named = [name for _, names in SECTIONS for name in names]
    assert len(named) == len(set(named))
    assert set(named) == sheet_fields() - {"full_name_capitals"}


def test_the_head_names_him_and_the_main_facts():
    paper = person_file_paper(SOURCE, FULL)
    assert (paper.name, paper.photo) == ("NGUYỄN VĂN AN", b"\xff\xd8\xff")
    assert [value for _, value in paper.facts] == ["1952", "", "Chi hội 2", "Đang sinh hoạt"]
    assert len(paper.facts) == len(FACTS)


def test_what_is_known_stands_in_a_table_and_what_is_not_under_it():
    [table] = sections(FULL)["QUÂN NGŨ"]
    assert table.rows == [("Cấp bậc", "Trung sĩ")]
    assert table.note.startswith("Chưa ghi: Nhập ngũ, Xuất ngũ")
    assert "Cấp bậc" not in table.note


def test_all_the_rest_of_him_is_told():
    told = sections(FULL)
    assert told["HỘI VIÊN"][-1] == Paragraph(
        "- Ngày 01/03/2024: chuyển từ Chi hội 1 sang Chi hội 2."
    )
    assert rows(told["GIA ĐÌNH"])[-1] == (2025, "Cận nghèo", "", "Có")
    assert rows(told["CHỨC DANH"]) == [("Chi hội phó", "Hội", "", "2025", "")]
    assert rows(told["THÔNG TIN RIÊNG CỦA HỘI"]) == [("Số con", "3")]
    assert told["THÔNG TIN RIÊNG CỦA HỘI"][0].note == "Chưa ghi: Cỡ áo."
    assert rows(told["GIẤY TỜ KÈM THEO"]) == [
        (1, "Lý lịch", "Giấy tờ", "ly-lich.pdf", "2 KB", date(2026, 5, 1), "Bản sao")
    ]


def test_of_whom_little_is_known_every_section_says_so():
    told = sections(MemberFile(person=Person(full_name="Lê Thị Chín")))
    assert all(told.values())
    assert told["CHỨC DANH"] == [Paragraph("Chưa ghi gì.", italic=True)]


def test_sections_are_numbered_without_gaps():
    paper = person_file_paper(SOURCE, FULL)
    numbers = [b.text.partition(".")[0] for b in paper.body if isinstance(b, Heading)]
    assert numbers == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
