"""A list to choose from for whom or for what a form is made: one, some, or all that are seen."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.queries import QueryField
from ccb_desktop.domain.reports.form_kinds import NEED_NOUN, FormKind, Need, Subject
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.saved_views import SavedViews
from ccb_desktop.ui.kit.widgets import column

_WANTED = "Ai cần"
_TITLES = {
    Need.DONORS: ("Người ủng hộ", "Đợt vận động"),
    Need.CAMPAIGN: ("Đợt vận động", "Đã có"),
    Need.VOUCHERS: ("Số phiếu, người nộp, nhận", "Số tiền, nội dung"),
    Need.LOANS: ("Mã vay, người vay", "Còn nợ"),
    Need.MEETINGS: ("Buổi sinh hoạt", "Điểm danh"),
    Need.HOUSES: ("Chủ hộ", "Loại"),
    Need.CASH_COUNTS: ("Quỹ", "Kiểm kê"),
    Need.UNITS: ("Đơn vị, người nhận việc", "Có"),
    Need.THE_DEAD: ("Họ và tên", "Ngày mất"),
}
_OF_MEMBERS = ("Họ và tên", "Ngày sinh, chức vụ")
_NONE_YET: dict[Need, EmptyText] = {
    Need.MEMBERS: EmptyText("Chưa có hội viên nào", "Đưa danh sách Excel của chi hội vào trước."),
    Need.THE_DEAD: EmptyText("Chưa ghi ai từ trần", "Ghi ở trang Thăm hỏi, thẻ Việc tang."),
    Need.HOUSES: EmptyText("Chưa có nhà nào bàn giao", "Ghi ở trang Thăm hỏi, thẻ Nhà ở."),
    Need.VOUCHERS: EmptyText("Năm này chưa có phiếu nào", "Ghi phiếu ở trang Quỹ Hội."),
    Need.CASH_COUNTS: EmptyText("Chưa kiểm kê quỹ lần nào", "Ghi ở trang Quỹ Hội, thẻ Quỹ."),
    Need.LOANS: EmptyText("Chưa có khoản vay nào", "Ghi ở trang Quỹ Hội, thẻ Cho vay."),
    Need.MEETINGS: EmptyText("Năm này chưa ghi buổi nào", "Ghi ở trang Hoạt động."),
    Need.DONORS: EmptyText("Chưa có ai ủng hộ", "Ghi ở trang Quỹ Hội, thẻ Vận động."),
    Need.CAMPAIGN: EmptyText("Chưa có ai ủng hộ", "Ghi ở trang Quỹ Hội, thẻ Vận động."),
    Need.UNITS: EmptyText("Chưa có đơn vị nào", "Thêm chi hội ở trang Đơn vị."),
}


class SubjectsList(QWidget):
    """The list for one form."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        kind: FormKind,
        subjects: Sequence[Subject],
        fields: Sequence[QueryField],
    ) -> None:
        """Build it.

        Args:
            desk: What the tab was given.
            store: The books, with the filters that are kept in them.
            kind: The form.
            subjects: For whom or for what it can be made.
            fields: What a filter of members can ask about; none for other subjects.
        """
        super().__init__()
        self.table: RecordTable[Subject] = RecordTable(
            f"form-{kind.need.lower()}",
            _columns(kind, subjects),
            id_of=lambda one: one.id,
            acts=self._acts(),
            noun=NEED_NOUN[kind.need],
            empty=_NONE_YET.get(kind.need),
            state=desk.state,
        )
        self._add_choices(subjects)
        if fields:
            asked = [_of_member(one) for one in fields]
            self._views = SavedViews(
                self, desk, store, self.table, "members", lambda: asked, noun="hội viên"
            )
            self._views.refresh()
        column(self).addWidget(self.table)
        self.table.set_lines(subjects)

    def chosen(self) -> tuple[Hashable, ...]:
        """The ids of what is chosen, in the order that is seen."""
        return tuple(one.id for one in self.table.chosen())

    def _acts(self) -> list[Act[Subject]]:
        return [
            Act(
                "Chọn tất cả đang thấy", lambda _some: self._choose_seen(), needs="none", reads=True
            ),
            Act("Bỏ chọn", lambda _some: self.table.choose_ids(()), needs="some", reads=True),
        ]

    def _choose_seen(self) -> None:
        self.table.choose_ids([one.id for one in self.table.seen_lines()])
        self.table.view.setFocus()

    def _add_choices(self, subjects: Sequence[Subject]) -> None:
        """Only what tells these subjects apart; first those for whom something calls for it."""
        units = list(dict.fromkeys(one.unit for one in subjects if one.unit))
        if len(units) > 1:
            choices = [(None, "Tất cả"), *((one, one) for one in units)]
            self.table.add_choice("Nơi", choices, lambda one: one.unit)
        if any(one.why for one in subjects):
            wanted = [(None, "Tất cả"), (True, "Đang cần")]
            self.table.add_choice(_WANTED, wanted, lambda one: bool(one.why))
            self.table.filters.choose(_WANTED, True)


def _columns(kind: FormKind, subjects: Sequence[Subject]) -> list[Column[Subject]]:
    """Only columns in which something stands."""
    name, detail = _TITLES.get(kind.need, _OF_MEMBERS)
    found: list[tuple[Any, Column[Subject]]] = [
        (True, Column("name", name, lambda one: one.name, _name_order, width=26, named=True)),
        (_any(subjects, "detail"), Column("detail", detail, lambda one: one.detail, width=28)),
        (_any(subjects, "unit"), Column("unit", "Nơi", lambda one: one.unit, width=16)),
        (
            _any(subjects, "day"),
            Column(
                "day",
                "Ngày",
                lambda one: short_date(one.day) if one.day else "",
                lambda one: one.day,
                width=11,
            ),
        ),
        (_any(subjects, "why"), Column("why", "Vì sao cần", lambda one: one.why, width=36)),
    ]
    return [shown for is_filled, shown in found if is_filled]


def _any(subjects: Sequence[Subject], name: str) -> bool:
    return any(getattr(one, name) for one in subjects)


def _name_order(one: Subject) -> str:
    return one.member.sort_key if one.member is not None else one.name


def _of_member(field: QueryField) -> QueryField:
    """The same field, asked of the member of a subject."""
    read = field.value_of
    return replace(field, value_of=lambda one: read(one.member))
