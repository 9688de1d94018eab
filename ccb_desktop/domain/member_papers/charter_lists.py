"""What the charter watch finds, as lists: of one rule, and of all."""

from collections.abc import Iterable

from ccb_desktop.domain.charter_watch.findings import Finding, Urgency
from ccb_desktop.domain.charter_watch.watch import CharterWatch, RuleResult
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

URGENCY = {Urgency.OVERDUE: "Quá hạn", Urgency.DUE: "Trong hạn", Urgency.ADVICE: "Cần xem"}

_DATE = CellKind.DATE
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Họ và tên, đơn vị", 44),
    Column(FIELD["unit"], 26),
    Column("Căn cứ trong sổ", 84),
    Column("Tính từ ngày", 25, _DATE),
    Column("Hạn", 25, _DATE),
    Column("Mức độ", 20),
    Column("Cần làm", 62),
)


def rule_list(source: ListSource, result: RuleResult) -> ListPaper:
    """Those whom one rule finds."""
    found = fitting(result.findings, source.order.filter, searched)
    title = f"THEO DÕI ĐIỀU LỆ: {result.rule.label.upper()}"
    return source.paper(title, source.as_at, _table(result, list(_rows(found)), len(found)))


def _table(result: RuleResult, rows: list[Row | Band], count: int) -> PaperTable:
    said = [f"Tổng cộng: {number(count)}.", result.says, _left_out(result)]
    return PaperTable(columns=_COLUMNS, rows=rows, note=" ".join(part for part in said if part))


def _left_out(result: RuleResult) -> str:
    if result.switch is not None:
        return f"Quy định này đang tắt. Lý do: {result.switch.reason}"
    return result.lacks


def charter_list(source: ListSource, watch: CharterWatch) -> ListPaper:
    """Everything that is found, rule by rule; rules that find nothing are left out."""
    rows: list[Row | Band] = []
    count = 0
    for result in watch.results:
        found = fitting(result.findings, source.order.filter, searched)
        if found:
            rows.append(Band(f"{result.rule.label} ({number(len(found))})"))
            rows += _rows(found)
            count += len(found)
    off = [result.rule.label for result in watch.results if result.switch is not None]
    note = f"Tổng cộng: {number(count)}."
    note += f" Quy định đang tắt: {', '.join(off)}." if off else ""
    table = PaperTable(columns=_COLUMNS, rows=rows, note=note)
    return source.paper("NHỮNG VIỆC CẦN LÀM THEO ĐIỀU LỆ HỘI", source.as_at, table)


def searched(finding: Finding) -> tuple[object, ...]:
    """What a filter looks into."""
    return finding.name, finding.unit_name, finding.evidence, URGENCY[finding.urgency]


def _rows(found: Iterable[Finding]) -> Iterable[Row]:
    for place, one in enumerate(found, 1):
        yield (
            place,
            one.name,
            one.unit_name,
            one.evidence,
            one.since,
            one.due_on,
            URGENCY[one.urgency],
            one.advice,
        )
