"""The columns of both lists of the register."""

from datetime import date

from ccb_desktop.domain.labels import FIELD as COMMON
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.register.documents import DocumentLine, DocumentState
from ccb_desktop.domain.register.labels import DOCUMENT_STATE, FIELD, LABELS
from ccb_desktop.ui.kit.columns import Column

KIND = LABELS["documents", "kind"]
SYMBOL = LABELS["documents", "symbol"]
STATE = LABELS["documents", "state"]
SUBJECT = LABELS["documents", "subject"]
DUE = LABELS["documents", "due_on"]
ARRIVAL = "Số đến"
YEAR = "Năm"
Columns = list[Column[DocumentLine]]


def out_columns() -> Columns:
    """What went out."""
    return [
        _symbol(SYMBOL),
        _day("issued_on", FIELD["issued_on"], 10),
        Column("kind", KIND, lambda one: one.kind_label, width=11),
        Column("subject", SUBJECT, lambda one: one.document.subject, width=31, named=True),
        Column("recipients", FIELD["recipients"], lambda one: one.document.recipients, width=18),
        Column("state", STATE, told_state, width=12),
        Column("signer", FIELD["signer"], lambda one: one.document.signer, width=14, shown=False),
        Column("answers", FIELD["answers_id"], lambda one: one.answers, width=18, shown=False),
        *_last(),
    ]


def in_columns(today: date) -> Columns:
    """What came in; what is late says so in words and colour."""
    return [
        Column(
            "number",
            ARRIVAL,
            lambda one: f"{one.document.number or 0:02}",
            lambda one: (one.document.series, one.document.number or 0),
            align="right",
            width=6,
        ),
        _day("arrived_on", FIELD["arrived_on"], 10),
        Column("subject", SUBJECT, lambda one: one.document.subject, width=28, named=True),
        _day("due_on", DUE, 10),
        Column(
            "state",
            STATE,
            lambda one: told_arrival(one, today),
            width=16,
            wrong=lambda one: is_late(one, today),
        ),
        Column("issuer", FIELD["issuer"], lambda one: one.document.issuer, width=18),
        _symbol(SYMBOL),
        Column("kind", KIND, lambda one: one.kind_label, width=11, shown=False),
        _day("issued_on", FIELD["issued_on"], 10, shown=False),
        Column("answered_by", "Trả lời bằng", lambda one: one.answered_by, width=18, shown=False),
        *_last(),
    ]


def told_state(line: DocumentLine) -> str:
    """`Đã ban hành`, `Giữ số`, `Đã hủy: Ghi nhầm`."""
    one = line.document
    told = DOCUMENT_STATE[one.state]
    return f"{told}: {one.reason}" if one.reason else told


def told_arrival(line: DocumentLine, today: date) -> str:
    """How far one that came in is: `Còn 3 ngày`, `Quá hạn 2 ngày`, `Xong 05/06/2026`."""
    one = line.document
    if one.state is DocumentState.CANCELLED:
        return told_state(line)
    if one.done_on is not None:
        return f"Xong {short_date(one.done_on)}"
    if one.due_on is None:
        return "Để biết"
    left = (one.due_on - today).days
    if left < 0:
        return f"Quá hạn {-left} ngày"
    return "Hạn hôm nay" if left == 0 else f"Còn {left} ngày"


def is_late(line: DocumentLine, today: date) -> bool:
    """Whether it should have been answered or done before today."""
    one = line.document
    return one.waits and one.due_on is not None and one.due_on < today


def _symbol(label: str) -> Column[DocumentLine]:
    return Column(
        "symbol",
        label,
        lambda one: one.document.symbol,
        lambda one: (one.document.series, one.document.kind, one.document.number or 0),
        width=13,
        named=True,
    )


def _day(name: str, label: str, width: int, *, shown: bool = True) -> Column[DocumentLine]:
    def day(line: DocumentLine) -> date | None:
        found: date | None = getattr(line.document, name)
        return found

    def text(line: DocumentLine) -> str:
        own = day(line)
        return short_date(own) if own is not None else ""

    return Column(name, label, text, day, width=width, shown=shown)


def _last() -> Columns:
    return [
        Column(
            "files",
            "Tệp",
            lambda one: str(one.files or ""),
            lambda one: one.files,
            align="right",
            width=5,
        ),
        Column("note", COMMON["note"], lambda one: one.document.note, width=16, shown=False),
    ]
