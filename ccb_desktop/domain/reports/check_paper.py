"""What a check of the books has found, as a paper that is kept with the minutes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import (
    Block,
    Paragraph,
    ReportPaper,
    board_signature,
    letterhead_of,
)

_SOUND = (
    "Từng trang của tệp số liệu: nguyên vẹn.",
    "Hồ sơ, phiếu, sổ trỏ đến nhau: đủ cả.",
    "Số phiếu liền nhau; tiền từng quỹ, từng tháng cộng lại đúng.",
)
_DEEP = (
    "Nhật ký: mọi việc còn đúng dấu niêm, không bị sửa hay cắt bỏ ngoài chương trình.",
    "Biến động của từng hội viên nối tiếp nhau; tình trạng tính lại khớp với sổ.",
)


def told_result(found: Mapping[str, Any], *, deep: bool) -> list[str]:
    """What a check says, one sentence each: first the whole, then what was looked at."""
    findings: Sequence[str] = found["findings"]
    if findings:
        return [
            f"Có {len(findings)} chỗ cần xem:",
            *(f"–  {one}" for one in findings),
            "Chương trình không tự sửa gì. Sao lưu ngay, rồi gọi người hỗ trợ; nếu số liệu vừa "
            "hỏng thì phục hồi từ bản sao lưu gần nhất (Cài đặt → Sao lưu).",
        ]
    parts = [*_SOUND, *(_DEEP if deep else ())]
    return ["Số liệu tốt. Không thấy chỗ nào sai.", *(f"–  {one}" for one in parts)]


def check_paper(
    branch: Branch,
    found: Mapping[str, Any],
    made_at: datetime,
    seal_sentence: str,
    *,
    deep: bool,
) -> ReportPaper:
    """The result with the seal of the last act, to be signed.

    Args:
        branch: Whose books were looked at.
        found: What `operations.checking` gave.
        made_at: When.
        seal_sentence: Number and seal of the last act, in words.
        deep: Whether everything was worked out again.
    """

    def body() -> Iterator[Block]:
        yield Paragraph(f"Lúc {made_at:%H:%M ngày %d/%m/%Y}, trên máy này.")
        whole, *parts = told_result(found, deep=deep)
        yield Paragraph(whole, bold=True)
        yield from (Paragraph(line) for line in parts)
        yield Paragraph(seal_sentence, italic=True)

    return ReportPaper(
        letterhead=letterhead_of(branch, made_at.date()),
        kind="KẾT QUẢ KIỂM TRA SỐ LIỆU",
        subject="Kiểm tra kỹ" if deep else "Kiểm tra nhanh",
        addressees=(),
        body=tuple(body()),
        signature=board_signature(branch),
        recipients=("Lưu hồ sơ sổ sách",),
    )
