"""The paper with the recovery code: what it is for, the code in groups, where it is kept."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import (
    Align,
    BoldRow,
    Column,
    PaperTable,
    Paragraph,
    ReportPaper,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import long_date

_GROUPS = tuple(Column(f"Nhóm {place}", 34, align=Align.CENTER) for place in range(1, 6))
_BEFORE = (
    "Ai có mã này thì mở được sổ của Hội trong máy và đặt lại được mật khẩu của mọi người dùng.",
    "Dùng khi quên mật khẩu mà Chủ tịch cũng không vào được sổ, hoặc khi mở bản sao lưu đã mã "
    "hóa trên máy khác: ở cửa sổ Đăng nhập bấm “Quên mật khẩu?”, gõ mã dưới đây.",
)
_AFTER = (
    "In hai bản. Mỗi bản cho vào phong bì dán kín, ký tên ngoài mép dán, cất ở hai nơi khác nhau, "
    "ví dụ tủ hồ sơ của Hội và nhà Chủ tịch. Không chụp ảnh, không gửi qua mạng.",
    "Lập mã mới thì mã này không mở được sổ nữa; xé tờ cũ. Riêng bản sao lưu mã hóa làm khi dùng "
    "mã này vẫn mở bằng mã này.",
    "Nếu sổ đã mã hóa mà mất hết mật khẩu và mất cả hai tờ này thì không ai mở được sổ nữa.",
)


def recovery_paper(branch: Branch, on: date, code: str) -> ReportPaper:
    """The page of one code.

    Args:
        branch: Whose books it opens.
        on: The day on which it was made.
        code: In groups, as `recovery_code.new_code` gives it.
    """
    groups = BoldRow(code.split("-"))
    return ReportPaper(
        letterhead=letterhead_of(branch, on),
        kind="MÃ KHÔI PHỤC",
        subject="Mở sổ của Hội khi quên mật khẩu",
        addressees=(),
        body=(
            *(Paragraph(line) for line in _BEFORE),
            PaperTable(
                columns=_GROUPS,
                rows=(groups,),
                title=f"Mã lập {long_date(on)}",
                note="Gõ lần lượt năm nhóm. Trong mã không có số 0, số 1, chữ O, chữ I, chữ L.",
            ),
            *(Paragraph(line) for line in _AFTER),
        ),
        signature=board_signature(branch),
        recipients=("Phong bì 1", "Phong bì 2"),
    )
