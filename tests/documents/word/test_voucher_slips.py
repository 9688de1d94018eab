"""Slips in Word: two on a page, letters that shrink before the signatures are lost."""

import pytest
from docx import Document

from ccb_desktop.documents.word.voucher_slips import write_voucher_slips
from ccb_desktop.domain.fund_papers.voucher_slips import VoucherSlip


def a_slip(content="Thu hội phí", **more):
    values = {"parent": "Hội CCB tỉnh", "issuer": "Hội CCB phường", "address": "An Bình"}
    fields = (("Lý do nộp:", content), ("Số tiền:", "50.000 đồng"))
    signs = (("CHỦ TỊCH", "Trần Văn Minh"), ("NGƯỜI NỘP", ""))
    return VoucherSlip(
        **values,
        title="PHIẾU THU",
        dated="Ngày 05 tháng 02 năm 2026",
        number="PT-2026-0001",
        fields=fields,
        signs=signs,
        **more,
    )


@pytest.fixture
def write(tmp_path):
    """Writes slips; gives the document."""

    def written(*slips):
        out = tmp_path / "a.docx"
        return Document(write_voucher_slips(slips, "Phiếu", "Hội", out, practice=False))

    return written


def test_each_slip_fills_half_a_page_in_its_order(write):
    document = write(a_slip("một"), a_slip("hai"), a_slip("ba"))
    rows = document.tables[0].rows
    assert [row.height.mm == pytest.approx(138, abs=0.1) for row in rows] == [True] * 3
    words = ["".join(p.text for p in row.cells[0].paragraphs) for row in rows]
    assert [word in text for word, text in zip(("một", "hai", "ba"), words, strict=True)] == [
        True
    ] * 3
    section = document.sections[0]
    room = section.page_height - section.top_margin - section.bottom_margin
    assert 2 * rows[0].height <= room < 3 * rows[0].height


def test_long_words_are_written_smaller(write):
    document = write(a_slip("ngắn"), a_slip("dài dòng lắm " * 80))
    sizes = [
        next(p for p in row.cells[0].paragraphs if "Lý do" in p.text).runs[1].font.size.pt
        for row in document.tables[0].rows
    ]
    assert sizes[0] == 13 > sizes[1] >= 9


def test_a_stamp_stands_in_red_under_the_title(write):
    document = write(a_slip(stamp="ĐÃ HỦY", stamp_words="bằng PH-2026-0001"))
    head = document.tables[0].rows[0].cells[0].tables[0].rows[0].cells[1]
    stamp = next(p for p in head.paragraphs if p.text == "ĐÃ HỦY")
    assert str(stamp.runs[0].font.color.rgb) == "C00000"
