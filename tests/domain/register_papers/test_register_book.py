"""Book 10: what it says of documents that went out and came in."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.register.documents import Direction, Document, DocumentLine, DocumentState
from ccb_desktop.domain.register_papers.register_book import register_book

BRANCH = Branch(name="Hội CCB xã X", parent="Hội CCB tỉnh Y", place="X")
GONE = Document(
    direction=Direction.OUT,
    kind="BC",
    series="2026",
    number=2,
    symbol="02/BC-CCB",
    issued_on=date(2026, 6, 5),
    subject="Kết quả 6 tháng",
    signer="Trần Văn An",
    recipients="Tỉnh hội",
)
CAME = Document(
    direction=Direction.IN,
    kind="CV",
    series="2026",
    number=7,
    symbol="12/CV-CCB",
    issued_on=date(2026, 5, 2),
    arrived_on=date(2026, 5, 4),
    issuer="Tỉnh hội",
    subject="Mời họp",
    due_on=date(2026, 5, 20),
    done_on=date(2026, 5, 19),
)
LINES = (
    DocumentLine(document=GONE, kind_label="Báo cáo"),
    DocumentLine(
        document=replace(
            GONE, number=1, symbol="01/BC-CCB", state=DocumentState.CANCELLED, reason="Ghi nhầm"
        ),
        kind_label="Báo cáo",
    ),
    DocumentLine(document=replace(GONE, issued_on=date(2025, 6, 5)), kind_label="Báo cáo"),
    DocumentLine(document=CAME, kind_label="Công văn", answered_by="02/CV-CCB ngày 19/05/2026"),
)


def book(**more):
    order = ListOrder(name="documents", from_on=date(2026, 1, 1), on=date(2026, 12, 31), **more)
    return register_book(ListSource(order=order, branch=BRANCH), LINES)


def test_both_parts_stand_in_the_order_of_their_numbers():
    gone, came = book().tables

    assert [row[0] for row in row_texts(gone)] == ["01/BC-CCB", "02/BC-CCB"]
    assert next(row_texts(gone))[-1] == "Đã hủy: Ghi nhầm"
    assert next(row_texts(came)) == (
        *("04/05/2026", "7", "Tỉnh hội", "12/CV-CCB", "02/05/2026", "Công văn: Mời họp"),
        *("20/05/2026", "Ngày 19/05/2026; 02/CV-CCB ngày 19/05/2026", ""),
    )


def test_what_is_not_asked_for_is_left_out_and_said():
    gone, came = book(filter="mời họp").tables

    assert list(row_texts(gone)) == []
    assert gone.note == "Không có văn bản đi trong kỳ."
    assert len(list(row_texts(came))) == 1
