"""What is done with a file that came and is no list: looked into, opened, led on to its page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.periods import period_name
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.submissions.arrivals import Arrival, Came
from ccb_desktop.domain.submissions.manifest import PackageFile, read_manifest
from ccb_desktop.domain.submissions.submissions import ReceivedPackage
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.submissions import received
from ccb_desktop.ui.exchange.receiving.package_dialog import PackageDialog
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.password_field import PasswordField

Unlock = Callable[[Path, str], object]
"""Called with a guarded package and its password."""


class ArrivalActs:
    """Looks into what came, each kind in its own way."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, unlock: Unlock) -> None:
        self._parent = parent
        self._desk = desk
        self._store = store
        self._unlock = unlock

    def see(self, arrival: Arrival) -> None:
        """Look into what came."""
        if arrival.came is Came.PACKAGE:
            self._see_package(arrival)
        elif arrival.came is Came.GUARDED:
            self._ask_password(arrival)
        elif arrival.came is Came.CHECKLIST:
            files: list[object] = [arrival.path]
            filters: dict[str, object] = {"tab": "checklists", "files": files}
            self._desk.broadcast.go_to(Place("tasks", filters=filters))
        elif arrival.path.suffix.lower() == ".docx":
            dialog = PaperDialog(self._parent, self._desk, self._store, arrival.path.stem)
            dialog.paper.show_file(arrival.path)
            dialog.open()
        else:
            open_with_pc(self._parent, arrival.path)

    def _see_package(self, arrival: Arrival) -> None:
        if arrival.manifest is None:
            return

        def get_file(one: PackageFile) -> Path | None:
            return arrival.folder / one.name if arrival.folder is not None else None

        dialog = PackageDialog(
            self._parent,
            self._desk,
            self._store,
            arrival.manifest,
            told=arrival.told,
            signer=arrival.signer,
            get_file=get_file,
            can_be_noted=True,
        )
        dialog.noted.connect(lambda: self._note(arrival))
        dialog.open()

    def _note(self, arrival: Arrival) -> None:
        try:
            change = received.note_received(self._store, arrival)
        except UserError as error:
            messages.tell(self._parent, error)
            return
        self._desk.broadcast.send(change)
        messages.tell(self._parent, f"Đã ghi nhận gói “{arrival.path.name}” vào sổ nhận.")

    def _ask_password(self, arrival: Arrival) -> None:
        form = Form()
        form.add([PasswordField("password", "Mật khẩu", required=True)])

        def take(values: dict[str, Any], _form_id: str) -> None:
            self._unlock(arrival.path, str(values["password"]))

        FormDialog(
            self._parent,
            f"Mật khẩu của gói {arrival.path.name}",
            form,
            take,
            intro="Mật khẩu do nơi gửi cho biết, phân biệt chữ hoa chữ thường.",
            save_label="Mở gói",
        ).open()


def see_received(parent: QWidget, desk: Desk, store: Store, package: ReceivedPackage) -> None:
    """Look once more into a package that was received, and hold it against the books of today."""
    try:
        manifest = read_manifest(package.manifest.encode())
    except UserError as error:
        messages.tell(parent, error)
        return
    signer = next(
        (one for one in received.list_signers(store) if one.id == package.signer_id), None
    )
    day = short_date(package.received_at.date())
    PackageDialog(
        parent,
        desk,
        store,
        manifest,
        told=(
            f"Báo cáo {period_name(manifest.period)} của {manifest.branch}, nhận ngày {day}. Số "
            "liệu nơi gửi ghi lúc đó, bên cạnh sổ của Hội hôm nay."
        ),
        signer=signer,
        get_file=lambda one: received.take_out(store, one),
    ).open()
