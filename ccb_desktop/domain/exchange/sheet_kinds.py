"""Every kind of sheet of the data workbook (`exchange.md`), in the order of import."""

from ccb_desktop.domain.exchange import kinds_money, kinds_people, kinds_work
from ccb_desktop.domain.exchange.fields import SheetKind

SHEET_KINDS: tuple[SheetKind, ...] = (
    kinds_people.UNITS,
    kinds_people.MEMBERS,
    kinds_people.CLUB_MEMBERS,
    kinds_people.EVENTS,
    kinds_people.POSTS,
    kinds_money.FUNDS,
    kinds_money.VOUCHERS,
    kinds_money.DUES,
    kinds_money.CONTRIBUTIONS,
    kinds_money.CAMPAIGN_TARGETS,
    kinds_money.LOANS,
    kinds_money.REPAYMENTS,
    kinds_money.BANK_LOANS,
    kinds_work.VISITS,
    kinds_work.HOUSING,
    kinds_work.TASKS,
    kinds_work.ACTIVITIES,
    kinds_work.MEMBER_RESULTS,
    kinds_work.UNIT_RATINGS,
    kinds_work.AWARDS,
    kinds_people.MANUAL_FIGURES,
)
"""Units before the people in them, people before what is told of them."""

ROSTER_KINDS = frozenset({"units", "members", "club_members", "events", "posts", "manual_figures"})
"""Kinds that tell of units and people, and the figures that are entered by hand."""

MONEY_KINDS = frozenset(
    {
        *("funds", "vouchers", "dues", "contributions", "campaign_targets", "loans"),
        *("repayments", "bank_loans"),
    }
)
"""Kinds that tell of money."""

WELFARE_KINDS = frozenset({"visits", "housing"})
"""Kinds that tell of visits, gifts and houses, and of the money given for them."""

BOOKED_KINDS = MONEY_KINDS | WELFARE_KINDS
"""Kinds that need the books of money at hand."""

WORK_KINDS = frozenset({"tasks", "activities", "member_results", "unit_ratings", "awards"})
"""Kinds that tell of tasks, activities and emulation."""

READABLE_NOW = ROSTER_KINDS | BOOKED_KINDS | WORK_KINDS
"""Kinds whose books exist: all of them."""


def sheet_kind(name: str) -> SheetKind:
    """The kind of that name.

    Raises:
        KeyError: There is no such kind.
    """
    for kind in SHEET_KINDS:
        if kind.name == name:
            return kind
    raise KeyError(name)
