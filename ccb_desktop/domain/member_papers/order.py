"""Which book or list is asked for, and what all of them begin with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ccb_desktop.domain.activities.list_names import ACTIVITY_LISTS
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.emulation.list_names import EMULATION_LISTS
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.list_names import MONEY_LISTS
from ccb_desktop.domain.papers import (
    ListPaper,
    PaperTable,
    Signature,
    letterhead_of,
    list_signatures,
    mask,
)
from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.domain.personal_data.list_names import PERSONAL_LISTS
from ccb_desktop.domain.printing import long_date, short_date
from ccb_desktop.domain.queries import Group, Test
from ccb_desktop.domain.register.list_names import REGISTER_LISTS
from ccb_desktop.domain.tasks.list_names import TASK_LISTS
from ccb_desktop.domain.users.users import User
from ccb_desktop.domain.visits.list_names import VISIT_LISTS

GROUPED_LISTS: Mapping[str, str] = {
    "members-by-age": "Hội viên theo độ tuổi",
    "members-by-period": "Hội viên theo thời kỳ",
    "members-by-policy": "Hội viên theo diện chính sách",
    "party-members": "Hội viên là đảng viên",
}
"""The lists of members in groups."""

LIST_NAMES: Mapping[str, str] = {
    "roster": "Danh sách hội viên",
    "roster-book": "Sổ 1: Danh sách trích ngang",
    **GROUPED_LISTS,
    "households": "Hộ nghèo, cận nghèo, nhà tạm",
    "new-members": "Sổ 2: Hội viên mới",
    "movement-book": "Sổ 3: Chuyển đến, chuyển đi, từ trần",
    "movements": "Biến động trong kỳ",
    "changes": "Những thay đổi giữa hai ngày",
    "birthdays": "Sinh nhật hội viên",
    "longevity": "Mừng thọ",
    "incomplete": "Hồ sơ còn thiếu",
    "suspicious": "Ngày tháng, số giấy tờ đáng ngờ",
    "open-ends": "Hộ, đơn vị còn bỏ ngỏ",
    "duplicates": "Người có thể trùng",
    "units": "Đơn vị của Hội",
    "exempt-due": "Miễn sinh hoạt đến hạn báo cáo",
    "charter": "Việc cần làm theo Điều lệ",
    "strike-off-candidates": "Xem xét xóa tên",
    "annex": "Phụ lục số liệu",
    "handover": "Danh mục bàn giao",
    "gift-list": "Danh sách ký nhận quà",
    **MONEY_LISTS,
    **VISIT_LISTS,
    **TASK_LISTS,
    **ACTIVITY_LISTS,
    **EMULATION_LISTS,
    **REGISTER_LISTS,
    **PERSONAL_LISTS,
}
"""Name on the command line → what officers call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrder:
    """One book or list as asked for.

    Attributes:
        name: Of `LIST_NAMES`.
        on: The day it holds for, or the last day of its period.
        from_on: First day of the period of books, movements and birthdays; without it the
            period begins on 1 January, that of birthdays on the first of the month.
        filter: What rows must hold, as typed into a search box; empty for all.
        query: Which members a list of members is to hold (`roster_queries`).
        query_name: The name under which an officer keeps that filter; it is said on the paper.
        masked: Whether CCCD and phone numbers are masked.
        fund: Name of a fund, of which alone a list of money tells; empty for all funds.
        place: The place of money of which alone a cash book tells.
    """

    name: str
    on: date
    from_on: date | None = None
    filter: str = ""
    query: Group = field(default_factory=Group)
    query_name: str = ""
    masked: bool = True
    fund: str = ""
    place: MoneyPlace | None = None

    @property
    def begins_on(self) -> date:
        """First day of the period of a book."""
        return self.from_on or self.on.replace(month=1, day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """What every list is made from, beside the rows themselves.

    Attributes:
        labels: By list of codes: code → label.
        asked: What the query of the order asks, in words.
        fits: Whether a member is one whom it asks for.
        user: Who is at work; a mere reader is not told of health.
    """

    order: ListOrder
    branch: Branch
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    asked: str = ""
    fits: Test | None = field(default=None, compare=False)
    user: User | None = None

    @property
    def is_part(self) -> bool:
        """Whether some members only are asked for, so that sums of all do not belong to it."""
        return bool(self.order.filter or self.asked)

    def secret(self, number: str) -> str:
        """A CCCD or phone number as this list may show it."""
        return mask(number) if self.order.masked else number

    def codes(self, list_name: str, codes: Iterable[str]) -> str:
        """Codes in words, in the order of their list."""
        held = set(codes)
        return ", ".join(label for code, label in self.labels[list_name].items() if code in held)

    def paper(
        self,
        title: str,
        subtitle: str,
        *tables: PaperTable,
        signatures: tuple[Signature, ...] | None = None,
        landscape: bool = True,
        apart: bool = False,
    ) -> ListPaper:
        """A list of the branch; a filter is said in its subtitle.

        Where no other signatures are given, he who drew it up and the board sign.
        """
        asked = [part for part in (self.asked, normalise(self.order.filter)) if part]
        if asked:
            subtitle += f" - Chọn theo: {'; '.join(asked)}"
        return ListPaper(
            letterhead=letterhead_of(self.branch, self.order.on),
            title=title,
            subtitle=subtitle,
            tables=tables,
            signatures=list_signatures(self.branch) if signatures is None else signatures,
            landscape=landscape,
            apart=apart,
        )

    @property
    def as_at(self) -> str:
        """`Tính đến ngày 30 tháng 6 năm 2026`."""
        return f"Tính đến {long_date(self.order.on)}"

    @property
    def period(self) -> str:
        """`Từ ngày 01/01/2026 đến ngày 30/06/2026`."""
        order = self.order
        return f"Từ ngày {short_date(order.begins_on)} đến ngày {short_date(order.on)}"


Line = TypeVar("Line")


def fitting(
    lines: Iterable[Line], asked: str, texts: Callable[[Line], Iterable[object]]
) -> list[Line]:
    """The lines that fit what was typed; `texts` gives what of a line is looked into."""
    if not asked.strip():
        return list(lines)
    query = Query(asked)
    found = []
    for line in lines:
        text = normalise(" ".join(str(part) for part in texts(line) if part))
        if query.matches(match_key(text), text):
            found.append(line)
    return found
