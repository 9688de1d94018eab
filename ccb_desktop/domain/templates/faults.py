"""What is wrong with a template: which field or command, where, and what may have been meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong."""

    UNKNOWN = "UNKNOWN"
    """A field that nobody gives."""
    NOT_OF_ROW = "NOT_OF_ROW"
    """A field that the rows of a list do not have."""
    NO_LIST = "NO_LIST"
    """Something is repeated for a field that is no list."""
    LIST_ALONE = "LIST_ALONE"
    """A list stands where a text should."""
    UNCLOSED = "UNCLOSED"
    """Braces are opened and not closed in their paragraph."""
    UNOPENED = "UNOPENED"
    """Braces are closed that were not opened in their paragraph."""
    ONE_BRACE = "ONE_BRACE"
    """A field in single braces."""
    BADLY_WRITTEN = "BADLY_WRITTEN"
    """What stands between the braces cannot be understood."""
    COMMAND = "COMMAND"
    """A command that templates do not have, or that does not work."""
    NOT_ENDED = "NOT_ENDED"
    """A `for` or `if` without its end."""
    NOT_BEGUN = "NOT_BEGUN"
    """An end, or an `else`, without its beginning."""
    NOT_IN_ROW = "NOT_IN_ROW"
    """`tr` outside a table."""
    TEXT_LOST = "TEXT_LOST"
    """Words beside a command that takes its whole paragraph or row away."""
    AS_RUN = "AS_RUN"
    """`r` is missing before a picture, or stands before a text."""
    ROW_ALONE = "ROW_ALONE"
    """A whole row stands where one of its fields should."""
    FAILS = "FAILS"
    """It goes wrong when it is filled."""


_TOLD: Mapping[FaultKind, str] = {
    FaultKind.UNKNOWN: "không có trường “{name}”",
    FaultKind.NOT_OF_ROW: "dòng của danh sách không có trường “{name}”",
    FaultKind.NO_LIST: "“{name}” không phải là danh sách, không lặp lại được",
    FaultKind.LIST_ALONE: "“{name}” là danh sách, phải đặt trong vòng lặp for … endfor",
    FaultKind.UNCLOSED: "có dấu ngoặc mở mà chưa đóng trong cùng đoạn",
    FaultKind.UNOPENED: "có dấu ngoặc đóng mà chưa mở trong cùng đoạn",
    FaultKind.ONE_BRACE: "trường “{name}” chỉ có một dấu ngoặc, phải viết {{{{ {name} }}}}",
    FaultKind.BADLY_WRITTEN: "viết sai trong dấu ngoặc: “{name}”",
    FaultKind.COMMAND: "lệnh “{name}” không dùng được trong mẫu",
    FaultKind.NOT_ENDED: "“{name}” chưa có end{name} ở phía sau",
    FaultKind.NOT_BEGUN: "“{name}” không có lệnh mở đầu ở phía trước",
    FaultKind.NOT_IN_ROW: "“{name}” chỉ dùng được trong dòng của bảng",
    FaultKind.TEXT_LOST: "chữ đứng cùng “{name}” sẽ mất khi in, lệnh này phải đứng riêng",
    FaultKind.ROW_ALONE: "“{name}” là cả dòng, phải chọn một trường của dòng",
    FaultKind.FAILS: "{name}",
    FaultKind.AS_RUN: "“{name}” viết sai kiểu: ảnh viết {{{{r photo }}}}, chữ thì không có r",
}


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing that is wrong.

    Attributes:
        kind: What.
        place: Where: `đoạn 3`, `bảng 2, dòng 1, cột 3`, `đầu trang`.
        quote: The text of the paragraph.
        name: The field or command.
        like: The fields that may have been meant, the likeliest first.
    """

    kind: FaultKind
    place: str
    quote: str
    name: str = ""
    like: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """`đoạn 3: không có trường “ho_ten” (có phải full_name?)`."""
        meant = f" (có phải {' hay '.join(self.like)}?)" if self.like else ""
        return f"{self.place}: {self.what}{meant}"

    @property
    def what(self) -> str:
        """`không có trường “ho_ten”`."""
        return _TOLD[self.kind].format(name=self.name)


_MOST_TOLD = 5


def faults_told(faults: Sequence[TemplateFault]) -> str:
    """The faults, each on a line with the words it stands in; of many the first five."""
    lines = [f"- {one.told}, ở chỗ: “{_short(one.quote)}”" for one in faults[:_MOST_TOLD]]
    more = len(faults) - _MOST_TOLD
    return "\n".join([*lines, f"- và {more} chỗ nữa"] if more > 0 else lines)


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:79]}…"
