"""The branches that are known by the key with which they sign, and which of them are trusted."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.submissions.manifest import fingerprint
from ccb_desktop.domain.submissions.submissions import PackageSigner
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.submissions import received
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable

_NOTE = (
    "Mỗi nơi gửi ký gói bằng chữ ký riêng. Gọi điện hỏi mã chữ ký của họ, đúng thì đánh dấu tin: "
    "từ đó gói giả tên nơi ấy sẽ bị báo."
)


class SignersDialog(ListDialog):
    """Trust a branch, or no longer."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        super().__init__(parent, "Nơi gửi đã biết")
        self._desk = desk
        self._store = store
        self.table: RecordTable[PackageSigner] = RecordTable(
            "package-signers",
            [
                Column("name", "Nơi gửi", lambda one: one.name, width=30),
                Column("key", "Mã chữ ký", lambda one: fingerprint(one.public_key), width=20),
                Column(
                    "seen",
                    "Gặp lần đầu",
                    lambda one: short_date(one.first_seen_on),
                    lambda one: one.first_seen_on,
                    width=12,
                ),
                Column("trusted", "Đã tin", lambda one: "Đã tin" if one.trusted else "", width=8),
            ],
            id_of=lambda one: one.id,
            acts=[
                Act("Tin nơi này", self._trust, icon="check", allowed=lambda of: not of[0].trusted),
                Act("Thôi tin", self._distrust, icon="close", allowed=lambda of: of[0].trusted),
            ],
            noun="nơi gửi",
            empty=EmptyText("Chưa gặp nơi gửi nào", "Nơi gửi có ở đây khi nhận gói đầu tiên."),
            state=desk.state,
        )
        self.show_list(self.table, received.list_signers(store), _NOTE)

    def _trust(self, chosen: list[PackageSigner]) -> None:
        self._set(chosen[0], trusted=True)

    def _distrust(self, chosen: list[PackageSigner]) -> None:
        self._set(chosen[0], trusted=False)

    def _set(self, signer: PackageSigner, *, trusted: bool) -> None:
        self._desk.broadcast.send(received.trust(self._store, signer, trusted=trusted))
        self.table.set_lines(received.list_signers(self._store))
