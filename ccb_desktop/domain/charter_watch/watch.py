"""All rules of the charter over the books of a day, those switched off left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.charter_watch.boards import BOARD
from ccb_desktop.domain.charter_watch.ceremonies import CEREMONY
from ccb_desktop.domain.charter_watch.complaints import COMPLAINT
from ccb_desktop.domain.charter_watch.exemptions import EXEMPTION
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, Urgency, WatchBooks
from ccb_desktop.domain.charter_watch.meetings import MEETING
from ccb_desktop.domain.charter_watch.readmissions import READMISSION
from ccb_desktop.domain.charter_watch.striking_off import STRIKING_OFF
from ccb_desktop.domain.charter_watch.suspensions import SUSPENSION
from ccb_desktop.domain.charter_watch.terms import TERM
from ccb_desktop.domain.charter_watch.transfers import TRANSFER
from ccb_desktop.domain.charter_watch.unit_heads import UNIT_HEAD
from ccb_desktop.domain.charter_watch.unit_sizes import BRANCH_SIZE, PHAN_HOI
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.waiting import Waiting

RULES: tuple[Rule, ...] = (
    CEREMONY,
    EXEMPTION,
    TRANSFER,
    SUSPENSION,
    COMPLAINT,
    READMISSION,
    STRIKING_OFF,
    PHAN_HOI,
    UNIT_HEAD,
    BRANCH_SIZE,
    BOARD,
    MEETING,
    TERM,
)
"""In the order in which they are shown: what has a day first."""

_URGENCIES = tuple(Urgency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A rule that the branch has switched off."""

    id: int | None = None
    rule: str
    reason: str
    off_since: date


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What one rule found.

    Attributes:
        says: The rule in words.
        findings: The most pressing first; none where it is switched off.
        lacks: What it could not look into; empty when nothing.
        switch: How it was switched off; `None` while it watches.
    """

    rule: Rule
    says: str
    findings: tuple[Finding, ...]
    lacks: str
    switch: Switch | None

    def count(self, *, overdue: bool) -> int:
        """How many findings are past their day, or are not."""
        return sum((one.urgency is Urgency.OVERDUE) is overdue for one in self.findings)


@dataclass(frozen=True, slots=True)
class CharterWatch:
    """What all rules found on a day.

    Attributes:
        unknown_new_years: Years of which no day off for Tết is entered.
    """

    on: date
    results: tuple[RuleResult, ...]
    unknown_new_years: tuple[int, ...]

    def of(self, rule_id: str) -> RuleResult:
        """What one rule found."""
        return next(result for result in self.results if result.rule.id == rule_id)


def watch(books: WatchBooks, switches: Mapping[str, Switch]) -> CharterWatch:
    """What the rules find; `switches` by rule."""
    return CharterWatch(
        on=books.on,
        results=tuple(_result(rule, books, switches.get(rule.id)) for rule in RULES),
        unknown_new_years=tuple(books.calendar.unknown_new_years(books.on)),
    )


def _result(rule: Rule, books: WatchBooks, switch: Switch | None) -> RuleResult:
    found: Iterable[Finding] = () if switch else rule.find(books)
    return RuleResult(
        rule=rule,
        says=rule.says(books.charter),
        findings=tuple(sorted(found, key=_order)),
        lacks=rule.lacks(books),
        switch=switch,
    )


def _order(finding: Finding) -> tuple[int, date]:
    return _URGENCIES.index(finding.urgency), finding.due_on or date.max


def check_switch(switch: Switch) -> None:
    """See that a rule is switched off with a reason.

    Raises:
        Invalid: There is none; `reason`.
    """
    if not switch.reason.strip():
        raise Invalid({"reason": "Ghi lý do tắt quy định này, để người sau còn biết."})


def things_waiting(found: CharterWatch) -> Iterator[Waiting]:
    """What the first page says of it, each line leading to the rule."""
    for result in found.results:
        rule = result.rule
        for overdue, sentence in ((True, rule.overdue), (False, rule.waiting)):
            count = result.count(overdue=overdue)
            if count:
                place = {"tab": "charter", "rule": rule.id}
                yield Waiting(sentence, count, page="review", filters=dict(place))
