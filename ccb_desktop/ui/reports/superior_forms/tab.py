"""The tab Biểu của cấp trên: the forms from above, brought in, tied, filled."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.superior_forms.forms import FormFilling, FormLine
from ccb_desktop.domain.superior_forms.labels import LABELS
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.superior_forms import filling, forms
from ccb_desktop.operations.superior_forms.forms import NewVersion, OpenForm
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_files, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.reports.superior_forms.dialogs import (
    bring_dialog,
    fillings_dialog,
    rename_dialog,
)
from ccb_desktop.ui.reports.superior_forms.fill_dialog import FILL, FillDialog
from ccb_desktop.ui.reports.superior_forms.tie_dialog import TIES, TieDialog
from ccb_desktop.ui.reports.superior_forms.work_dialog import WorkDialog

_FORM_IN = "Mẫu Word hoặc Excel (*.docx *.xlsx *.doc *.xls *.docm *.xlsm)"
_MORE = "Đổi mẫu"
_SHOWN = 8  # ties told by name


class SuperiorFormsTab(PageTab):
    """The list of forms."""

    id = "superior_forms"
    title = "Biểu của cấp trên"
    help_page = "bieu-cap-tren"
    kinds = frozenset({"superior_forms", "form_blanks", "form_fillings"})
    forms = frozenset({TIES, FILL})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.table: RecordTable[FormLine] = RecordTable(
            "superior_forms",
            _columns(),
            id_of=lambda line: line.form.id,
            acts=self._acts(),
            noun="biểu mẫu",
            empty=EmptyText(
                "Chưa có biểu mẫu nào của cấp trên",
                "Đưa tệp Word hoặc Excel của Hội cấp trên vào, gắn mỗi ô trống với số liệu một "
                "lần; từ đó mỗi kỳ máy tự điền.",
                "Đưa mẫu vào",
                self.bring_in,
            ),
            state=desk.state,
        )
        self.table.add_choice(
            "Biểu mẫu", [(None, "Tất cả"), (False, "Đang dùng"), (True, "Thôi dùng")], _is_retired
        )
        self.body.addWidget(self.table, 1)
        self.table.keep_one_row()

    def _acts(self) -> list[Act[FormLine]]:
        return [
            Act("Đưa mẫu vào", lambda _none: self.bring_in(), "none", "add", "Ctrl+N"),
            Act("Điền cho kỳ", self._begin_filling, icon="print", main=True, allowed=_is_in_use),
            Act("Gắn ô", self._begin_tying, icon="edit", allowed=_is_in_use),
            Act(
                "Các lần đã điền",
                self._show_fillings,
                icon="history",
                allowed=_was_filled,
                reads=True,
            ),
            Act("Sửa tên, nơi gửi", self._rename, group=_MORE),
            Act("Thay bằng mẫu mới", self._ask_version, group=_MORE, allowed=_is_in_use),
            Act("Thôi dùng", partial(self._retire, True), "some", group=_MORE, allowed=_is_in_use),
            Act(
                "Dùng lại", partial(self._retire, False), "some", group=_MORE, allowed=_are_retired
            ),
        ]

    # Reading

    def refresh(self) -> None:
        """Read the forms again."""
        self.table.set_lines(forms.list_forms(self.store))

    def show_place(self, place: Place) -> None:
        """Show the form that somebody came for, or the window a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft) and draft.subject is not None:
            self._open(draft.subject, self._fill if draft.kind == FILL else self._tie, draft)
        elif place.record_id is not None:
            self.table.show_all()
            self.refresh()
            self.table.choose_ids([place.record_id])

    def _open(
        self, form_id: int, then: Callable[[OpenForm], WorkDialog], draft: Draft | None = None
    ) -> None:
        """Read a form in the background, then open a window over it."""

        def show(opened: OpenForm) -> None:
            dialog = then(opened)
            dialog.saved.connect(self.desk.broadcast.send)
            dialog.open()
            if draft is not None:
                dialog.take_draft(draft)

        self.desk.background.run(
            lambda _progress: forms.open_form(self.store, form_id),
            show,
            label="Đang mở biểu mẫu",
            owner=self,
        )

    # Acts

    def bring_in(self) -> None:
        """Ask for the file of a form, then for its title."""
        choose_files(self, "Chọn tệp mẫu của cấp trên", _FORM_IN, self._bring)

    def _bring(self, paths: Sequence[Path]) -> None:
        path = paths[0]
        self.desk.background.run(
            lambda _progress: forms.read_form_file(path),
            lambda _content: self.open_form(bring_dialog(self, self.store, path)),
            label="Đang xem tệp mẫu",
            owner=self,
        )

    def _begin_tying(self, chosen: Sequence[FormLine]) -> None:
        self._open(chosen[0].form.id or 0, self._tie)

    def _tie(self, opened: OpenForm) -> WorkDialog:
        return TieDialog(self, self.desk, self.store, opened)

    def _begin_filling(self, chosen: Sequence[FormLine]) -> None:
        """Fill a form; one of which no blank is tied yet is tied first."""
        begin = self._fill if chosen[0].tied else self._tie
        self._open(chosen[0].form.id or 0, begin)

    def _fill(self, opened: OpenForm) -> WorkDialog:
        typed = filling.typed_before(self.store, opened.form.id or 0)
        return FillDialog(self, self.desk, self.store, opened, typed)

    def _show_fillings(self, chosen: Sequence[FormLine]) -> None:
        form = chosen[0].form
        found = forms.list_fillings(self.store, form.id or 0)
        fillings_dialog(self, form.title, found, self._write_again, self._look).open()

    def _look(self, one: FormFilling) -> None:
        def show(content: bytes) -> None:
            dialog = PaperDialog(self, self.desk, self.store, one.file_name)
            dialog.paper.show_content(content, one.file_name, masked=one.masked)
            dialog.open()

        self.desk.background.run(
            lambda _progress: filling.load_filled(self.store, one.id or 0),
            show,
            label="Đang mở biểu mẫu đã điền",
            owner=self,
        )

    def _write_again(self, one: FormFilling) -> None:
        kinds = WORD_OUT if one.file_name.endswith(".docx") else EXCEL_OUT

        def write(out: Path) -> None:
            self.desk.background.run(
                lambda _progress: filling.write_filling(self.store, one.id or 0, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi lại biểu mẫu",
                owner=self,
            )

        choose_target(self, "Ghi lại vào đâu", one.file_name, kinds, write)

    def _rename(self, chosen: Sequence[FormLine]) -> None:
        self.open_form(rename_dialog(self, self.store, chosen[0].form))

    def _retire(self, retired: bool, chosen: Sequence[FormLine]) -> None:
        self.do(lambda: forms.retire_forms(self.store, [one.form for one in chosen], retired))

    def _ask_version(self, chosen: Sequence[FormLine]) -> None:
        form = chosen[0].form

        def look(paths: Sequence[Path]) -> None:
            self.desk.background.run(
                lambda _progress: forms.look_at_version(self.store, form.id or 0, paths[0]),
                self._ask_to_replace,
                label="Đang so mẫu mới với mẫu cũ",
                owner=self,
            )

        choose_files(self, f"Chọn mẫu mới thay cho “{form.title}”", _FORM_IN, look)

    def _ask_to_replace(self, version: NewVersion) -> None:
        kept, fallen = version.kept.kept, version.kept.fallen
        told = [f"Thay mẫu của “{version.form.title}” bằng tệp {version.file_name}?"]
        told.append(f"{number(len(kept))} ô đã gắn vẫn còn trong mẫu mới.")
        if fallen:
            names = "; ".join(one.label for one in fallen[:_SHOWN])
            more = f" và {len(fallen) - _SHOWN} ô nữa" if len(fallen) > _SHOWN else ""
            told.append(f"{number(len(fallen))} ô không còn, phải gắn lại: {names}{more}.")
        messages.ask(self, "\n".join(told), [("Thay mẫu", lambda: self._replace(version))])

    def _replace(self, version: NewVersion) -> None:
        self.do(lambda: forms.replace_form(self.store, version))


def _is_retired(line: FormLine) -> bool:
    return line.form.retired


def _is_in_use(chosen: Sequence[FormLine]) -> bool:
    return not any(line.form.retired for line in chosen)


def _are_retired(chosen: Sequence[FormLine]) -> bool:
    return all(line.form.retired for line in chosen)


def _was_filled(chosen: Sequence[FormLine]) -> bool:
    return chosen[0].latest is not None


def _columns() -> list[Column[FormLine]]:
    return [
        Column(
            "title",
            LABELS["superior_forms", "title"],
            lambda line: line.form.title,
            width=28,
            named=True,
        ),
        Column(
            "sender", LABELS["superior_forms", "sender"], lambda line: line.form.sender, width=15
        ),
        Column(
            "kind", "Loại", lambda line: _KINDS.get(line.form.ending, line.form.ending), width=7
        ),
        Column(
            "tied",
            "Đã gắn",
            lambda line: f"{number(line.tied)} ô" if line.tied else "Chưa gắn",
            lambda line: line.tied,
            width=9,
        ),
        Column("latest", "Điền lần cuối", _latest, _latest_at, width=20),
        Column(
            "state", "Tình trạng", lambda line: "Thôi dùng" if line.form.retired else "", width=9
        ),
        Column(
            "added_on",
            LABELS["superior_forms", "added_on"],
            lambda line: short_date(line.form.added_on),
            lambda line: line.form.added_on,
            width=11,
        ),
    ]


_KINDS = {"docx": "Word", "xlsx": "Excel"}


def _latest(line: FormLine) -> str:
    one = line.latest
    if one is None:
        return "Chưa điền lần nào"
    return f"{short_date(one.filled_at.date())}, {Period.parse(one.period).name}"


def _latest_at(line: FormLine) -> float:
    return line.latest.filled_at.timestamp() if line.latest else 0.0
