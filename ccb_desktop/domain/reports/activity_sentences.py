"""Sentences of a report about activities that no indicator counts: patrols, clean-ups, trips."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.figures.activity_figures import activities_within
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.emulation_figures import awards_within
from ccb_desktop.domain.figures.work_book import Held
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.printing import number, official_count
from ccb_desktop.domain.reports.sentences import joined

_TOLD: tuple[tuple[str, ActivityKind, str], ...] = (
    (
        "I.4",
        ActivityKind.SECURITY,
        "Tham gia {count} buổi tuần tra, giữ gìn an ninh trật tự, an toàn giao thông",
    ),
    (
        "I.4",
        ActivityKind.COMMUNITY_WORK,
        "Tổ chức, tham gia {count} buổi tổng vệ sinh, treo cờ, giữ gìn mỹ quan khu dân cư",
    ),
    ("I.5", ActivityKind.REUNION_TRIP, "Tổ chức {count} chuyến về nguồn"),
    (
        "I.6",
        ActivityKind.CULTURE_SPORT,
        "Tổ chức, tham gia {count} hoạt động văn hóa, văn nghệ, thể thao",
    ),
    ("I.7", ActivityKind.CONFERENCE, "Tổ chức {count} hội nghị, đại hội"),
)
"""Section, kind of activity, and how its sentence begins."""


def activity_sentences(books: Books, query: FigureQuery) -> dict[str, tuple[str, ...]]:
    """Section → its further sentences; those with nothing to say are left out."""
    within = activities_within(books, query)
    found: dict[str, tuple[str, ...]] = {}
    for section, kind, beginning in _TOLD:
        ones = [one for one in within if one.kind == kind]
        if ones:
            found[section] = (*found.get(section, ()), _sentence(beginning, ones))
    collective = _collective_awards(books, query)
    return found | ({"I.8": (collective,)} if collective else {})


def _sentence(beginning: str, ones: Sequence[Held]) -> str:
    """How many, with how many members, and what else was counted."""
    told = beginning.format(count=official_count(sum(one.sessions for one in ones)))
    members = sum(one.members_present or 0 for one in ones)
    if members:
        told += f" với {official_count(members)} lượt hội viên"
    quantities = [f"{number(sum_)} {measure}" for measure, sum_ in quantities_of(ones).items()]
    return f"{told}{', kết quả: ' if quantities else ''}{joined(quantities)}."


def quantities_of(ones: Iterable[Held]) -> Mapping[str, Decimal]:
    """Measure → what came together in it; measures are never added to each other (rule 13)."""
    names: dict[str, str] = {}
    sums: dict[str, Decimal] = {}
    for one in ones:
        if one.quantity and one.measure.strip():
            name = names.setdefault(fold(one.measure), one.measure.strip())
            sums[name] = sums.get(name, Decimal()) + one.quantity
    return sums


def _collective_awards(books: Books, query: FigureQuery) -> str:
    awards = awards_within(books, query)
    whole = [one for one in awards if one.recipient_kind is AwardRecipient.BRANCH]
    units = [one for one in awards if one.recipient_kind is AwardRecipient.UNIT]
    told = []
    if whole:
        told.append(f"Hội được khen {official_count(len(whole))} lượt")
    if units:
        told.append(f"các đơn vị thuộc Hội được khen {official_count(len(units))} lượt")
    return f"Về tập thể, {joined(told)}." if told else ""
