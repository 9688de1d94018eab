"""Columns of the houses, and the sentence over their list."""

from collections.abc import Callable
from datetime import date

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.housing import HousingStage, HousingSums
from ccb_desktop.domain.visits.housing_lines import HouseInNeed, HousingLine
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import HOUSING_KIND, HOUSING_STAGE
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

HEAD = FIELD["household_head"]


def told_day(day: date | None) -> str:
    """A day, or nothing."""
    return short_date(day) if day is not None else ""


def stage_told(line: HousingLine) -> str:
    """How far a house is; of a voided one also when it was voided."""
    stage = HOUSING_STAGE[line.support.stage(date.today())]
    return f"{stage} {told_day(line.support.voided_on)}".strip()


def money_told(line: HousingLine) -> str:
    """How the branch's money stands in the cash book."""
    if line.payment:
        return line.payment
    return "Không qua sổ quỹ" if line.support.branch_dong else ""


def _counts(line: HousingLine) -> bool:
    return line.support.counts


def housing_columns() -> list[Column[HousingLine]]:
    """Columns of the houses; what is voided stands there, and is in no sum."""
    return [
        Column("head", HEAD, lambda one: one.support.head_name, width=20),
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=11),
        Column("kind", "Loại", _kind_told, width=9),
        Column("stage", "Tiến độ", stage_told, width=18),
        *_money_columns(),
        Column("payment", "Sổ quỹ", money_told, width=15),
        Column(
            "pictures",
            "Ảnh",
            lambda one: number(one.pictures) if one.pictures else "",
            lambda one: one.pictures,
            align="right",
            width=5,
            searched=False,
        ),
        _day_column("handed_over_on", lambda one: one.support.handed_over_on),
        _day_column("started_on", lambda one: one.support.started_on, shown=False),
        Column("fund", MONEY_FIELD["fund_id"], lambda one: one.fund_name, shown=False),
        Column("note", FIELD["note"], lambda one: one.support.note, width=20, shown=False),
    ]


def _kind_told(line: HousingLine) -> str:
    return HOUSING_KIND[line.support.kind] if line.support.kind else ""


def _lacking(line: HousingLine) -> int:
    return line.support.lacking_dong if line.support.counts else 0


def _money_columns() -> list[Column[HousingLine]]:
    columns: tuple[tuple[str, str, Callable[[HousingLine], int]], ...] = (
        ("cost", VISIT_FIELD["cost_dong"], lambda one: one.support.cost_dong),
        ("branch", VISIT_FIELD["branch_dong"], lambda one: one.support.branch_dong),
        ("sources", "Nguồn khác", lambda one: one.support.sources_dong),
        ("lacking", "Còn thiếu", _lacking),
    )
    return [
        money_column(name, text, dong_of, counted=_counts, width=12)
        for name, text, dong_of in columns
    ]


def _day_column(
    name: str, day_of: Callable[[HousingLine], date | None], *, shown: bool = True
) -> Column[HousingLine]:
    return Column(
        name,
        VISIT_FIELD[name],
        lambda one: told_day(day_of(one)),
        day_of,
        shown=shown,
        width=12,
    )


def need_columns(poverty: dict[str, str]) -> list[Column[HouseInNeed]]:
    """Columns of the members' houses that need help; `poverty` names the codes."""
    return [
        Column("head", HEAD, lambda one: one.head_name, width=22),
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=12),
        Column("poverty", FIELD["poverty"], lambda one: poverty.get(one.poverty, ""), width=12),
        Column("members", "Hội viên trong hộ", lambda one: ", ".join(one.members), width=24),
        Column("address", FIELD["address"], lambda one: one.address, width=24),
    ]


def sums_told(sums: HousingSums, period: str) -> str:
    """What was done in a period: houses by kind, money of the branch and of others apart."""
    done = f"{period}: bàn giao {number(sums.handed_over)} nhà{sums.taken_off_told}"
    if sums.handed_over or sums.branch_dong or sums.sources_dong:
        done += (
            f" (xây mới {number(sums.new)}, sửa chữa {number(sums.repaired)}); "
            f"Hội chi {number(sums.branch_dong)} đồng, "
            f"nguồn khác {number(sums.sources_dong)} đồng"
        )
    return f"{done}. Đang làm {number(sums.under_way)} nhà."


def is_seen(line: HousingLine, year: int | None, today: date) -> bool:
    """Whether a house belongs to a year: handed over or voided in it, or in hand this year."""
    if year is None:
        return True
    done = line.support.handed_over_on
    if done is not None:
        voided_on = line.support.voided_on
        return done.year == year or (voided_on is not None and voided_on.year == year)
    open_now = line.support.stage(today) is not HousingStage.VOIDED
    return open_now and year == today.year
