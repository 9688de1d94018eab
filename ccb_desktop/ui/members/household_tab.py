"""The tab Gia đình: the household he lives in, with what was found year by year."""

from collections.abc import Callable

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import (
    PersonFile,
    leave_household,
    list_people_of_household,
)
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.household_dialog import (
    choose_household_dialog,
    household_dialog,
    year_columns,
)
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.words import RosterWords


class HouseholdTab(PersonTab):
    """Founded, corrected, joined and left here."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._head = label("", "heading")
        self._told = label("", "soft")
        self.table: RecordTable[HouseholdYear] = RecordTable(
            "person-household",
            year_columns(words),
            id_of=lambda year: year.year,
            acts=[
                self._act("Sửa hộ gia đình", self._correct, "edit", with_home=True, main=True),
                self._act("Lập hộ mới", self._found, "add", with_home=False),
                self._act("Ghi vào hộ đã có", self._choose, "search", with_home=None),
                self._act("Đưa ra khỏi hộ", self._leave, "delete", with_home=True),
            ],
            noun="năm",
            empty=EmptyText(
                "Chưa ghi năm nào", "Mức sống, nhà ở và gia đình văn hóa ghi từng năm."
            ),
            brief=3,
        )
        for widget in (self._head, self._told, self.table):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Say who lives there, and show the years."""
        home = self.file.household
        self._head.setText(f"Hộ {home.head_name}" if home else "Chưa ghi vào hộ gia đình nào")
        self._told.setText("" if home is None else self._sentence(home))
        self._told.setVisible(bool(self._told.text()))
        self.table.set_lines(reversed(home.years) if home else [])

    def _sentence(self, home: Household) -> str:
        people = list_people_of_household(self.store, home.id or 0)
        names = [p.full_name for p in people if p.id != self.person_id]
        income, revenue = home.business_income_dong, home.business_revenue_dong
        told = [
            home.address,
            self.words.unit_name(home.unit_id),
            f"cùng hộ: {', '.join(names)}" if names else "",
            " – ".join(part for part in (home.business_kind, home.business_name) if part),
            f"{home.business_workers} lao động" if home.business_workers else "",
            f"doanh thu {format_dong(revenue)} đồng/năm" if revenue else "",
            f"thu nhập {format_dong(income)} đồng/người/tháng" if income else "",
            f"{FIELD['land_clearance']}: {home.land_clearance}" if home.land_clearance else "",
        ]
        return " · ".join(part for part in told if part)

    def _act(
        self,
        text: str,
        run: Callable[[], None],
        icon: str,
        *,
        with_home: bool | None,
        main: bool = False,
    ) -> Act[HouseholdYear]:
        """An act on the household; offered with one, without one, or always (`None`)."""
        return Act(
            text,
            lambda _rows: run(),
            needs="none",
            icon=icon,
            main=main,
            allowed=lambda _rows: with_home in (None, self.file.household is not None),
        )

    def _correct(self) -> None:
        if self.file.household is not None:
            self._open(self.file.household)

    def _found(self) -> None:
        standing = self.file.standing_on(self.words.on)
        person = self.file.person
        self._open(
            Household(
                head_name=person.full_name,
                address=person.address,
                unit_id=standing.unit_id if standing else None,
            )
        )

    def _open(self, home: Household) -> None:
        self.open(household_dialog(self, self.store, self.words, self.person_id, home))

    def _choose(self) -> None:
        self.open(choose_household_dialog(self, self.store, self.words, self.person_id))

    def _leave(self) -> None:
        self.do(lambda: leave_household(self.store, self.file.person))
