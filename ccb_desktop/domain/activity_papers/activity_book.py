"""Book 8: the activities of a period, each measure in a column of its own (rule 13)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from ccb_desktop.domain.activities.activities import Activity, ActivityRole
from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.labels import LABELS as OWN_LABELS
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.sums import ActivitySum, session_measure, sum_up, sums_by
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number

_NUMBER, _MONEY = CellKind.NUMBER, CellKind.MONEY
_KIND, _NAME, _RESULT, _UNIT = (
    OWN_LABELS["activities", name] for name in ("kind", "name", "result", "unit_id")
)
_ROLE_TOLD = {ActivityRole.LEADING: "", ActivityRole.TAKING_PART: " (phối hợp)"}
_MEASURES = (
    Column("Buổi", 15, _NUMBER, group="Số lần"),
    Column("Cuộc", 15, _NUMBER, group="Số lần"),
    Column("Hội viên", 17, _NUMBER, group="Lượt người dự"),
    Column("TN, HS", 17, _NUMBER, group="Lượt người dự"),
    Column("Nhân dân", 19, _NUMBER, group="Lượt người dự"),
    Column("Ý kiến", 16, _NUMBER),
    Column(OWN_FIELD["quantity"], 34),
    Column("Kinh phí (đồng)", 27, _MONEY),
)
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(OWN_FIELD["held_on"], 27, CellKind.DATE),
    Column(_NAME, 58),
    Column(_KIND, 34),
    Column(_UNIT, 25),
    *_MEASURES,
    Column(_RESULT, 44),
)


def activity_book(source: ListSource, lines: Iterable[ActivityLine]) -> ListPaper:
    """The activities in the order of their days, then what they come to by kind and by unit.

    Args:
        source: What was asked for.
        lines: The activities of the period.
    """
    found = fitting(lines, source.order.filter, _looked_into)
    found.sort(key=lambda one: (one.activity.held_on, one.activity.id or 0))
    whole = sum_up(found)
    total: Row = (None, "", "Cộng", "", "", *_cells(whole), "")
    book = PaperTable(
        columns=_COLUMNS,
        rows=[_row(place, line) for place, line in enumerate(found, 1)],
        totals=(total,) if found else (),
        note=f"Cộng: {whole.told}." if found else "",
    )
    tables = [book]
    if found:
        tables += [
            _summary("Tổng hợp theo loại hoạt động", _KIND, found, lambda one: one.kind_name),
            _summary("Tổng hợp theo đơn vị", _UNIT, found, lambda one: one.unit_name),
        ]
    return source.paper("SỔ SINH HOẠT, HOẠT ĐỘNG", source.period, *tables)


def _summary(
    title: str,
    head: str,
    lines: Sequence[ActivityLine],
    label_of: Callable[[ActivityLine], str],
) -> PaperTable:
    sums = sorted(sums_by(lines, label_of), key=lambda one: sort_key(one.label, by_first_word=True))
    return PaperTable(
        columns=(Column(head, 50), *_MEASURES),
        rows=[(one.label, *_cells(one)) for one in sums],
        totals=(("Cộng", *_cells(sum_up(lines))),),
        title=title,
    )


def _row(place: int, line: ActivityLine) -> Row:
    activity = line.activity
    sessions = activity.sessions
    is_cuoc = session_measure(activity.kind) == "cuộc"
    return (
        place,
        activity.held_on,
        activity.name + _ROLE_TOLD[activity.role],
        line.kind_name,
        line.unit_name,
        None if is_cuoc else sessions,
        sessions if is_cuoc else None,
        activity.members_present,
        activity.youth_present,
        activity.people_present,
        activity.opinions,
        _quantity(activity),
        activity.cost_dong or None,
        activity.result,
    )


def _quantity(activity: Activity) -> str:
    return "" if activity.quantity is None else _counted(activity.measure, activity.quantity)


def _counted(measure: str, count: Decimal) -> str:
    return f"{number(count)} {measure}"


def _cells(one: ActivitySum) -> Iterator[int | str | None]:
    yield from (one.buoi or None, one.cuoc or None)
    yield from (one.members_present or None, one.youth_present or None)
    yield from (one.people_present or None, one.opinions or None)
    yield "; ".join(_counted(measure, count) for measure, count in one.quantities)
    yield one.cost_dong or None


def _looked_into(line: ActivityLine) -> tuple[str, ...]:
    activity = line.activity
    return (
        *(activity.name, line.kind_name, line.unit_name, activity.place, activity.result),
        *(activity.measure, line.payment, activity.note),
    )
