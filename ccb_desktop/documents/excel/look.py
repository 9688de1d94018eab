"""How the cells of a written workbook look: one style for each purpose, made once."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.papers import Align, CellKind, Column

FONT = "Times New Roman"
_GREY = "#F2F2F2"
_YELLOW = "#FFF7C2"
_GREEN = "#1F6B3A"
_VIETNAMESE = "[$-42A]"  # points between thousands, a decimal comma
_NUMBER_FORMATS = {
    CellKind.NUMBER: f"{_VIETNAMESE}#,##0",
    CellKind.PLAIN: "0",
    CellKind.MONEY: f"{_VIETNAMESE}#,##0",
    CellKind.PERCENT: f"{_VIETNAMESE}0.00%",
    CellKind.DATE: "dd/mm/yyyy",
}
_PLAIN: Mapping[str, Any] = MappingProxyType({"valign": "vcenter", "text_wrap": True})
_CENTERED: Mapping[str, Any] = MappingProxyType({**_PLAIN, "align": "center"})
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "parent": {**_CENTERED, "font_size": 12},
    "issuer": {**_CENTERED, "font_size": 12, "bold": True, "valign": "top"},
    "nation": {**_CENTERED, "font_size": 12, "bold": True, "valign": "bottom"},
    "motto": {**_CENTERED, "font_size": 13, "bold": True, "valign": "top"},
    "line": {"align": "center", "valign": "top", "font_size": 8},
    "number": {**_CENTERED, "font_size": 13},
    "place": {**_CENTERED, "font_size": 13, "italic": True},
    "title": {**_CENTERED, "font_size": 14, "bold": True},
    "subtitle": {**_CENTERED, "font_size": 13, "italic": True},
    "note": {**_PLAIN, "font_size": 12, "italic": True, "align": "left"},
    "told": {**_PLAIN, "font_size": 12, "bold": True, "align": "right"},
    "signs": {"text_wrap": True, "align": "center", "valign": "top", "font_size": 13},
    "hint": {**_CENTERED, "font_size": 12, "italic": True},
}


class Look:
    """A workbook being laid out, with the styles of its cells."""

    def __init__(self, title: str, author: str, made_at: datetime | None = None) -> None:
        import xlsxwriter  # noqa: PLC0415 (heavy, wanted only when a workbook is written)

        self.content = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 12},
            "default_row_height": 21,
            "default_column_width": 72,
        }
        self.book = xlsxwriter.Workbook(self.content, options)
        told: dict[str, Any] = {"title": clean(title), "author": clean(author)}
        if made_at is not None:
            told["created"] = made_at.astimezone(UTC)
        self.book.set_properties(told)
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, name: str) -> Any:
        """The style of one purpose outside the table."""
        return self._format(_STYLES[name])

    def letters(self, *, bold: bool = False, italic: bool = False) -> Any:
        """Letters within a cell of several kinds."""
        return self._format({"font_size": 13, "bold": bold, "italic": italic})

    def heading(self, font_size: float) -> Any:
        """The style of column headings."""
        return self._format(
            {**_boxed(font_size), "bold": True, "align": "center", "bg_color": _GREY}
        )

    def band(self, font_size: float) -> Any:
        """The style of a heading row across the table."""
        return self._format({**_boxed(font_size), "bold": True, "align": "left", "bg_color": _GREY})

    def cell(
        self, column: Column, font_size: float, *, bold: bool = False, whole: bool = True
    ) -> Any:
        """The style of the cells of a column; `whole` when its numbers have no fractions."""
        look = {**_boxed(font_size), "align": _ALIGN[column.stands]}
        if column.kind in _NUMBER_FORMATS and (whole or column.kind is not CellKind.NUMBER):
            look["num_format"] = _NUMBER_FORMATS[column.kind]
        if bold:
            look["bold"] = True
        return self._format(look)

    def form_heading(self, *, required: bool) -> Any:
        """The style of headings of a form to fill in; required columns stand out."""
        strong = {"bg_color": _GREEN, "font_color": "#FFFFFF"} if required else {"bg_color": _GREY}
        return self._format({**_boxed(12), "bold": True, "align": "center", **strong})

    def form_cell(self, number_format: str, *, centred: bool = False) -> Any:
        """The style of cells of a form."""
        placed = {"align": "center"} if centred else {}
        return self._format({"font_size": 12, "num_format": number_format, **placed})

    def to_fill(self, number_format: str, *, centred: bool = False) -> Any:
        """The style of cells of a boxed form that are to be filled in."""
        return self._format(_of_form(number_format, _YELLOW, centred=centred))

    def locked_cell(self, number_format: str, *, centred: bool = False) -> Any:
        """The style of its other cells, which look as if nobody should touch them."""
        return self._format(_of_form(number_format, _GREY, centred=centred))

    def colour(self, background: str) -> Any:
        """What a rule puts over the own style of cells; it has no letters of its own."""
        return self.book.add_format({"bg_color": background, "border": 1})

    def _format(self, properties: Mapping[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format({"font_name": FONT, **properties})
        return self._made[key]


_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def _of_form(number_format: str, background: str, *, centred: bool) -> dict[str, Any]:
    placed = {"align": "center"} if centred else {}
    return {**_boxed(12), "num_format": number_format, "bg_color": background, **placed}


def _boxed(font_size: float) -> dict[str, Any]:
    return {**_PLAIN, "font_size": font_size, "border": 1}
