"""Cài đặt: the branch, the look, code lists, terms, backups, and what was done."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.backup_care import Mend
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import button, column
from ccb_desktop.ui.settings.actions_tab import ActionsTab
from ccb_desktop.ui.settings.backups_tab import BackupsTab
from ccb_desktop.ui.settings.branch_form import branch_of, name_fields, paper_fields, values_of
from ccb_desktop.ui.settings.check_tab import CheckTab
from ccb_desktop.ui.settings.codes_tab import CodesTab
from ccb_desktop.ui.settings.handover_tab import HandoverTab
from ccb_desktop.ui.settings.head_picture import HeadPicture
from ccb_desktop.ui.settings.holidays_tab import HolidaysTab
from ccb_desktop.ui.settings.look_tab import LookTab
from ccb_desktop.ui.settings.own_fields_tab import OwnFieldsTab
from ccb_desktop.ui.settings.personal_data_tab import PersonalDataTab
from ccb_desktop.ui.settings.tab_groups import TabGroups
from ccb_desktop.ui.settings.terms_tab import TermsTab
from ccb_desktop.ui.settings.users.lock import Lock
from ccb_desktop.ui.settings.users.users_tab import UsersTab

_HELP = {
    "backups": "sao-luu",
    "handover": "ban-giao",
    "check": "may-truc-trac",
    "personal": "du-lieu-ca-nhan",
    "users": "nguoi-dung",
}
"""Tab → its page of the handbook, where that is not the one of all settings."""

_SIGNED = "Góc trái, ký và đánh số văn bản, cách tính tuổi"


class SettingsPage(Page):
    """One tab for each thing that can be set, in groups named as officers think of them."""

    duties = (Duty.SETTINGS,)

    kinds = frozenset(
        {
            *("settings", "codes", "actions", "persons", "memberships", "units", "terms"),
            *("holidays", "own_fields", "own_values", "users"),
        }
    )

    reopened = Signal()
    """The books were restored: everything is to be read anew."""

    backed_up = Signal()
    """A backup was made by hand."""

    def __init__(self, desk: Desk, store: Store, look: Look, lock: Lock | None = None) -> None:
        super().__init__(desk, "Cài đặt", "Thông tin của Hội, cỡ chữ, danh mục, sao lưu")
        self._store = store
        self._branch_form = Form()
        self._branch_form.add(name_fields(), heading="Tên trên văn bản")
        self._branch_form.add(paper_fields(), heading=_SIGNED)
        self._picture = HeadPicture(desk, store)
        self._branch_form.changed.connect(self._draw_head)
        self._terms = TermsTab(desk, store)
        self._codes = CodesTab(desk, store)
        self._own_fields = OwnFieldsTab(desk, store)
        self._backups = BackupsTab(desk, store)
        self._backups.restored.connect(self.reopened)
        self._backups.backed_up.connect(self.backed_up)
        self._actions = ActionsTab(desk, store)
        self._actions.going_back.connect(self._backups.restore_before)
        self._holidays = HolidaysTab(desk, store)
        self._handover = HandoverTab(desk, store)
        self._handover.received.connect(self.reopened)
        self._personal = PersonalDataTab(desk, store)
        self._users = UsersTab(desk, store, lock)
        self.tabs = TabGroups()
        self.tabs.turned.connect(self._name_help)
        self._place_tabs(LookTab(look), CheckTab(desk, store, look))
        self.body.addWidget(self.tabs, 1)

    def _place_tabs(self, look: LookTab, check: CheckTab) -> None:
        """What is of the Hội, what is of this PC's window, what keeps the books, who and whom."""
        self.tabs.add_group(
            "Hội",
            [
                ("branch", "Thông tin Hội", self._branch_tab()),
                ("terms", "Nhiệm kỳ", self._terms),
                ("codes", "Danh mục", self._codes),
                ("own_fields", "Trường riêng", self._own_fields),
                ("holidays", "Ngày nghỉ lễ", self._holidays),
            ],
        )
        self.tabs.add_tab("look", "Chữ và màu", look)
        self.tabs.add_group(
            "Giữ sổ an toàn",
            [
                ("backups", "Sao lưu", self._backups),
                ("actions", "Việc vừa làm", self._actions),
                ("check", "Kiểm tra số liệu", check),
                ("handover", "Bàn giao", self._handover),
            ],
        )
        self.tabs.add_group(
            "Người dùng, dữ liệu cá nhân",
            [
                ("users", "Người dùng", self._users),
                ("personal", "Dữ liệu cá nhân", self._personal),
            ],
        )

    def _branch_tab(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, margin=12, spacing=10)
        sides = QHBoxLayout()
        sides.addWidget(self._branch_form, 1)
        sides.addWidget(self._picture, 1)
        layout.addLayout(sides, 1)
        feet = QHBoxLayout()
        feet.addStretch(1)
        save = button("Lưu thông tin Hội", self._save_branch, role="main", icon="save", writes=True)
        feet.addWidget(save)
        self._branch_form.lead_on(save)
        layout.addLayout(feet)
        return holder

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, they are for the form."""
        super().set_low(is_low)
        self.spare_head(is_low)
        for table in self.findChildren(RecordTable):
            table.set_low(is_low)

    def refresh(self) -> None:
        """Read everything again."""
        if not self._branch_form.is_changed:
            self._fill_branch(values_of(branches.load_branch(self._store)))
        self._terms.refresh()
        self._codes.refresh()
        self._own_fields.refresh()
        self._backups.refresh()
        self._actions.refresh()
        self._holidays.refresh()
        self._users.refresh()

    def show_place(self, place: Place) -> None:
        """Somebody wants a certain tab."""
        wanted = place.filters.get("tab")
        if wanted in self.tabs.ids:
            self.tabs.show_tab(str(wanted))
        if "act" in place.filters:
            self._backups.begin(Mend(str(place.filters["act"])))
        draft = place.filters.get("draft")
        if isinstance(draft, Draft) and draft.kind == "handover":
            self._handover.take_draft(draft)

    def _name_help(self, tab_id: str) -> None:
        """F1 leads to the tab that is seen."""
        self.help_page = _HELP.get(tab_id, "")

    def _fill_branch(self, values: dict[str, Any]) -> None:
        known = {name: values[name] for name in self._branch_form.fields}
        self._branch_form.set_values(known)
        self._branch_form.settle()
        self._draw_head()
        self._branch_form.let_read(not self.desk.seat.may(self.duties))

    def _draw_head(self) -> None:
        """Show the head of papers as the form would have it."""
        known = branches.load_branch(self._store)
        self._picture.show_branch(branch_of(self._branch_form.values(), known))

    def _save_branch(self) -> None:
        problems = self._branch_form.problems()
        if problems:
            self._branch_form.mark(problems)
            return
        known = branches.load_branch(self._store)
        try:
            change = branches.save_branch(self._store, branch_of(self._branch_form.values(), known))
        except UserError as error:
            messages.tell(self, error)
            return
        self._branch_form.settle()
        self.desk.broadcast.send(change)
