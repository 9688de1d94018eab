"""The roster as a list and as book 1."""

from ccb_desktop.domain.member_papers.roster import roster, roster_book
from ccb_desktop.domain.member_papers.roster_changes import changes_by_unit
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_source

LINES = [
    a_line("Trần Thị Ánh", 1, unit_name="Chi hội 10", sex=Sex.FEMALE),
    a_line("Lê Văn Ba", 2, citizen_id="001052123123", phone="0912345678"),
    a_line(
        "Đỗ Đức An", 3, party_joined_on=PartialDate(1980), rank="Trung sĩ", military_post="Y tá"
    ),
    a_line("Ngô Văn Chín", 4, status=Status.DECEASED),
    a_line("Phạm Văn Dũng", 5, status=Status.EXEMPT, policies=frozenset({"TU_DAY", "THUONG_BINH"})),
]


def table_of(paper):
    texts = list(row_texts(paper.tables[0]))
    labels = [column.label for column in paper.tables[0].columns]
    return [dict(zip(labels, row, strict=True)) for row in texts]


def test_those_in_the_hoi_by_chi_hoi_then_by_given_name():
    rows = table_of(roster(a_source(), LINES, ()))
    assert [row["Họ và tên"] for row in rows] == [
        *("Đỗ Đức An", "Lê Văn Ba", "Phạm Văn Dũng"),
        "Trần Thị Ánh",
    ]
    assert [row["STT"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[2]["Trạng thái"] == "Miễn sinh hoạt"


def test_numbers_are_masked_unless_asked_otherwise():
    masked = table_of(roster(a_source(), LINES, ()))[1]
    assert (masked["CCCD"], masked["Điện thoại"]) == ("0010•••••123", "0912•••678")
    whole = table_of(roster(a_source(masked=False), LINES, ()))[1]
    assert (whole["CCCD"], whole["Điện thoại"]) == ("001052123123", "0912345678")


def test_a_filter_reads_as_a_search_box_and_is_said():
    paper = roster(a_source(filter="chi hoi 10"), LINES, ())
    assert [row["Họ và tên"] for row in table_of(paper)] == ["Trần Thị Ánh"]
    assert paper.subtitle.endswith("Chọn theo: chi hoi 10")
    assert len(paper.tables) == 1
    unmasked_search = roster(a_source(filter="001052123123"), LINES, ())
    assert [row["Họ và tên"] for row in table_of(unmasked_search)] == ["Lê Văn Ba"]


def test_the_sum_stands_under_the_table_and_the_check_behind_it():
    changes = changes_by_unit(LINES[:3], LINES[:3], [])
    paper = roster(a_source(), LINES, changes)
    assert paper.tables[0].note == (
        "Tổng cộng: 4 hội viên, trong đó: nữ 1; đảng viên 1; miễn sinh hoạt 1."
    )
    assert paper.tables[1].title == ("Tăng, giảm hội viên. Từ ngày 01/01/2026 đến ngày 05/06/2026")
    assert paper.subtitle == "Tính đến ngày 05 tháng 6 năm 2026"


def test_book_1_has_service_party_and_policy():
    rows = table_of(roster_book(a_source("roster-book"), LINES, ()))
    assert rows[0]["Cấp bậc, chức vụ"] == "Trung sĩ, Y tá"
    assert rows[0]["Ngày vào Đảng"] == "1980"
    assert rows[2]["Diện chính sách"] == "Thương binh, Tù đày"
