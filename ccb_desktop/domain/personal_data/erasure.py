"""Erasing what the books know of somebody who has left: who may be erased, what goes, what stays.

Public: `Erasure`, `pseudonym`, `check_erasure`, `bonds`, `GOES`, `STAYS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate

GOES: tuple[str, ...] = (
    "Họ tên, tên thường gọi (thay bằng tên quy ước), ngày và tháng sinh",
    "Số CCCD, số thẻ hội viên, mã thẻ BHYT, điện thoại, địa chỉ, quê quán",
    "Ghi chú, tình trạng sức khỏe, tôn giáo, nghề nghiệp, học vấn, quân ngũ chi tiết",
    "Ảnh, giấy tờ kèm theo, trường riêng của Hội, tên và số điện thoại của thân nhân",
    "Lời ghi về người này ở thăm hỏi, ốm đau, việc tang, khen thưởng, kỷ luật, vay vốn",
    "Những giá trị ấy trong nhật ký và trong bản nháp trên máy này",
)
"""What an erasure takes out."""

STAYS: tuple[str, ...] = (
    "Giới tính, năm sinh, dân tộc, thời kỳ tham gia, ngày vào Đảng, diện chính sách",
    "Các ngày vào Hội, rời Hội, chi hội, chức danh đã giữ, kết quả bình xét, số lần khen thưởng",
    "Vì vậy số liệu và báo cáo của mọi kỳ đã qua không đổi",
    "Phiếu thu, phiếu chi đã ghi sổ giữ nguyên chữ, vì là chứng từ kế toán",
    "Văn bản đã ghi ở sổ đăng ký, báo cáo đã chốt và gói đã gửi giữ nguyên như lúc gửi",
    "Bản sao lưu cũ còn dữ liệu cho đến khi được tỉa bớt, chậm nhất 12 tháng",
)
"""What an erasure leaves, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One person whose data was erased.

    Attributes:
        id: Its number, which is also the number of the pseudonym.
        emptied: How many lines of the history were emptied for it.
    """

    id: int
    person_id: int
    erased_on: date
    decision_no: str
    reason: str
    emptied: int

    @property
    def name(self) -> str:
        """What the person is called since."""
        return pseudonym(self.id)


@dataclass(frozen=True, slots=True)
class Departed:
    """Somebody who is no member any more; `born_on` tells two of one name apart."""

    person_id: int
    name: str
    born_on: PartialDate | None


def pseudonym(number: int) -> str:
    """What a person is called whose data was erased: `Hội viên đã xóa dữ liệu 0012`."""
    return f"Hội viên đã xóa dữ liệu {number:04}"


def check_erasure(decision_no: str, reason: str) -> None:
    """See that it is said by what and why.

    Raises:
        Invalid: Fields `decision_no`, `reason`.
    """
    problems = {}
    if not decision_no.strip():
        problems["decision_no"] = "Ghi số quyết định hoặc số đơn đề nghị xóa."
    if not reason.strip():
        problems["reason"] = "Ghi lý do xóa, ví dụ theo đề nghị của gia đình."
    if problems:
        raise Invalid(problems)


def bonds(
    *,
    is_member: bool,
    is_erased: bool,
    posts: Sequence[str],
    loans: Sequence[str],
    drafts: int,
    tasks: int,
) -> tuple[str, ...]:
    """What still binds somebody, so that nothing may be erased yet, in sentences.

    Args:
        is_member: He is on the roll of the Hội or of a club.
        is_erased: His data was erased before.
        posts: Titles of posts he holds today.
        loans: Codes of loans of which something is outstanding.
        drafts: Vouchers about him that are not posted.
        tasks: Pieces of work handed to him that are not done.
    """
    found = []
    if is_erased:
        found.append("Dữ liệu của người này đã được xóa trước đây.")
    if is_member:
        found.append("Người này còn tên trong Hội hoặc CLB. Ghi biến động rời Hội trước.")
    found += [f"Còn giữ chức danh {title}. Ghi ngày thôi giữ trước." for title in posts]
    found += [f"Còn dư nợ khoản vay {code}. Thu hết nợ hoặc xóa nợ trước." for code in loans]
    if drafts:
        found.append(f"Còn {drafts} phiếu nháp mang tên người này. Ghi sổ hoặc bỏ phiếu trước.")
    if tasks:
        found.append(f"Còn {tasks} việc giao cho người này chưa xong. Giao người khác trước.")
    return tuple(found)
