"""Kiểm tra số liệu: the books looked through, held against paper, told to a helper."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.fund_papers.anchors import read_anchor
from ccb_desktop.domain.reports.check_paper import told_result
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.check_papers import write_check_paper
from ccb_desktop.operations.checking import Report
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.text_fields import NumberField, TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, label
from ccb_desktop.ui.settings.diagnosing import choose_and_diagnose

_WHY = (
    "Chương trình tự xem nhanh mỗi lần mở sổ. Kiểm tra kỹ thì tính lại từ đầu mọi thứ: từng "
    "trang của tệp, từng phiếu, từng việc trong nhật ký; sổ lớn có thể mất vài phút, vẫn làm việc "
    "khác được. Không có gì bị sửa đổi."
)
_FIT = (
    "Khớp với sổ đã in.\nTừ việc đầu tiên đến việc số {number} không có gì bị cắt bỏ hay viết lại."
)
_UNFIT = (
    "KHÔNG khớp với sổ đã in.\n{findings}\nSố liệu chưa bị đụng đến. Chép đúng mà vẫn vậy thì "
    "giữ nguyên máy, sao lưu ra USB và báo Ban Chấp hành."
)


_LEAST_LINES = 8


class CheckTab(QWidget):
    """Buttons, and below them what the last check has found."""

    def __init__(self, desk: Desk, store: Store, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._look = look
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(label(_WHY))
        acts = FlowLayout()
        deep = partial(self._check, deep=True)
        acts.addWidget(button("Kiểm tra kỹ", deep, role="main", icon="check"))
        acts.addWidget(button("Kiểm tra nhanh", partial(self._check, deep=False), icon="check"))
        acts.addWidget(button("Đối chiếu dấu niêm trên sổ đã in…", self._ask_seal, icon="open"))
        acts.addWidget(button("Ghi tệp chẩn đoán…", self._diagnose, icon="save"))
        layout.addLayout(acts)
        self._result = QWidget()
        self._lines = column(self._result, margin=12, spacing=6)
        self._ground = QScrollArea()
        self._ground.setWidgetResizable(True)
        self._ground.setFrameShape(QFrame.Shape.NoFrame)
        self._ground.setWidget(self._result)
        self._ground.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        layout.addWidget(self._ground, 1)

    def _check(self, *, deep: bool) -> None:
        self._desk.background.run(
            lambda progress: checking.check(self._store, deep=deep, tell=progress.report),
            partial(self._show, deep=deep),
            label="Đang kiểm tra số liệu",
            owner=self,
        )

    def _show(self, found: Report, *, deep: bool) -> None:
        made_at = datetime.now()
        whole, *parts = told_result(found, deep=deep)
        self._tell(f"{whole} (lúc {made_at:%H:%M ngày %d/%m/%Y})", parts)
        show_paper = partial(self._show_paper, found, made_at, deep=deep)
        foot = QWidget()
        FlowLayout(foot).addWidget(button("Xem và in kết quả", show_paper, icon="print"))
        self._lines.addWidget(foot)
        self._lines.addWidget(QWidget(), 1)  # keeps the lines together at the top

    def _tell(self, whole: str, parts: Sequence[str]) -> None:
        clear(self._lines)
        self._lines.addWidget(label(whole, "heading"))
        for line in parts:
            self._lines.addWidget(label(line))

    def _show_paper(self, found: Report, made_at: datetime, *, deep: bool) -> None:
        title = "Kết quả kiểm tra số liệu"
        dialog = PaperDialog(self, self._desk, self._store, title)
        dialog.open()
        dialog.paper.show_made(
            lambda out: write_check_paper(self._store, found, made_at, out, deep=deep), name=title
        )

    # The seal on paper

    def _ask_seal(self) -> None:
        form = Form()
        form.add(
            [
                NumberField("number", "Việc số", required=True),
                TextField("seal", "Dấu niêm", required=True, hint="Ví dụ: 90ab 12cd 34ef 56ab"),
            ]
        )
        dialog = FormDialog(
            self,
            "Đối chiếu dấu niêm",
            form,
            _readable,
            intro="Chép dòng nhỏ ở cuối sổ quỹ đã in: “Nhật ký của chương trình đến việc số …, "
            "dấu niêm …”.",
            save_label="Đối chiếu",
        )
        dialog.accepted.connect(lambda: self._compare(*_printed(form.values())))
        dialog.open()

    def _compare(self, number: int, seal: str) -> None:
        def told(findings: list[str]) -> None:
            if findings:
                messages.tell(self, _UNFIT.format(findings="\n".join(findings)))
            else:
                messages.tell(self, _FIT.format(number=number))

        self._desk.background.run(
            lambda progress: checking.compare_printed(self._store, (number, seal), progress.report),
            told,
            label="Đang đối chiếu nhật ký",
            owner=self,
        )

    def _diagnose(self) -> None:
        choose_and_diagnose(self, self._desk, self._store.folder, lambda: self._store, self._look)


def _printed(values: dict[str, Any]) -> tuple[int, str]:
    return read_anchor(f"{values['number']} {values['seal']}")


def _readable(values: dict[str, Any], _form_id: str) -> None:
    """See that what was copied can be a seal."""
    try:
        _printed(values)
    except ValueError as error:
        raise Invalid(
            {"seal": "Dấu niêm có 16 ký tự: chữ số và chữ từ a đến f. Chép lại đúng như in."}
        ) from error
