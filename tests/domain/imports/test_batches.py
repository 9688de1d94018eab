"""What is noted of an import."""

from types import SimpleNamespace

from ccb_desktop.domain.imports.batches import rows_told
from ccb_desktop.domain.imports.outcome import ImportResult, Outcome, RowResult, SheetResult


def test_rows_are_told_by_what_became_of_them_over_all_sheets():
    outcomes = [Outcome.CREATED] * 1_009 + [Outcome.CHANGED] * 3 + [Outcome.SKIPPED]
    rows = [RowResult(row, outcome, "") for row, outcome in enumerate(outcomes)]
    sheet = SheetResult(SimpleNamespace(), rows)
    told = rows_told(ImportResult((sheet, sheet), ()))
    assert told == "2.018 dòng mới, 6 dòng thay đổi, 0 dòng giữ nguyên, 2 dòng bỏ qua"
