"""Printing the whole file of a person from his form."""

from functools import partial
from pathlib import Path

from ccb_desktop.domain.masking import MASK_HINT
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.person_files import suggested_name, write_person_file
from ccb_desktop.operations.withdrawn import withdrawn_among
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.masking import ask_masking
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

_UNSAVED = (
    "Những gì vừa gõ chưa được lưu.\n"
    "Bấm Lưu (Ctrl+S) trước, rồi mở lại hồ sơ để in; hồ sơ in ra chỉ có những gì đã lưu."
)
_HINT = f"{MASK_HINT}. In cho chính người ấy xem thì bỏ che"


def print_person_file(form: FormDialog, desk: Desk, store: Store, person_id: int) -> None:
    """Ask where to, and write what the books say; what is only typed must be saved before."""
    if form.form.is_changed:
        messages.tell(form, _UNSAVED)
        return

    def write(out: Path, *, masked: bool) -> None:
        desk.background.run(
            lambda _progress: write_person_file(store, person_id, out, masked=masked),
            lambda written: tell_written(form, [written]),
            label="Đang ghi hồ sơ cá nhân",
            owner=form,
        )

    def ask_target(masked: bool) -> None:
        name = suggested_name(store, person_id)
        told = "Ghi hồ sơ cá nhân vào đâu"
        choose_target(form, told, name, WORD_OUT, partial(write, masked=masked))

    unwilling = withdrawn_among(store, [person_id])
    ask_masking(form, store, "In hồ sơ cá nhân", ask_target, hint=_HINT, withdrawn=unwilling)
