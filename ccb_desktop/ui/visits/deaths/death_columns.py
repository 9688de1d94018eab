"""What the list of deaths shows."""

from collections.abc import Callable, Sequence

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.deaths import DeathLine
from ccb_desktop.ui.kit.columns import Column


def death_columns() -> list[Column[DeathLine]]:
    """Who, when, how far it has come, and what each level brought, never added up."""
    return [
        Column("full_name", FIELD["full_name"], lambda one: one.full_name, width=19, named=True),
        _day("died_on", lambda one: one.died_on),
        Column("lunar", "Ngày giỗ", lambda one: one.lunar_death_day, width=9, searched=False),
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=12),
        Column("state", "Việc tang", lambda one: one.state, width=16),
        _money("branch_dong", "Hội viếng"),
        _money("unit_dong", "Chi hội viếng"),
        Column("open", "Còn phải làm", _open_of, tooltip=_all_of, width=30),
        _day("born_on", lambda one: one.born_on, shown=False),
    ]


def _day(
    name: str, day_of: Callable[[DeathLine], PartialDate | None], *, shown: bool = True
) -> Column[DeathLine]:
    return Column(
        name, FIELD[name], lambda one: str(day_of(one) or ""), day_of, width=11, shown=shown
    )


def _money(name: str, text: str) -> Column[DeathLine]:
    def amount(line: DeathLine) -> int:
        return int(getattr(line, name))

    def total(lines: Sequence[DeathLine]) -> str:
        return format_dong(sum(map(amount, lines)))

    return Column(
        name,
        text,
        lambda one: format_dong(amount(one)) if amount(one) else "",
        amount,
        "right",
        width=11,
        total=total,
        searched=False,
    )


def _open_of(line: DeathLine) -> str:
    return ", ".join(matter.short for matter in line.open)


def _all_of(line: DeathLine) -> str:
    return "\n".join(matter.text for matter in line.open)
