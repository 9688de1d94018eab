"""Values of papers for tests: rows of lists, and small books and reports made of them."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import labels_by_list, starting_codes
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource, member_sheet
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.lines import MemberLine, MovementLine
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.papers import (
    Annex,
    Band,
    CellKind,
    Column,
    Heading,
    ListPaper,
    PaperTable,
    Paragraph,
    ReportPaper,
    board_signature,
    letterhead_of,
    list_signatures,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key, sort_key

BRANCH = Branch(
    name="Hội Cựu chiến binh phường An Bình",
    parent="Hội Cựu chiến binh tỉnh Thái Hưng",
    place="An Bình",
    signer_name="Trần Văn Minh",
)
ON = date(2026, 6, 5)

_TEXTS = {
    name: ""
    for name, kind in MemberLine.__annotations__.items()
    if kind in (str, "str") and name not in ("name_key", "sort_key")
}


def a_line(name="Nguyễn Văn An", person_id=1, **more):
    """A member of Chi hội 1 who stands on the roll."""
    values = {
        **dict.fromkeys(MemberLine._fields),
        **_TEXTS,
        "person_id": person_id,
        "membership_id": person_id,
        "full_name": name,
        "name_key": search_key(name),
        "sort_key": sort_key(name),
        "born_on": PartialDate(1952, 5, 19),
        "sex": Sex.MALE,
        "status": Status.ACTIVE,
        "since": date(1990, 5, 1),
        "unit_id": 1,
        "unit_name": "Chi hội 1",
        "periods": frozenset(),
        "tags": frozenset(),
        "policies": frozenset(),
    }
    return MemberLine(**(values | more))


def a_movement(kind=EventKind.ADMITTED, happened_on="2026-02-03", event_id=1, **more):
    """An event of a member of Chi hội 1."""
    texts = {n: "" for n, k in MovementLine.__annotations__.items() if k in (str, "str")}
    values = {
        **dict.fromkeys(MovementLine._fields),
        **texts,
        "event_id": event_id,
        "person_id": 1,
        "membership_id": 1,
        "kind": kind,
        "happened_on": PartialDate.from_iso(happened_on),
        "full_name": "Nguyễn Văn An",
        "unit_id": 1,
        "unit_name": "Chi hội 1",
    }
    return MovementLine(**(values | more))


def a_source(name="roster", on=ON, **more):
    """What a list is made from."""
    return ListSource(
        order=ListOrder(name=name, on=on, **more),
        branch=BRANCH,
        labels=labels_by_list(starting_codes()),
    )


COLUMNS = (
    Column("STT", 11, CellKind.PLAIN),
    Column("Họ và tên", 42),
    Column("Ngày sinh", 25, CellKind.DATE),
    Column("Số tiền", 28, CellKind.MONEY, group="Thu"),
    Column("Tỷ lệ", 22, CellKind.PERCENT, group="Thu"),
)


def a_table(rows=None, **more):
    """A table with a column of every kind, two of them under one heading."""
    if rows is None:
        rows = [
            Band("Chi hội 1"),
            (1, "Nguyễn Văn An", PartialDate(1952, 5, 19), 1_200_000, "…"),
            (2, "Trần Bình", PartialDate(1950), None, None),
        ]
    return PaperTable(columns=COLUMNS, rows=rows, **more)


def a_list(*tables, **more):
    """A list of the branch."""
    values = {
        "letterhead": letterhead_of(BRANCH, ON),
        "title": "DANH SÁCH THỬ",
        "subtitle": "Tính đến ngày 05 tháng 6 năm 2026",
        "tables": tables or (a_table(),),
        "signatures": list_signatures(BRANCH),
    }
    return ListPaper(**(values | more))


def a_report(*body, branch=BRANCH, **more):
    """A report with an annex."""
    values = {
        "letterhead": letterhead_of(branch, ON, symbol="BC", number=5),
        "kind": "BÁO CÁO",
        "subject": "Kết quả công tác Hội 6 tháng đầu năm 2026",
        "addressees": ("Hội Cựu chiến binh tỉnh Thái Hưng",),
        "body": body
        or (
            Paragraph("Sáu tháng đầu năm 2026 đạt kết quả như sau:"),
            Heading(1, "I. KẾT QUẢ"),
            Heading(2, "1. Xây dựng tổ chức Hội"),
            Heading(3, "a) Hội viên"),
            Paragraph("Hội có 128 hội viên.\nTrong đó nữ 12."),
            a_table(title="So sánh"),
        ),
        "signature": board_signature(branch),
        "recipients": ("Như trên", "Lưu: VT"),
        "annexes": (Annex(number=1, sheet="I. Chỉ tiêu", title="Chỉ tiêu", tables=(a_table(),)),),
        "subtitle": "Từ ngày 01/01/2026 đến ngày 05/06/2026",
    }
    return ReportPaper(**(values | more))


def sheet_fields():
    """Every name that a template may use for a person."""
    nobody = MemberFile(person=Person(full_name=""))
    source = SheetSource(branch=BRANCH, on=ON, unit_names={}, labels={})
    return frozenset(member_sheet(source, nobody).fields)
