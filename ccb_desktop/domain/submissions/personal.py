"""What of people stands in a list that is to leave the branch."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccb_desktop.domain.papers import ListPaper, row_texts
from ccb_desktop.domain.people_names import fold

_NAMES = (
    "ho va ten",
    "ho ten",
    "nguoi duoc",
    "chu ho",
    "nguoi ung ho",
    "nguoi nhan",
    "nguoi vay",
    "ca nhan",
)
_PRIVATE = (
    *("cccd", "dien thoai", "ngay sinh", "nam sinh", "ngay thang nam sinh", "noi o", "que quan"),
    *("dia chi", "dien chinh sach", "doi tuong chinh sach", "suc khoe", "benh", "bhyt"),
    *("thuong tat", "muc song", "ton giao", "dan toc", "hoan canh"),
)
_MASKED = ("cccd", "dien thoai")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """A list in which people can be recognised.

    Attributes:
        title: What officers call the list.
        columns: Its columns that tell of people, as they are headed.
        rows: How many lines of people it has.
        masked: Whether numbers in it are masked.
    """

    title: str
    columns: tuple[str, ...]
    rows: int
    masked: bool

    @property
    def sentence(self) -> str:
        """`Danh sách hội viên: 540 dòng, có Họ và tên, CCCD (đã che một phần)`."""
        told = [
            f"{one} (đã che một phần)" if self.masked and _is(one, _MASKED) else one
            for one in self.columns
        ]
        return f"{self.title}: {self.rows} dòng, có {', '.join(told)}"


def personal_data(title: str, paper: ListPaper, *, masked: bool) -> PersonalData | None:
    """What a list tells of people; nothing where it names nobody."""
    columns: dict[str, None] = {}
    rows = 0
    for table in paper.tables:
        found = [one.label for one in table.columns if _is(one.label, _NAMES + _PRIVATE)]
        if any(_is(label, _NAMES) for label in found):
            columns.update(dict.fromkeys(found))
            rows += _count(row_texts(table))
    if not rows:
        return None
    return PersonalData(title=title, columns=tuple(columns), rows=rows, masked=masked)


def _count(rows: Iterator[tuple[str, ...]]) -> int:
    return sum(1 for _ in rows)


def _is(label: str, words: tuple[str, ...]) -> bool:
    key = fold(label)
    return any(word in key for word in words)
