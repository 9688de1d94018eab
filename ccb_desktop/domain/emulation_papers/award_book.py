"""Book 4: awards of a period, each recipient in a row, then discipline (*khen thưởng, kỷ luật*)."""

from collections.abc import Iterable, Sequence
from datetime import date

from ccb_desktop.domain.emulation.award_book import AwardLine, FormSum, sums_by_form
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT, DISCIPLINE_FORM, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import short_date

_FORM, _GIVER = OWN_FIELD["form"], OWN_FIELD["giver"]
_CONTENT = LABELS["awards", "content"]
_AWARDS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(OWN_FIELD["awarded_on"], 27, CellKind.DATE),
    Column(LABELS["awards", "recipient"], 56),
    Column(FIELD["born_on"], 27, CellKind.DATE),
    Column(FIELD["unit"], 28),
    Column(_FORM, 34),
    Column(_GIVER, 40),
    Column(FIELD["decision_no"], 30),
    Column(_CONTENT, 62),
)
_NUMBER = CellKind.NUMBER
_SUMS = (
    Column(_FORM, 50),
    *(Column(f"{text} (lượt)", 30, _NUMBER) for text in AWARD_RECIPIENT.values()),
    Column("Cộng (lượt)", 30, _NUMBER),
)
_DISCIPLINES = (
    Column("STT", 12, CellKind.PLAIN),
    Column(OWN_FIELD["decided_on"], 27, CellKind.DATE),
    Column(FIELD["full_name"], 56),
    Column(FIELD["born_on"], 27, CellKind.DATE),
    Column(FIELD["unit"], 28),
    Column(LABELS["disciplines", "form"], 34),
    Column(FIELD["decision_no"], 30),
    Column(FIELD["reason"], 62),
    Column("Khiếu nại đến", 27, CellKind.DATE),
    Column(LABELS["disciplines", "ended_on"], 27, CellKind.DATE),
)


def award_book(
    source: ListSource, awards: Iterable[AwardLine], disciplines: Iterable[DisciplineLine]
) -> ListPaper:
    """The awards and the discipline of a period, in the order of their days.

    Args:
        source: What was asked for.
        awards: The awards of the period.
        disciplines: What was decided in the period.
    """
    asked = source.order.filter
    given = fitting(awards, asked, _looked_into)
    given.sort(key=lambda line: (line.award.awarded_on, line.award.id or 0))
    decided = fitting(disciplines, asked, _looked_into_discipline)
    decided.sort(key=lambda line: (line.discipline.decided_on, line.discipline.id or 0))
    tables = [
        PaperTable(
            columns=_AWARDS,
            rows=[_award_row(place, line) for place, line in enumerate(given, 1)],
            title="I. Khen thưởng",
            note="" if given else "Không có khen thưởng nào trong kỳ.",
        )
    ]
    if given:
        tables.append(_sums([line.award for line in given]))
    tables.append(
        PaperTable(
            columns=_DISCIPLINES,
            rows=[_discipline_row(place, line) for place, line in enumerate(decided, 1)],
            title="II. Kỷ luật",
            note="" if decided else "Không có kỷ luật nào trong kỳ.",
        )
    )
    return source.paper("SỔ KHEN THƯỞNG, KỶ LUẬT", source.period, *tables)


def _sums(awards: Sequence[Award]) -> PaperTable:
    sums = sums_by_form(awards)
    whole = FormSum("Cộng", *(_count(awards, kind) for kind in AwardRecipient))
    return PaperTable(
        columns=_SUMS,
        rows=[_sum_row(one) for one in sums],
        totals=(_sum_row(whole),),
        title="Tổng hợp theo hình thức",
    )


def _count(awards: Sequence[Award], kind: AwardRecipient) -> int:
    return sum(one.recipient_kind is kind for one in awards)


def _sum_row(one: FormSum) -> Row:
    return (one.form, one.members or None, one.units or None, one.branch or None, one.whole)


def _award_row(place: int, line: AwardLine) -> Row:
    award = line.award
    unit = line.unit_name if award.recipient_kind is AwardRecipient.MEMBER else ""
    return (
        place,
        award.awarded_on,
        award.recipient,
        line.born_on,
        unit,
        award.form,
        award.giver,
        award.decision_no,
        award.content,
    )


def _discipline_row(place: int, line: DisciplineLine) -> Row:
    one = line.discipline
    return (
        place,
        one.decided_on,
        line.full_name,
        line.born_on,
        line.unit_name,
        DISCIPLINE_FORM[one.form],
        one.decision_no,
        one.reason,
        line.complain_by_on,
        one.ended_on,
    )


def _looked_into(line: AwardLine) -> tuple[str, ...]:
    award = line.award
    return (
        *(award.recipient, line.unit_name, award.form, award.giver, award.decision_no),
        *(award.content, award.note, AWARD_RECIPIENT[award.recipient_kind]),
    )


def _looked_into_discipline(line: DisciplineLine) -> tuple[str, ...]:
    one = line.discipline
    return (line.full_name, line.unit_name, DISCIPLINE_FORM[one.form], one.decision_no, one.reason)


def told_award(award: Award) -> str:
    """`Bằng khen (Hội CCB thành phố, 19/05/2025)`."""
    return f"{award.form} ({award.giver}, {short_date(award.awarded_on)})"


def told_awards(awards: Iterable[Award], since: date) -> str:
    """The awards since a day in one line, the latest first."""
    wanted = sorted(
        (one for one in awards if one.awarded_on >= since), key=lambda one: one.awarded_on
    )
    return "; ".join(told_award(one) for one in reversed(wanted))
