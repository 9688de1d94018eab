"""The lists of personal data on paper: consent, corrections, what left, erasures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.consent import (
    CONSENT,
    CONSENT_SHORT,
    Consent,
    ConsentLine,
)
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.personal_data.erasure import Erasure
from ccb_desktop.domain.personal_data.exports import PersonalExport
from ccb_desktop.domain.printing import number

_STT = Column("STT", 12, CellKind.PLAIN)
_CONSENT = (
    _STT,
    Column(FIELD["full_name"], 44),
    Column(FIELD["born_on"], 24, CellKind.DATE),
    Column(FIELD["unit"], 28),
    Column(FIELD["phone"], 26),
    Column(FIELD["consent"], 24),
    Column("Ngày đồng ý", 24, CellKind.DATE),
    Column("Theo giấy nào", 30),
    Column("Ngày rút", 24, CellKind.DATE),
    Column("Lý do rút", 32),
    Column(FIELD["note"], 30),
)
_CORRECTIONS = (
    Column("Lúc", 33),
    Column("Hồ sơ", 46),
    Column("Mục", 38),
    Column("Trước đó", 50),
    Column("Sau khi sửa", 50),
    Column("Người ghi", 34),
)
_EXPORTS = (
    Column("Lúc ghi tệp", 33),
    Column("Nội dung", 70),
    Column("Tên tệp", 70),
    Column("Số người", 18, CellKind.NUMBER),
    Column("Số CCCD, điện thoại", 32),
    Column("Người làm", 34),
)
_ERASURES = (
    _STT,
    Column("Tên quy ước", 60),
    Column("Ngày xóa", 26, CellKind.DATE),
    Column("Quyết định, đơn", 42),
    Column("Lý do", 80),
    Column("Số dòng nhật ký đã xóa", 30, CellKind.NUMBER),
)
MASKED, WHOLE = "Đã che bớt", "Để nguyên"
"""What is said of the numbers in a file that left."""


class Correction(NamedTuple):
    """One field of somebody's records that was corrected, in print."""

    at: str
    whose: str
    what: str
    before: str
    after: str
    by: str


def consent_list(
    source: ListSource, lines: Iterable[MemberLine], consents: Mapping[int, ConsentLine]
) -> ListPaper:
    """The members by how they stand to the keeping of their data, who has not consented first."""
    found = [(line, consents[line.person_id]) for line in present_members(source, lines)]
    order = list(CONSENT)
    found.sort(key=lambda one: order.index(one[1].state))  # names stay in their order
    rows: list[Row] = [
        (
            *(place, line.full_name, line.born_on, line.unit_name, source.secret(line.phone)),
            *(CONSENT_SHORT[consent.state], consent.given_on, consent.paper),
            *(consent.withdrawn_on, consent.reason, consent.note),
        )
        for place, (line, consent) in enumerate(found, 1)
    ]
    counts = Counter(consent.state for _line, consent in found)
    told = (f"{CONSENT[state].lower()} {number(counts[state])}" for state in Consent)
    note = f"Tổng cộng {number(len(rows))} hội viên: {', '.join(told)}."
    table = PaperTable(columns=_CONSENT, rows=rows, note=note)
    title = "DANH SÁCH HỘI VIÊN ĐỒNG Ý CHO GIỮ DỮ LIỆU CÁ NHÂN"
    return source.paper(title, source.as_at, table)


def corrections_list(
    source: ListSource, corrections: Sequence[Correction], left_out: int = 0
) -> ListPaper:
    """What was corrected in people's records in a period, the newest first."""
    wanted = fitting(corrections, source.order.filter, " ".join)
    note = f"Chỉ ghi những lần mới nhất; còn {number(left_out)} lần trước đó." if left_out else ""
    table = PaperTable(
        columns=_CORRECTIONS,
        rows=[tuple(one) for one in wanted],
        note=note or ("" if wanted else "Trong kỳ không có lần sửa nào."),
    )
    return source.paper("NHẬT KÝ SỬA HỒ SƠ", source.period, table)


def corrections_table(corrections: Iterable[Correction]) -> PaperTable:
    """The corrections of one person, for his file."""
    columns = (_CORRECTIONS[0], *_CORRECTIONS[2:])
    return PaperTable(columns=columns, rows=[(one.at, *one[2:]) for one in corrections])


def exports_list(source: ListSource, exports: Iterable[PersonalExport]) -> ListPaper:
    """The files that left in a period, the newest first."""
    wanted = fitting(list(exports), source.order.filter, _looked_into)
    note = "" if wanted else "Trong kỳ không có tệp nào được đưa ra."
    table = PaperTable(columns=_EXPORTS, rows=[_export(one) for one in wanted], note=note)
    return source.paper("NHẬT KÝ ĐƯA RA DỮ LIỆU CÁ NHÂN", source.period, table)


def exports_table(exports: Iterable[PersonalExport]) -> PaperTable:
    """The files in which one person stood, for his file."""
    return PaperTable(columns=_EXPORTS, rows=[_export(one) for one in exports])


def _export(one: PersonalExport) -> Row:
    at, numbers = f"{one.made_at:%d/%m/%Y %H:%M}", MASKED if one.masked else WHOLE
    return at, one.what, one.file_name, one.people, numbers, one.done_by


def _looked_into(one: PersonalExport) -> str:
    return f"{one.what} {one.file_name} {one.done_by}"


def erasures_list(source: ListSource, erasures: Iterable[Erasure]) -> ListPaper:
    """Whose data was erased in a period."""
    first, last = source.order.begins_on, source.order.on
    rows: list[Row] = [
        (place, one.name, one.erased_on, one.decision_no, one.reason, one.emptied)
        for place, one in enumerate(erasures, 1)
        if first <= one.erased_on <= last
    ]
    note = "" if rows else "Trong kỳ không xóa dữ liệu của ai."
    table = PaperTable(columns=_ERASURES, rows=rows, note=note)
    return source.paper("NHẬT KÝ XÓA DỮ LIỆU CÁ NHÂN", source.period, table)
