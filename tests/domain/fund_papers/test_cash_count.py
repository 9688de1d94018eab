"""Minutes of counted cash: notes, what lacks or is too much, in words."""

from datetime import date

import pytest

from ccb_desktop.domain.fund_papers.cash_count import count_paper
from ccb_desktop.domain.funds.cash_counts import CashCount
from ccb_desktop.domain.papers import PaperTable, Paragraph
from tests.paper_values import BRANCH


def paper(book, counted, pieces=None, **more):
    values = {"fund_id": 1, "counted_on": date(2026, 6, 30), "pieces": pieces or {}}
    count = CashCount(book_dong=book, counted_dong=counted, **values, **more)
    return count_paper(BRANCH, "Chân quỹ", count)


def rows(made):
    return next(block for block in made.body if isinstance(block, PaperTable)).rows


def words(made):
    return " ".join(block.text for block in made.body if isinstance(block, Paragraph))


def test_notes_stand_by_value_with_what_they_come_to():
    made = paper(1_000_000, 1_000_000, {100_000: 5, 500_000: 1, 200: 0}, counted_by="Lê Sáu")
    assert [tuple(row) for row in rows(made)] == [
        ("I", "Số dư theo sổ quỹ", None, 1_000_000),
        ("II", "Số kiểm kê thực tế", None, 1_000_000),
        (1, "Loại 500.000 đồng", 1, 500_000),
        (2, "Loại 100.000 đồng", 5, 500_000),
        ("III", "Chênh lệch: không", None, 0),
    ]
    assert "Một triệu đồng" in words(made) and "không có chênh lệch" in words(made)
    assert made.signs[0] == ("NGƯỜI KIỂM KÊ", "Lê Sáu")


@pytest.mark.parametrize(("counted", "kind"), [(950, "thiếu"), (1050, "thừa")])
def test_a_difference_is_told_as_what_lacks_or_is_too_much(counted, kind):
    made = paper(1000, counted, reason="Chưa rõ")
    assert kind in rows(made)[-1][1] and rows(made)[-1][3] == 50
    assert f"Số tiền {kind}: 50 đồng (Năm mươi đồng)" in words(made)
    assert "Lý do chênh lệch: Chưa rõ." in words(made)
