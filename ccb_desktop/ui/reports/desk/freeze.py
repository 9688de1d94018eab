"""Freezing the report that lies on the desk: asked, done in the background, told."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.register.numbering import NextNumber
from ccb_desktop.domain.reports.report import PeriodicReport
from ccb_desktop.operations import frozen_reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.frozen_reports import FreezeOrder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.reports.first_number import first_number
from ccb_desktop.ui.reports.writing import sending_of

_WHY = (
    "Chốt xong, số liệu, lời văn, tệp Word và Excel được giữ y nguyên: sau này sổ có sửa, "
    "báo cáo đã gửi vẫn ghi lại được đúng từng chữ."
)


def freeze_dialog(parent: QWidget, desk: Desk, store: Store, report: PeriodicReport) -> FormDialog:
    """Ask how the report is to be frozen; then it is done in the background.

    Args:
        parent: The tab.
        desk: What the tab was given.
        store: The books.
        report: The draft as it lies on the desk.
    """
    again = _frozen_before(store, report)
    form = _form(frozen_reports.number_on(store, report.cut_off), numbered=not again)

    def save(values: dict[str, Any], form_id: str) -> None:
        edited = next(iter(values["edited"]), None)
        if edited is not None:
            frozen_reports.check_edited(edited)
        order = FreezeOrder(
            kind=report.kind,
            period=report.period,
            cut_off=report.cut_off,
            edited=edited,
            numbered=values["numbered"] is True,
            begin=values.get("number"),
            note=values["note"],
        )
        desk.background.run(
            lambda _progress: frozen_reports.freeze_report(store, order, form_id),
            lambda done: _tell_frozen(parent, desk, store, *done),
            label="Đang chốt báo cáo",
            owner=parent,
        )

    day = short_date(report.cut_off)
    name = report.period.name
    intro = f"{name[:1].upper()}{name[1:]}, số liệu tính đến hết ngày {day}. {_WHY}"
    if again:
        intro += f"\nKỳ này đã chốt {number(again)} lần; các bản trước vẫn còn."
    return FormDialog(parent, "Chốt báo cáo", form, save, intro=intro, save_label="Chốt báo cáo")


def _form(following: NextNumber, *, numbered: bool) -> Form:
    """What is asked.

    Args:
        following: The number the report would get; the first one may be typed.
        numbered: Whether it is offered to take it; not where the period was frozen before.
    """
    form = Form()
    form.add(
        [
            YesNoField(
                "numbered",
                "Lấy số văn bản" if following.begins else f"Lấy số văn bản {following.symbol}",
                required=True,
                hint="Có: số in trên báo cáo và vào sổ văn bản đi. Không: để trống chỗ ghi số",
            ),
            *first_number(following),
            PathsField(
                "edited",
                "Bản đã sửa trong Word",
                kinds=WORD_OUT,
                most=1,
                hint="Chỉ khi đã sửa tay tệp Word. Không chọn: dùng tệp Word của chương trình",
            ),
            LongTextField("note", "Ghi chú", lines=2, hint="Ví dụ: bản gửi Hội cấp trên"),
        ]
    )
    form.set_values({"numbered": numbered, "number": following.number})
    return form


def _frozen_before(store: Store, report: PeriodicReport) -> int:
    """How often a report of this kind and period was frozen."""
    wanted = (report.kind, report.period.code)
    return sum(
        (one.report.report_kind, one.report.period) == wanted
        for one in frozen_reports.list_frozen(store)
    )


def _tell_frozen(parent: QWidget, desk: Desk, store: Store, change: Change, report_id: int) -> None:
    desk.broadcast.send(change)
    messages.ask(
        parent,
        "Đã chốt báo cáo.\nSố liệu, lời văn và hai tệp được giữ trong sổ, xem ở thẻ "
        "“Báo cáo đã chốt”.",
        [
            (
                "Gửi…",
                lambda: desk.broadcast.go_to(
                    sending_of(frozen_reports.load_frozen(store, report_id))
                ),
            ),
            (
                "Xem báo cáo đã chốt",
                lambda: desk.broadcast.go_to(Place("reports", report_id, {"tab": "frozen"})),
            ),
        ],
        stay="Đóng",
        drawing="check",
    )
