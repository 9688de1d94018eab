"""The whole file of a person (Hồ sơ cá nhân): everything the books say, section by section."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.attached_files import ATTACHED_KIND, AttachedFile, size_text
from ccb_desktop.domain.funds.person_money import PersonMoney
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.course_words import course_in_words
from ccb_desktop.domain.member_papers.member_sheet import (
    LABELS_ON_SHEET,
    MemberFile,
    MemberSheet,
    SheetSource,
    member_sheet,
    text_of,
)
from ccb_desktop.domain.member_papers.money_section import money_blocks
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.papers import (
    Block,
    CellKind,
    Column,
    Heading,
    Letterhead,
    PaperTable,
    Paragraph,
    Signature,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import roman

TITLE = "HỒ SƠ CÁ NHÂN"

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "BẢN THÂN",
        (
            *("full_name", "other_name", "sex", "born_on", "age", "citizen_id"),
            *("citizen_id_issued_on", "phone", "home_town", "address", "street_group"),
            *("old_address", "ethnicity", "religion", "education", "qualification"),
            *("occupation", "health_note", "died_on", "lunar_death_day", "burial_place"),
            *("consent", "consent_on", "consent_paper", "consent_withdrawn_on"),
            *("consent_withdrawn_reason", "consent_note", "note"),
        ),
    ),
    (
        "QUÂN NGŨ",
        (
            *("enlisted_on", "discharged_on", "rank", "military_post", "military_unit"),
            *("training", "periods", "theatres"),
        ),
    ),
    (
        "ĐẢNG",
        (
            *("party_joined_on", "party_official_on", "party_cell", "party_badge"),
            "political_theory",
        ),
    ),
    (
        "CHÍNH SÁCH, KHEN THƯỞNG",
        ("policies", "insurance_no", "insurance_entitled", "medal_year", "commendations"),
    ),
    (
        "HỘI VIÊN",
        (
            *("card_no", "card_issued_on", "card_reissued_on", "joined_on"),
            *("admission_category", "unit", "sub_unit", "status", "hoi_post"),
            "membership_note",
        ),
    ),
    ("CÂU LẠC BỘ CỰU QUÂN NHÂN", ("club", "club_joined_on")),
    (
        "GIA ĐÌNH",
        (
            *("household_head", "household_address", "poverty", "house_state"),
            *("cultural_family", "business_kind", "business_name", "business_revenue_dong"),
            *("business_workers", "business_income_dong", "land_clearance"),
        ),
    ),
)
"""Headings of the first sections, and their fields by the names of the member sheet."""

FACTS = ("born_on", "card_no", "unit", "status")
"""What stands beside the photo."""

_OWN = "THÔNG TIN RIÊNG CỦA HỘI"
_POSTS = "CHỨC DANH"
_MONEY = "HỘI PHÍ, VAY VỐN, ỦNG HỘ"
_WELFARE = "THĂM HỎI, THÂN NHÂN"
_WORK = "VIỆC ĐƯỢC GIAO, ĐĂNG KÝ THI ĐUA"
_MEETINGS = "DỰ SINH HOẠT"
_GRADED = "BÌNH XÉT HỘI VIÊN"
_PRAISED = "SỔ KHEN THƯỞNG, KỶ LUẬT"
_ATTACHED = "GIẤY TỜ KÈM THEO"
_NOTHING = "Chưa ghi gì."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFilePaper:
    """What the paper says.

    Attributes:
        name: The person, in capitals.
        facts: Label and value, beside the photo.
        photo: As JPEG, where there is one.
    """

    letterhead: Letterhead
    name: str
    facts: tuple[tuple[str, str], ...]
    photo: bytes | None
    body: tuple[Block, ...]
    signature: Signature


def person_file_paper(
    source: SheetSource,
    file: MemberFile,
    money: PersonMoney | None = None,
    welfare: Sequence[Block] = (),
    work: Sequence[Block] = (),
    meetings: Sequence[Block] = (),
    graded: Sequence[Block] = (),
    praised: Sequence[Block] = (),
    data: Sequence[tuple[str, Sequence[Block]]] = (),
) -> PersonFilePaper:
    """The file of one person, as at the day of the source.

    Args:
        source: What the paper needs of the branch.
        file: The person.
        money: What the books of money say of him; told only where they say something.
        welfare: Visits, illnesses and relatives, from `visits_section`.
        work: Tasks and commitments, from `work_section`.
        meetings: Those he was called to, from `attended_section`.
        graded: What he was found to be, year by year, from `person_section`.
        praised: What he was awarded, put forward for and disciplined for, from the same.
        data: Heading and blocks of what was done with his data itself, at the end.
    """
    sheet = member_sheet(source, file)
    emulation = ((_GRADED, graded), (_PRAISED, praised))
    books = ((_WELFARE, welfare), (_WORK, work), (_MEETINGS, meetings), *emulation)
    return PersonFilePaper(
        letterhead=letterhead_of(source.branch, source.on),
        name=file.person.full_name.upper(),
        facts=tuple((LABELS_ON_SHEET[name], sheet.fields[name]) for name in FACTS),
        photo=file.photo,
        body=tuple(_numbered([*_sections(source, file, sheet, money, books), *_told_of(data)])),
        signature=board_signature(source.branch),
    )


_Section = tuple[str, list[Block]]


def _sections(
    source: SheetSource,
    file: MemberFile,
    sheet: MemberSheet,
    money: PersonMoney | None,
    books: Iterable[tuple[str, Sequence[Block]]],
) -> Iterable[_Section]:
    for heading, names in SECTIONS:
        blocks = _told([(LABELS_ON_SHEET[name], sheet.fields[name]) for name in names])
        if heading == "HỘI VIÊN":
            blocks += _course(source, file)
        if heading == "GIA ĐÌNH" and file.household is not None:
            blocks += _years(source, file)
        yield heading, blocks
    yield _POSTS, _posts(sheet)
    if money is not None and not money.is_empty:
        yield _MONEY, money_blocks(money)
    for heading, blocks_of in books:
        if blocks_of:
            yield heading, list(blocks_of)
    if sheet.own:
        yield _OWN, _told([(one["label"], one["value"]) for one in sheet.own])
    yield _ATTACHED, _attached(file.attached)


def _told_of(data: Sequence[tuple[str, Sequence[Block]]]) -> Iterable[_Section]:
    return ((heading, list(blocks)) for heading, blocks in data if blocks)


def _numbered(sections: Iterable[_Section]) -> Iterable[Block]:
    for number, (heading, blocks) in enumerate(sections, 1):
        yield Heading(1, f"{roman(number)}. {heading}")
        yield from blocks or [Paragraph(_NOTHING, italic=True)]


def _told(pairs: Sequence[tuple[str, str]]) -> list[Block]:
    """A table of what is known, and under it the names of what is not."""
    known = [(label, value) for label, value in pairs if value]
    unknown = [label for label, value in pairs if not value]
    note = f"Chưa ghi: {', '.join(unknown)}." if unknown else ""
    if not known:
        return [Paragraph(note, italic=True)] if note else []
    columns = (Column("Mục", 55), Column("Nội dung", 110))
    return [PaperTable(columns=columns, rows=known, note=note)]


def _course(source: SheetSource, file: MemberFile) -> list[Block]:
    """What happened in the Hội, in sentences."""
    sentences = [
        sentence
        for membership in file.memberships
        if membership.kind is MembershipKind.HOI
        for sentence in course_in_words(
            membership,
            [event for event in file.events if event.membership_id == membership.id],
            source.unit_names,
        )
    ]
    if not sentences:
        return []
    told = [Paragraph(f"- {sentence}") for sentence in sentences]
    return [Paragraph("Quá trình trong Hội", bold=True), *told]


def _years(source: SheetSource, file: MemberFile) -> list[Block]:
    """What was found of the household year by year."""
    years = file.household.years if file.household else ()
    rows = [
        (
            year.year,
            source.labels.get("POVERTY", {}).get(year.poverty or "", ""),
            source.labels.get("HOUSE", {}).get(year.house_state or "", ""),
            text_of(year.cultural_family),
        )
        for year in years
    ]
    columns = (
        Column("Năm", 20, CellKind.PLAIN),
        Column(FIELD["poverty"], 45),
        Column(FIELD["house_state"], 45),
        Column(FIELD["cultural_family"], 45),
    )
    return [PaperTable(columns=columns, rows=rows, title="Từng năm")] if rows else []


def _posts(sheet: MemberSheet) -> list[Block]:
    columns = (
        Column(FIELD["title"], 50),
        Column(FIELD["scope"], 25),
        Column(FIELD["organisation"], 45),
        Column(FIELD["from_on"], 22),
        Column(FIELD["to_on"], 22),
    )
    names = ("title", "scope", "organisation", "from_on", "to_on")
    rows = [tuple(post[name] for name in names) for post in sheet.posts]
    return [PaperTable(columns=columns, rows=rows)] if rows else []


def _attached(files: Iterable[AttachedFile]) -> list[Block]:
    rows = [
        (
            number,
            file.title,
            ATTACHED_KIND[file.kind],
            file.file_name,
            size_text(file.size_bytes),
            file.added_on,
            file.note,
        )
        for number, file in enumerate(files, 1)
    ]
    columns = (
        Column("TT", 10, CellKind.PLAIN),
        Column("Tên giấy tờ", 48),
        Column("Loại", 26),
        Column("Tên tệp", 36),
        Column("Dung lượng", 20),
        Column("Ngày lưu", 24, CellKind.DATE),
        Column(FIELD["note"], 24),
    )
    return [PaperTable(columns=columns, rows=rows)] if rows else []
