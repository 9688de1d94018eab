"""A form written into a file of the officer's choice; where it bears a number, that is asked first.

    write_form(self, self.desk, self.store, FormOrder(name="admission-decision", ...))

Public: `write_form(page, desk, store, order)`, `NumberDialog`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.register.documents import NumberOrder
from ccb_desktop.domain.register.numbering import MOST
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.forms import writing
from ccb_desktop.operations.forms.numbered import Written, number_orders, write_numbered
from ccb_desktop.operations.withdrawn import withdrawn_in_form
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.masking import see_withdrawn
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import NumberField

_LATER = "Để trống, ghi tay sau"


class NumberDialog(FormDialog):
    """Whether a paper gets its number now, and which."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        wanted: Sequence[NumberOrder],
        then: Callable[[bool, int | None], None],
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            wanted: The papers that have no number yet, all of one kind.
            then: Gets whether numbers are taken, and the first of them where it was typed.
        """
        self._then = then
        first = wanted[0]
        found = register.next_number(store, first.kind, first.on)
        self._number = NumberField("number", "Số", least=1, most=MOST)
        form = Form()
        form.add(
            [
                YesNoField("given", "Số văn bản", yes=_told(found.symbol, wanted), no=_LATER),
                self._number,
            ]
        )
        form.set_values({"given": True, "number": found.number})
        self._is_beginning = found.begins
        super().__init__(
            parent,
            "Số của văn bản",
            form,
            self._go_on,
            intro="Lấy số thì số in luôn trên văn bản và ghi vào sổ văn bản đi cùng một lúc.",
            save_label="Tiếp tục",
        )
        form.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """The number is typed only where the register of this kind begins."""
        given = self.form.field("given").value()
        self._number.setVisible(bool(given) and self._is_beginning)

    def _go_on(self, values: dict[str, Any], _form_id: str) -> None:
        given = values["given"] is True
        typed = values["number"] if given and self._is_beginning else None
        self._then(given, typed)


def _told(symbol: str, wanted: Sequence[NumberOrder]) -> str:
    if len(wanted) == 1:
        return f"Lấy số {symbol}"
    return f"Lấy {number(len(wanted))} số, từ {symbol}"


def write_form(page: QWidget, desk: Desk, store: Store, order: FormOrder) -> None:
    """Ask for number and file, write the form in the background, and offer to open it."""

    def ask_target(given: bool, begin: int | None) -> None:
        name = writing.suggested_name(store, order)
        write = partial(_write, page, desk, store, order, begin, given=given)
        choose_target(page, "Ghi giấy tờ vào đâu", name, WORD_OUT, write)

    def ask_number() -> None:
        if wanted and desk.seat.may([Duty.PAPERS]):  # else it is left open on the paper
            NumberDialog(page, store, wanted, ask_target).open()
        else:
            ask_target(given=False, begin=None)

    try:
        wanted = [one for one in number_orders(store, order) if one is not None]
        see_withdrawn(page, withdrawn_in_form(store, order), ask_number)
    except UserError as error:
        messages.tell(page, error)


def _write(
    page: QWidget,
    desk: Desk,
    store: Store,
    order: FormOrder,
    begin: int | None,
    out: Path,
    *,
    given: bool,
) -> None:
    def tell(written: Written | Path) -> None:
        if isinstance(written, Written):
            desk.broadcast.send(written.change)
        tell_written(page, [written if isinstance(written, Path) else written.path])

    def write() -> Written | Path:
        if given:
            return write_numbered(store, order, out, begin)
        return writing.write_form(store, order, out)

    desk.background.run(lambda _progress: write(), tell, label="Đang ghi giấy tờ", owner=page)
