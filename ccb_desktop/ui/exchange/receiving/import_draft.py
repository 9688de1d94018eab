"""What the import wizard has in hand while the officer goes from step to step."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.exchange.typed_rows import (
    SheetMapping,
    UnderstoodSheet,
    UnderstoodWorkbook,
)
from ccb_desktop.domain.imports.batches import RememberedColumns
from ccb_desktop.domain.imports.choices import Choices
from ccb_desktop.domain.imports.comparing import ComparedLine, compared_lines, with_more
from ccb_desktop.domain.imports.outcome import ImportResult, SheetResult
from ccb_desktop.domain.submissions.arrivals import Arrival

SheetKey = tuple[Path, str]
LEFT_OUT = "Bác đã chọn không đọc bảng này."


@dataclass(slots=True)
class ImportDraft:
    """One import that is being prepared.

    Attributes:
        as_of: The day of the lists.
        arrivals: What the files came as, noted with the import.
        mappings: Sheets that the officer matched by hand.
        left_out: Sheets that he does not want to be read.
        repeats: Sheets whose rows of money he takes although the books have the same.
        choices: What of the sheets he leaves, by row and by field.
        whole: What the import would do if everything were taken.
        form_id: Made once, so that a double click imports once.
    """

    as_of: date = field(default_factory=date.today)
    sources: list[SourceWorkbook] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    mappings: dict[SheetKey, SheetMapping] = field(default_factory=dict)
    left_out: set[SheetKey] = field(default_factory=set)
    workbooks: list[UnderstoodWorkbook] = field(default_factory=list)
    result: ImportResult | None = None
    repeats: set[SheetKey] = field(default_factory=set)
    choices: Choices = field(default_factory=dict)
    whole: ImportResult | None = None
    form_id: str = field(default_factory=lambda: uuid4().hex)

    def take(self, workbooks: list[UnderstoodWorkbook]) -> None:
        """Keep what was understood, without the sheets that shall not be read."""
        self.workbooks = [self._without_left_out(workbook) for workbook in workbooks]

    def matched_by_hand(self) -> list[RememberedColumns]:
        """How the officer matched sheets, to match those of their shapes alike from now on."""
        sheets = self.sheets()
        return [
            RememberedColumns(shape_key=sheet.shape_key, kind=sheet.kind, columns=said.columns)
            for key, said in self.mappings.items()
            if key not in self.left_out and (sheet := sheets.get(key)) and sheet.kind
        ]

    def forget_choices(self, key: SheetKey) -> None:
        """The sheet is read otherwise than when rows and fields of it were chosen."""
        self.choices = {one: choice for one, choice in self.choices.items() if one != key}

    def compared(self) -> list[ComparedLine]:
        """Everything that can be taken or left."""
        every = self.whole or self.result
        if every is None or self.result is None:
            return []
        lines = compared_lines(self._by_key(every))
        return with_more(lines, compared_lines(self._by_key(self.result)))

    def _by_key(self, result: ImportResult) -> dict[SheetKey, SheetResult]:
        keys = {id(sheet): key for key, sheet in self.sheets().items()}
        return {keys[id(one.sheet)]: one for one in result.sheets if id(one.sheet) in keys}

    def repeated(self) -> dict[SheetKey, int]:
        """The sheets with rows of money that are likely repeats, and how many."""
        results = self.result.sheets if self.result else ()
        counts = {id(one.sheet): one.repeats for one in results if one.repeats}
        return {k: counts[id(sheet)] for k, sheet in self.sheets().items() if id(sheet) in counts}

    def lacking(self) -> list[tuple[SheetKey, UnderstoodSheet]]:
        """The sheets that are to be read and lack a required column."""
        return [
            (key, sheet)
            for key, sheet in self.sheets().items()
            if sheet.missing_fields and not sheet.ignored_reason
        ]

    def can_be_read(self) -> bool:
        """Whether there is a sheet to read, and none of them lacks a required column."""
        return any(workbook.sheets for workbook in self.workbooks) and not self.lacking()

    def _without_left_out(self, workbook: UnderstoodWorkbook) -> UnderstoodWorkbook:
        path = workbook.source.path
        unwanted = [s for s in workbook.sheets if (path, s.source.name) in self.left_out]
        told = tuple(replace(sheet, ignored_reason=LEFT_OUT) for sheet in unwanted)
        kept = tuple(sheet for sheet in workbook.sheets if sheet not in unwanted)
        return replace(workbook, sheets=kept, ignored=(*workbook.ignored, *told))

    def sheets(self) -> Mapping[SheetKey, UnderstoodSheet]:
        """Every sheet of every file, in the order of the files."""
        return {
            (workbook.source.path, sheet.source.name): sheet
            for workbook in self.workbooks
            for source in workbook.source.sheets
            for sheet in (*workbook.sheets, *workbook.ignored)
            if sheet.source.name == source.name
        }
