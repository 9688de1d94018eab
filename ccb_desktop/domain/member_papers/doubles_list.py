"""The list of people who may have been entered twice, one line for each pair."""

from collections.abc import Iterable, Iterator

from ccb_desktop.domain.doubles.candidates import Candidate
from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_COLUMNS = (
    Column("STT", 13, CellKind.PLAIN),
    Column("Điểm", 14, CellKind.PLAIN),
    Column("Người thứ nhất", 36),
    Column(FIELD["born_on"], 24, CellKind.DATE),
    Column(FIELD["unit"], 26),
    Column(FIELD["card_no"], 22),
    Column("Người thứ hai", 36),
    Column(f"{FIELD['born_on']} (người thứ hai)", 24, CellKind.DATE),
    Column(f"{FIELD['unit']} (người thứ hai)", 26),
    Column(f"{FIELD['card_no']} (người thứ hai)", 22),
    Column("Vì sao", 44),
    Column("Khác nhau", 34),
)


def doubles(source: ListSource, candidates: Iterable[Candidate]) -> ListPaper:
    """Who may have been entered twice, the likeliest first."""
    shown = fitting(candidates, source.order.filter, _searched)
    rows: list[Row] = [
        (
            place,
            pair.score,
            *_of(pair.first),
            *_of(pair.second),
            ", ".join(pair.reasons),
            ", ".join(pair.against),
        )
        for place, pair in enumerate(shown, 1)
    ]
    said = f"Tổng cộng: {number(len(rows))} cặp cần đối chiếu. Điểm 100 là chắc chắn."
    table = PaperTable(columns=_COLUMNS, rows=rows, note=said)
    return source.paper("NGƯỜI CÓ THỂ GHI TRÙNG", source.as_at, table)


def _of(person: KnownPerson) -> Row:
    return person.full_name, person.born_on, person.unit_name, person.card_no


def _searched(pair: Candidate) -> Iterator[object]:
    for person in (pair.first, pair.second):
        yield from (person.full_name, person.born_on, person.unit_name, person.card_no)
        yield from (person.citizen_id, person.phone, person.home_town)
    yield from pair.reasons
