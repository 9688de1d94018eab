"""Books 2 and 3, and the movements of a period."""

from ccb_desktop.domain.member_papers.movements import movement_book, movements, new_members
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.papers import Band, row_texts
from tests.paper_values import a_line, a_movement, a_source

MOVED = a_movement(
    EventKind.MOVED_UNIT, from_unit_name="Chi hội 1", unit_name="Chi hội 2", full_name="Lê Ba"
)
CAME = a_movement(EventKind.TRANSFERRED_IN, elsewhere="Hội CCB xã Đông Hà", full_name="Đỗ An")
DIED = a_movement(EventKind.DECEASED, full_name="Ngô Văn Chín", reason="Tuổi cao")
ENTERED = a_movement(EventKind.ADMITTED, full_name="Trần Bình", membership_id=7)


def texts(paper):
    return list(row_texts(paper.tables[0]))


def test_a_move_stands_under_the_unit_left_with_the_unit_joined_beside_it():
    (row,) = texts(movements(a_source("movements"), [MOVED]))
    assert (row[6], row[7], row[8]) == ("Chi hội 1", "Chuyển chi hội", "Chi hội 2")


def test_the_sum_names_each_kind():
    paper = movements(a_source("movements"), [MOVED, CAME, DIED, DIED])
    assert paper.tables[0].note == (
        "Tổng cộng: 4 biến động, trong đó: chuyển đến 1; chuyển chi hội 1; từ trần 2."
    )
    assert movements(a_source("movements"), []).tables[0].note == "Tổng cộng: 0 biến động."


def test_book_3_has_a_chapter_for_each_way_out_and_in():
    paper = movement_book(a_source("movement-book"), [DIED, CAME, MOVED, ENTERED], ())
    bands = [row.label for row in paper.tables[0].rows if isinstance(row, Band)]
    assert bands == ["CHUYỂN ĐẾN (1 người)", "CHUYỂN ĐI (0 người)", "TỪ TRẦN (1 người)"]
    assert [row[2] for row in texts(paper)] == ["Đỗ An", "Ngô Văn Chín"]
    assert paper.tables[0].note == "Tổng cộng: 2 người."


def test_book_2_brings_service_from_the_roster():
    member = a_line(person_id=7, rank="Trung sĩ", admission_category=8)
    paper = new_members(a_source("new-members"), [DIED, ENTERED], [member], ())
    (row,) = texts(paper)
    assert (row[1], row[8], row[9], row[11]) == ("Trần Bình", "Trung sĩ", "8", "Kết nạp")
    assert paper.tables[0].note == "Tổng cộng: 1 hội viên mới."


def test_a_filter_finds_by_place_and_kind():
    lines = [MOVED, CAME, DIED]
    assert len(texts(movements(a_source(filter="dong ha"), lines))) == 1
    assert len(texts(movements(a_source(filter="từ trần"), lines))) == 1
