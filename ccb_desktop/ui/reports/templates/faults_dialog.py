"""Everything that is wrong with a template of the branch, to mend it one by one."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.templates.faults import TemplateFault
from ccb_desktop.domain.templates.lines import TemplateLine
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState

_NOTE = "Mở mẫu bằng Word, sửa các chỗ dưới đây rồi lưu. Đoạn không có chữ không tính."


class FaultsDialog(ListDialog):
    """A fault on each line, with its place and the words among which it stands."""

    def __init__(self, parent: QWidget, line: TemplateLine, state: WindowState) -> None:
        super().__init__(parent, f"Chỗ sai trong mẫu {line.template.label}")
        table: RecordTable[tuple[int, TemplateFault]] = RecordTable(
            "template-faults",
            [
                Column("place", "Ở đâu", lambda one: one[1].place, lambda one: one[0], width=17),
                Column("what", "Sai gì", lambda one: one[1].what, width=46, named=True),
                Column("like", "Có phải", lambda one: ", ".join(one[1].like), width=16),
                Column("quote", "Câu chữ ở đó", lambda one: one[1].quote, width=36),
            ],
            id_of=lambda one: one[0],
            noun="chỗ sai",
            state=state,
        )
        self.show_list(table, list(enumerate(line.faults)), note=_NOTE, letters=(62, 30))
