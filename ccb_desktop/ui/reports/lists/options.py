"""What is asked of a list: days, chi hội, ages, filter, fund, words, masking; what fits it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.masking import WHOLE_WARNING
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.queries import Condition, Group, How, Part
from ccb_desktop.domain.reports.list_kinds import ListKind, Timing, day_of_year
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.members.roster_words import load_words
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.masking import let_read_only_be, mask_tick
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import NumberField, TextField, YearField
from ccb_desktop.ui.kit.widgets import column, label
from ccb_desktop.ui.reports.member_filter import MemberFilter


class ListOptions(QWidget):
    """Fields that fit the list; whatever is chosen is told at once.

    Attributes:
        filter: Chooses members; stands behind the fields.
        masked: Whether private numbers are; its place is beside what writes the list.
    """

    changed = Signal()
    """Something else is asked, and all of it can be read."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._store = store
        self._kind: ListKind | None = None
        self._from_on = DayField("from_on", "Từ ngày")
        self._on = DayField("on", "Đến ngày", required=True)
        self._year = YearField("year", "Năm", required=True)
        self._unit = ChoiceField("unit", "Chi hội", [], none="Tất cả")
        self._youngest = NumberField("youngest", "Tuổi từ")
        self._oldest = NumberField("oldest", "Đến tuổi")
        self._fund = ChoiceField("fund", "Quỹ", [], none="Tất cả", empty="")
        self._words = TextField("filter", "Chỉ lấy dòng có chữ")
        self.filter = MemberFilter(desk, store, lambda: self.day)
        self.masked = mask_tick(store)
        self._warning = label(WHOLE_WARNING, "problem")
        self._row = FieldRow(
            [
                *((self._from_on, 10), (self._on, 10), (self._year, 6), (self._unit, 10)),
                *((self._youngest, 5), (self._oldest, 5), (self._fund, 14), (self._words, 12)),
            ]
        )
        self._filtering = self._row.add_button("Lọc theo hồ sơ", self.filter)
        self._build()
        self._connect()

    def show_kind(self, kind: ListKind) -> None:
        """Ask what fits a list, with what is usual."""
        self._kind, today = kind, date.today()
        first, last = kind.usual_days(today)
        self._from_on.set_value(first)
        self._on.set_value(last)
        self._on.set_text("Tính đến ngày" if kind.timing is Timing.DAY else "Đến ngày")
        self._year.set_value(today.year)
        self._unit.set_value(None)
        self._youngest.set_value(None)
        self._oldest.set_value(None)
        self._fund.set_value("")
        self._words.set_value("")
        self._words.line.setPlaceholderText(kind.hint)
        self.masked.setChecked(True)
        let_read_only_be(self.masked, self._store)
        if not self.filter.query.is_empty:
            self.filter.use(Group())
        self._offer(kind)
        for widget, fits in self._fitting(kind):
            widget.setVisible(fits)
        self._row.updateGeometry()

    @property
    def day(self) -> date:
        """The day as at which the list is made."""
        today = date.today()
        if self._kind is not None and self._kind.timing is Timing.YEAR:
            return day_of_year(int(self._year.value() or today.year), today)
        return self._on.value() or today

    def order(self) -> papers.ListOrder:
        """What is asked for.

        Raises:
            Invalid: A field cannot be read; what is wrong stands beside it too.
        """
        if self._kind is None:
            raise Invalid({"name": "Chưa chọn sổ, danh sách nào."})
        self._row.check()
        query = self._query()
        return papers.ListOrder(
            name=self._kind.name,
            on=self.day,
            from_on=self._first_day(self._kind),
            filter=self._words.value() or "",
            query=query,
            query_name=self.filter.name if query == self.filter.query else "",
            masked=self.masked.isChecked(),
            fund=self._fund.value() or "" if self._kind.of_funds else "",
        )

    # Building

    def _build(self) -> None:
        layout = column(self, spacing=6)
        layout.addWidget(self._row)
        layout.addWidget(self._warning)
        self._warning.hide()

    def _connect(self) -> None:
        fields = (self._from_on, self._on, self._year, self._unit, self._fund)
        for field in fields:
            field.changed.connect(self._tell)
        for line in (self._words.line, self._youngest.line, self._oldest.line):
            line.editingFinished.connect(self._tell)
        self.filter.changed.connect(self._tell)
        self.masked.toggled.connect(self._mask)

    def _fitting(self, kind: ListKind) -> Sequence[tuple[QWidget, bool]]:
        """Each field, and whether it fits the list."""
        of_year, of_day = kind.timing is Timing.YEAR, kind.timing is Timing.DAY
        return (
            (self._from_on, not (of_year or of_day)),
            (self._on, not of_year),
            (self._year, of_year),
            *((one, kind.of_members) for one in (self._unit, self._youngest, self._oldest)),
            (self._filtering, kind.of_members),
            (self._fund, kind.of_funds),
            (self.masked, kind.has_numbers),
            (self._warning, False),
        )

    def _offer(self, kind: ListKind) -> None:
        """The chi hội and funds there are now."""
        if kind.of_members:
            words = load_words(self._store, date.today())
            units = words.standing_units(UnitKind.CHI_HOI)
            self._unit.set_choices([(one.id, words.unit_name(one.id)) for one in units])
        if kind.of_funds:
            self._fund.set_choices([(one.name, one.name) for one in list_funds(self._store)])

    # What is asked

    def _first_day(self, kind: ListKind) -> date | None:
        has_first = kind.timing in (Timing.PERIOD, Timing.AHEAD)
        return self._from_on.value() if has_first else None

    def _query(self) -> Group:
        """Chi hội, ages and the filter together; the filter alone as it is."""
        if self._kind is None or not self._kind.of_members:
            return Group()
        asked: list[Part] = [
            Condition(name, how, str(field.value()))
            for name, how, field in self._conditions()
            if field.value() is not None
        ]
        if not asked:
            return self.filter.query
        return Group(parts=(*asked, self.filter.query))

    def _conditions(self) -> Sequence[tuple[str, How, Field]]:
        return (
            ("unit", How.IS, self._unit),
            ("age", How.AT_LEAST, self._youngest),
            ("age", How.AT_MOST, self._oldest),
        )

    def _mask(self, checked: bool) -> None:
        self._warning.setVisible(not checked)
        self._tell()

    def _tell(self) -> None:
        """Tell of it, but wait for a day that is being typed."""
        asked = (self._from_on, self._on, self._year, self._youngest, self._oldest)
        if not any(field.problem() for field in asked if not field.isHidden()):
            self.changed.emit()
