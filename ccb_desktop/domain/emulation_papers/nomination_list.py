"""Who is put forward in a year: the list, its balance over chi hội, and the proposal."""

from collections.abc import Iterable, Sequence
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.emulation.awards import AwardRecipient, NominationStage
from ccb_desktop.domain.emulation.balance import UnitShare, told_balance
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.labels import NOMINATION_STAGE
from ccb_desktop.domain.emulation.nomination_book import NominationBook, NominationLine
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import (
    Annex,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Paragraph,
    ReportPaper,
    Row,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, percentage

_PLAIN, _NUMBER = CellKind.PLAIN, CellKind.NUMBER
_COLUMNS = (
    Column("STT", 13, _PLAIN),
    Column("Cá nhân, tập thể", 46),
    Column(FIELD["born_on"], 31, CellKind.DATE),
    Column(FIELD["unit"], 26),
    Column("Chức vụ Hội", 28),
    Column("Năm vào Hội", 18, _PLAIN),
    Column("Kết quả các năm", 44),
    Column("Năm liền", 15, _NUMBER),
    Column("Đã được khen", 40),
    Column(OWN_FIELD["giver"], 30),
    Column(FIELD["reason"], 46),
)
_STAGE = Column("Bước", 25)
_BALANCE = (
    Column(FIELD["unit"], 44),
    Column("Số người", 24, _NUMBER, group="Hội viên"),
    Column("Tỷ lệ", 24, CellKind.PERCENT, group="Hội viên"),
    Column("Số người", 24, _NUMBER, group="Đề nghị khen"),
    Column("Tỷ lệ", 24, CellKind.PERCENT, group="Đề nghị khen"),
    Column("Nhận xét", 70),
)
_OPEN = frozenset({NominationStage.PROPOSED, NominationStage.AGREED, NominationStage.SENT})
"""What a proposal asks for: neither what was given nor what was refused."""


def nomination_list(source: ListSource, book: NominationBook) -> ListPaper:
    """All nominations of a year, a table for each form, then their balance.

    Args:
        source: What was asked for.
        book: The nominations with their evidence.
    """
    lines = fitting(book.lines, source.order.filter, _looked_into)
    tables = list(_tables(lines, with_stage=True))
    if not tables:
        tables = [
            PaperTable(columns=(*_COLUMNS, _STAGE), rows=(), note="Năm này chưa đề nghị khen ai.")
        ]
    if any(one.nominated for one in book.shares):
        tables.append(balance_table(book.shares))
    title = f"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM {book.year}"
    return source.paper(title, source.as_at, *tables)


def proposal(
    branch: Branch, book: NominationBook, on: date, number: int | None = None
) -> ReportPaper:
    """The proposal to the level above for what is still open, with the list as its annex.

    Args:
        branch: Who proposes.
        book: The nominations of the year.
        on: The day of the paper.
        number: In the register of documents.
    """
    lines = [line for line in book.lines if line.nomination.stage in _OPEN]
    body = [
        Paragraph(
            f"Căn cứ kết quả bình xét thi đua năm {book.year} và đề nghị của các chi hội, "
            f"{branch.name} kính đề nghị cấp trên xét khen thưởng:"
        ),
        *(Paragraph(f"- {text}") for text in _wishes(lines)),
        Paragraph(
            "Các cá nhân, tập thể trên đủ tiêu chuẩn theo quy định; thành tích ghi ở danh sách "
            "kèm theo."
        ),
        Paragraph(f"{branch.name} kính trình cấp trên xem xét, quyết định."),
    ]
    return ReportPaper(
        letterhead=letterhead_of(branch, on, symbol="TTr", number=number),
        kind="TỜ TRÌNH",
        subject=f"Về việc đề nghị khen thưởng năm {book.year}",
        addressees=tuple(dict.fromkeys(line.nomination.giver for line in lines)),
        body=tuple(body),
        signature=board_signature(branch),
        recipients=("Như trên", "Lưu: VT"),
        annexes=(
            Annex(
                number=1,
                sheet="I. Danh sách",
                title=f"Danh sách đề nghị khen thưởng năm {book.year}",
                tables=tuple(_tables(lines, with_stage=False)),
            ),
        ),
    )


def _wishes(lines: Sequence[NominationLine]) -> Iterable[str]:
    """`Giấy khen của UBND phường: 5 cá nhân, 2 tập thể;`."""
    for form in _forms(lines):
        givers = dict.fromkeys(o.nomination.giver for o in lines if o.nomination.form == form)
        for giver in givers:
            asked = [
                line.nomination
                for line in lines
                if (line.nomination.form, line.nomination.giver) == (form, giver)
            ]
            people = sum(one.recipient_kind is AwardRecipient.MEMBER for one in asked)
            counts = ((people, "cá nhân"), (len(asked) - people, "tập thể"))
            told = ", ".join(f"{number(count)} {what}" for count, what in counts if count)
            yield f"{form} của {giver}: {told};"


def _forms(lines: Iterable[NominationLine]) -> list[str]:
    found = {line.nomination.form for line in lines}
    return sorted(found, key=lambda form: sort_key(form, by_first_word=True))


def _tables(lines: Sequence[NominationLine], *, with_stage: bool) -> Iterable[PaperTable]:
    """A table for each form, members before units, in the order of chi hội and names."""
    kinds = tuple(AwardRecipient)
    for form in _forms(lines):
        asked = sorted(
            (line for line in lines if line.nomination.form == form),
            key=lambda line: (
                kinds.index(line.candidate.kind),
                natural_order(line.candidate.unit_name),
                line.candidate.sort_key,
            ),
        )
        yield PaperTable(
            columns=(*_COLUMNS, _STAGE) if with_stage else _COLUMNS,
            rows=[_row(place, one, with_stage=with_stage) for place, one in enumerate(asked, 1)],
            title=f"{form} ({number(len(asked))})",
        )


def _row(place: int, line: NominationLine, *, with_stage: bool) -> Row:
    one, asked = line.candidate, line.nomination
    is_member = one.kind is AwardRecipient.MEMBER
    return (
        place,
        one.name,
        one.born_on,
        one.unit_name if is_member else "",
        one.posts,
        one.joined_on.year if one.joined_on else None,
        one.told_grades,
        one.run or None,
        one.told_awards,
        asked.giver,
        asked.reason,
        *((NOMINATION_STAGE[asked.stage],) if with_stage else ()),
    )


def balance_table(shares: Sequence[UnitShare]) -> PaperTable:
    """The chi hội with their parts of members and of people put forward."""
    whole, chosen = shares[0].all_members, shares[0].all_nominated
    return PaperTable(
        columns=_BALANCE,
        rows=[
            (
                one.unit_name,
                one.members,
                percentage(one.members, whole),
                one.nominated,
                percentage(one.nominated, chosen),
                one.warning,
            )
            for one in shares
        ],
        totals=(("Cộng", whole, None, chosen, None, ""),),
        title="Cân đối giữa các chi hội (người)",
        note=told_balance(shares)
        or "Chi hội nào cũng được đề nghị gần đúng phần theo số hội viên.",
    )


def _looked_into(line: NominationLine) -> tuple[str, ...]:
    one, asked = line.candidate, line.nomination
    return (
        *(one.name, one.unit_name, one.posts, asked.form, asked.giver, asked.reason),
        *(NOMINATION_STAGE[asked.stage], one.card_no),
    )
