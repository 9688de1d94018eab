"""What an officer types about one figure: target, estimate, or the figure itself."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.figures.registry import Indicator, Shape, ValueKind
from ccb_desktop.domain.figures.values import Figure
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.reports.annexes import ESTIMATE, TARGET
from ccb_desktop.operations import figures, reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField
from ccb_desktop.ui.reports.desk.draft import DeskReport


def can_have_target(figure: Figure) -> bool:
    """Whether annex 1 has a target and an estimate beside it."""
    return figure.indicator.shape is Shape.NUMBER


def can_be_typed(figure: Figure) -> bool:
    """Whether no book gives it, and it is one number or a share of a year."""
    indicator = figure.indicator
    by_year = indicator.shape is Shape.SHARES and indicator.value_kind is ValueKind.YEAR
    return figure.computed is None and (indicator.shape is Shape.NUMBER or by_year)


def target_dialog(parent: QWidget, store: Store, desk: DeskReport, figure: Figure) -> FormDialog:
    """Ask for the target and the estimate of a figure; they stand in annex 1."""
    indicator, report = figure.indicator, desk.report
    form = Form()
    form.add(
        [
            _number_field("target", "Chỉ tiêu giao", indicator),
            _number_field("estimate", "Ước thực hiện đến hết kỳ", indicator),
        ]
    )
    keys = {"target": TARGET + indicator.code, "estimate": ESTIMATE + indicator.code}
    form.set_values({name: _known(desk.typed.get(key, "")) for name, key in keys.items()})

    def save(values: dict[str, Any], _form_id: str) -> Change:
        texts = {keys[name]: "" if v is None else str(v) for name, v in values.items()}
        return reports.save_report_texts(store, report.kind, report.period, texts)

    intro = f"{indicator.label} ({indicator.unit}), {report.period.name}. In ở phụ lục 1."
    return FormDialog(parent, "Chỉ tiêu giao, ước thực hiện", form, save, intro=intro)


def manual_dialog(parent: QWidget, store: Store, desk: DeskReport, figure: Figure) -> FormDialog:
    """Ask for a figure that no book gives, and where it comes from; emptied, it is taken out."""
    indicator, period = figure.indicator, desk.report.period
    known = figure.manual
    form = Form()
    example = "131" if indicator.shape is Shape.NUMBER else "1494/1504"
    form.add(
        [
            TextField("value", "Số liệu", required=known is None, hint=f"Ví dụ: {example}"),
            TextField("source_note", "Lấy từ đâu", hint="Ví dụ: sổ tay của thủ quỹ"),
        ]
    )
    if known is not None:
        form.set_values({"value": known.value, "source_note": known.source_note})

    def save(values: dict[str, Any], form_id: str) -> Change:
        if known is not None and not values["value"]:
            return figures.remove_manual_figure(store, known)
        typed = ManualFigure(
            id=known.id if known else None,
            indicator=indicator.code,
            from_on=known.from_on if known else period.from_on,
            to_on=known.to_on if known else period.to_on,
            value=values["value"],
            source_note=values["source_note"] or "",
        )
        return figures.save_manual_figure(store, typed, form_id)

    intro = (
        f"{indicator.label} ({indicator.unit}), {period.name}. "
        "Khi sổ có số liệu, báo cáo dùng số của sổ."
    )
    return FormDialog(parent, "Nhập số liệu bằng tay", form, save, intro=intro)


def _number_field(name: str, text: str, indicator: Indicator) -> Field:
    return AmountField(name, text) if indicator.is_money else NumberField(name, text)


def _known(text: str) -> int | None:
    return int(text) if text.isdigit() else None
