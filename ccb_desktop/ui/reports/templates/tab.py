"""The tab Mẫu Word: from which template every paper is made, what is wrong with a changed one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.templates.lines import TemplateLine, TemplateState
from ccb_desktop.operations import template_papers, word_templates
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.file_dialogs import choose_files
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.reports.templates.faults_dialog import FaultsDialog
from ccb_desktop.ui.reports.templates.fields_dialog import FieldsDialog

_WORD_IN = "Tệp Word (*.docx)"
_HOW = (
    "Bấm Sửa mẫu để mở mẫu bằng Word; sửa, lưu rồi đóng Word là lần in sau dùng mẫu mới. Mẫu có "
    "chỗ sai thì không in, và chỗ sai hiện ở đây."
)
_SIGN = {TemplateState.SHIPPED: "", TemplateState.OWN: "★ ", TemplateState.REFUSED: "✗ "}


class TemplatesTab(PageTab):
    """One line for each template of the program."""

    id = "templates"
    title = "Mẫu Word"
    help_page = "mau-word"
    kinds = frozenset({"own_templates", "settings"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.table: RecordTable[TemplateLine] = RecordTable(
            "word-templates",
            _columns(),
            id_of=lambda line: line.template.name,
            acts=self._acts(),
            noun="mẫu",
            state=desk.state,
        )
        self._wrong = label("", "problem")
        self._wrong.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label(_HOW, "soft"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._wrong)
        self.table.chosen_changed.connect(self._tell_wrong)
        running = QGuiApplication.instance()
        if isinstance(running, QGuiApplication):
            running.applicationStateChanged.connect(self._come_back)
        self._tell_wrong()

    def refresh(self) -> None:
        """See anew how every template stands, also what Word has saved meanwhile."""
        self.desk.background.run(
            lambda _progress: word_templates.list_templates(self.store),
            self._show,
            label="Đang xem các mẫu Word",
            owner=self,
        )

    def _show(self, lines: list[TemplateLine]) -> None:
        self.table.set_lines(lines)
        self._tell_wrong()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        """From Word, perhaps."""
        if state is Qt.ApplicationState.ApplicationActive and self.isVisible():
            self.refresh()

    def _tell_wrong(self) -> None:
        """What is wrong with the chosen template, in words beside the list."""
        chosen = self.table.chosen()
        wrong = chosen[0].wrong if len(chosen) == 1 else ""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    # Acts

    def _acts(self) -> list[Act[TemplateLine]]:
        return [
            Act("Sửa mẫu…", lambda c: self._change(c[0]), icon="edit", main=True),
            Act("Xem thử", lambda c: self._show_example(c[0]), icon="open", reads=True),
            Act("Các trường…", lambda c: self._show_fields(c[0]), icon="search", reads=True),
            Act(
                "Chỗ sai…",
                lambda c: FaultsDialog(self, c[0], self.desk.state).open(),
                icon="warning",
                allowed=lambda c: bool(c[0].faults),
                reads=True,
            ),
            Act(
                "Về mẫu của chương trình",
                lambda c: self._act(word_templates.back_to_shipped, c[0]),
                icon="undo",
                allowed=lambda c: c[0].state is not TemplateState.SHIPPED,
                group="Đổi mẫu",
            ),
            Act(
                "Dùng lại mẫu riêng",
                lambda c: self._act(word_templates.use_again, c[0]),
                allowed=lambda c: c[0].is_aside,
                group="Đổi mẫu",
            ),
            Act("Đưa mẫu khác vào…", lambda c: self._bring(c[0]), icon="import", group="Đổi mẫu"),
        ]

    def _change(self, line: TemplateLine) -> None:
        def change() -> None:
            open_with_pc(self, word_templates.copy_for_change(self.store, line.template.name))
            self.refresh()

        self.safely(change)

    def _show_example(self, line: TemplateLine) -> None:
        """Fill it with invented values and show the pages."""
        name, title = line.template.name, f"{line.template.label}, điền thử"
        dialog = PaperDialog(self, self.desk, self.store, title)
        dialog.paper.show_made(
            lambda out: template_papers.write_example(self.store, name, out), name=title
        )
        dialog.open()

    def _show_fields(self, line: TemplateLine) -> None:
        self.safely(lambda: FieldsDialog(self, self.desk, self.store, line.template).open())

    def _bring(self, line: TemplateLine) -> None:
        def take(files: list[Path]) -> None:
            name = line.template.name
            self.do(lambda: word_templates.take_in(self.store, name, files[0]))

        choose_files(self, f"Chọn mẫu Word cho {line.template.label}", _WORD_IN, take)

    def _act(self, act: Callable[[Store, str], Change], line: TemplateLine) -> None:
        self.do(lambda: act(self.store, line.template.name))


def _columns() -> list[Column[TemplateLine]]:
    return [
        Column("label", "Giấy tờ", lambda one: one.template.label, width=31, named=True),
        Column(
            "state",
            "Đang dùng",
            lambda one: _SIGN[one.state] + one.told,
            width=27,
            wrong=lambda one: one.state is TemplateState.REFUSED,
        ),
        Column("used", "In ở", lambda one: one.template.used, width=26),
        Column("name", "Tệp mẫu", lambda one: one.template.name, width=24),
    ]
