"""The tab Gia đình văn hóa: the households of a chi hội in one step, then the exceptions."""

from datetime import date

from ccb_desktop.domain.emulation.families import FamilyLine, cultural_share
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, share
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import families
from ccb_desktop.operations.emulation.families import FamilyGrading
from ccb_desktop.ui.emulation.words import UNIT, unit_choices
from ccb_desktop.ui.emulation.year_tab import YearTab
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import button, label

_RESULT = "Kết quả"
_WAITS = "-"
_TOLD = {True: "★ Gia đình văn hóa", False: "✗ Không đạt", None: "○ chưa xét"}
_HOW = "Chọn một hay nhiều hộ rồi bấm phím 1 (đạt) hoặc 2 (không đạt); phím Delete bỏ kết quả."


class FamiliesTab(YearTab[FamilyGrading]):
    """One line for each household in which members live."""

    id = "cultural-families"
    title = "Gia đình văn hóa"
    kinds = frozenset(
        {
            *("households", "household_years", "grading_years", "persons", "memberships"),
            *("membership_events", "units", "unit_names"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store, "Đang đọc gia đình văn hóa", self._load, self._show)
        self._sums = label("", "heading")
        self.table: RecordTable[FamilyLine] = RecordTable(
            "cultural-families",
            _columns(),
            id_of=lambda one: one.household_id,
            acts=self._acts(),
            noun="hộ",
            empty=EmptyText(
                "Chưa có hộ gia đình nào", "Ghi hộ gia đình trong hồ sơ hội viên trước."
            ),
            state=desk.state,
            on_export=lambda seen: export_seen(
                self, self.desk, self.store, f"Gia đình văn hóa năm {self.bar.year}", seen
            ),
        )
        self.table.add_choice(UNIT, unit_choices(()), lambda one: one.unit_id)
        results = [(None, "Tất cả"), (True, "Đạt"), (False, "Không đạt"), (_WAITS, "Chưa xét")]
        self.table.add_choice(_RESULT, results, _result_of, more=True)
        self.bar.flow.addWidget(button("Tất cả đạt", self._set_all, icon="check", writes=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sums)
        self.body.addWidget(label(_HOW, "soft"))
        self.table.seen_changed.connect(self._tell)

    def _load(self, year: int) -> FamilyGrading:
        return families.load_families(self.store, year, date.today())

    def _show(self, found: FamilyGrading) -> None:
        """Show them; the unit that is chosen stays."""
        self.table.filters.set_choices(UNIT, unit_choices(found.units))
        self.table.set_lines(found.families)
        self._tell()

    def _tell(self) -> None:
        seen = self.table.seen_lines()
        n, whole = cultural_share(one.is_cultural for one in seen)
        before, whole_before = cultural_share(one.was_cultural for one in seen)
        parts = [f"Gia đình văn hóa: {share(n, whole) if whole else 'chưa xét hộ nào'}"]
        if whole < len(seen):
            parts.append(f"chưa xét {number(len(seen) - whole)} hộ")
        if whole_before:
            parts.append(f"năm {self.bar.year - 1}: {share(before, whole_before)}")
        self._sums.setText(" · ".join(parts))

    # Acts

    def _acts(self) -> list[Act[FamilyLine]]:
        def setter(text: str, key: str, value: bool | None) -> Act[FamilyLine]:
            return Act(
                text,
                lambda chosen: self.do(
                    lambda: families.set_cultural(self.store, self.bar.year, chosen, value)
                ),
                "some",
                shortcut=key,
                group="Xếp kết quả",
            )

        return [
            setter("Gia đình văn hóa", "1", True),
            setter("Không đạt", "2", False),
            setter("Bỏ kết quả", "Delete", None),
        ]

    def _set_all(self) -> None:
        year, seen = self.bar.year, self.table.seen_lines()
        self.do(lambda: families.set_all_cultural(self.store, year, seen))


def _result_of(line: FamilyLine) -> bool | str:
    return _WAITS if line.is_cultural is None else line.is_cultural


def _columns() -> list[Column[FamilyLine]]:
    return [
        Column(
            "head",
            FIELD["household_head"],
            lambda one: one.head_name,
            lambda one: one.sort_key,
            width=24,
            named=True,
        ),
        Column("result", _RESULT, lambda one: _TOLD[one.is_cultural], width=20),
        Column(
            "before",
            "Năm trước",
            lambda one: "" if one.was_cultural is None else _TOLD[one.was_cultural],
            width=20,
        ),
        Column("unit", UNIT, lambda one: one.unit_name, lambda one: sort_key(one.unit_name)),
        Column("address", FIELD["address"], lambda one: one.address, width=24),
        Column(
            "members",
            "Hội viên",
            lambda one: number(one.members),
            lambda one: one.members,
            align="right",
            width=9,
        ),
    ]
