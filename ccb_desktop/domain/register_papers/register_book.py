"""Book 10: documents that went out and that came in over a period (*sổ văn bản đi, đến*)."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.labels import FIELD as COMMON
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.register.documents import Direction, DocumentLine, DocumentState
from ccb_desktop.domain.register.labels import DOCUMENT_STATE, FIELD, LABELS

_KIND = LABELS["documents", "kind"]
_SUBJECT = LABELS["documents", "subject"]
_SYMBOL = LABELS["documents", "symbol"]
_NOTE = COMMON["note"]
_OUT = (
    Column(_SYMBOL, 32),
    Column(FIELD["issued_on"], 27, CellKind.DATE),
    Column(_KIND, 30),
    Column(_SUBJECT, 86),
    Column(FIELD["signer"], 38),
    Column(FIELD["recipients"], 48),
    Column(_NOTE, 40),
)
_IN = (
    Column(FIELD["arrived_on"], 27, CellKind.DATE),
    Column("Số đến", 15, CellKind.PLAIN),
    Column(FIELD["issuer"], 44),
    Column(_SYMBOL, 32),
    Column(FIELD["issued_on"], 27, CellKind.DATE),
    Column(f"{_KIND}, {_SUBJECT.lower()}", 80),
    Column(LABELS["documents", "due_on"], 27, CellKind.DATE),
    Column("Đã giải quyết", 42),
    Column(_NOTE, 30),
)


def register_book(source: ListSource, lines: Iterable[DocumentLine]) -> ListPaper:
    """Both parts of the book, each in the order of its numbers.

    Args:
        source: What was asked for.
        lines: Documents of any day; those of the period are taken.
    """
    first, last = source.order.begins_on, source.order.on
    wanted = [line for line in lines if first <= _day(line) <= last]
    fitted = fitting(wanted, source.order.filter, _looked_into)
    fitted.sort(key=_order)
    gone = [line for line in fitted if line.document.direction is Direction.OUT]
    came = [line for line in fitted if line.document.direction is Direction.IN]
    return source.paper(
        "SỔ VĂN BẢN ĐI, ĐẾN",
        source.period,
        PaperTable(
            columns=_OUT,
            rows=[_out_row(line) for line in gone],
            title="I. Văn bản đi",
            note="" if gone else "Không có văn bản đi trong kỳ.",
        ),
        PaperTable(
            columns=_IN,
            rows=[_in_row(line) for line in came],
            title="II. Văn bản đến",
            note="" if came else "Không có văn bản đến trong kỳ.",
            new_page=bool(gone),
        ),
    )


def _day(line: DocumentLine) -> date:
    one = line.document
    day = one.arrived_on if one.direction is Direction.IN else one.issued_on
    return day or date.min


def _order(line: DocumentLine) -> tuple[date, str, str, int]:
    one = line.document
    return _day(line), one.series, one.kind, one.number or 0


def _out_row(line: DocumentLine) -> Row:
    one = line.document
    parts = (_told_state(line), f"Trả lời {line.answers}" if line.answers else "", one.note)
    return (
        one.symbol,
        one.issued_on,
        line.kind_label,
        one.subject,
        one.signer,
        one.recipients,
        "; ".join(filter(None, parts)),
    )


def _in_row(line: DocumentLine) -> Row:
    one = line.document
    done = f"Ngày {short_date(one.done_on)}" if one.done_on is not None else ""
    return (
        one.arrived_on,
        one.number,
        one.issuer,
        one.symbol,
        one.issued_on,
        f"{line.kind_label}: {one.subject}",
        one.due_on,
        "; ".join(filter(None, (done, line.answered_by))),
        "; ".join(filter(None, (_told_state(line), one.note))),
    )


def _told_state(line: DocumentLine) -> str:
    """What is not as it should be: `Giữ số`, `Đã hủy: Ghi nhầm`."""
    one = line.document
    if one.state is DocumentState.ISSUED:
        return ""
    told = DOCUMENT_STATE[one.state]
    return f"{told}: {one.reason}" if one.reason else told


def _looked_into(line: DocumentLine) -> tuple[str, ...]:
    one = line.document
    return (
        *(one.symbol, line.kind_label, one.subject, one.issuer, one.recipients, one.signer),
        one.note,
    )
