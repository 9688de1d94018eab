"""The columns of the visit book."""

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import PAID_BY, RECIPIENT_KIND
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

VOIDED = "ĐÃ HỦY"


def occasion_told(line: VisitLine) -> str:
    """The occasion, of a reunion with what it was held for."""
    theme = line.visit.theme
    return f"{line.occasion_name}: {theme}" if theme else line.occasion_name


def state_told(line: VisitLine) -> str:
    """How its money stands in the cash book."""
    if line.visit.voided_on is not None:
        return f"{VOIDED} {short_date(line.visit.voided_on)}"
    if line.payment:
        return line.payment
    return "Không qua sổ quỹ" if line.visit.amount_dong else ""


def visit_columns() -> list[Column[VisitLine]]:
    """Columns of the visit book; money has no sum below, for levels are never added silently."""
    return [
        Column(
            "visited_on",
            "Ngày",
            lambda one: short_date(one.visit.visited_on),
            lambda one: one.visit.visited_on,
            width=9,
        ),
        Column("recipient", VISIT_FIELD["recipient"], lambda one: one.visit.recipient, width=22),
        Column("occasion", VISIT_FIELD["occasion"], occasion_told, width=18),
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=11),
        money_column(
            "amount", MONEY_FIELD["amount_dong"], lambda one: one.visit.amount_dong, summed=False
        ),
        Column("goods", MONEY_FIELD["goods"], lambda one: one.visit.goods, width=14),
        money_column(
            "goods_value",
            MONEY_FIELD["goods_value_dong"],
            lambda one: one.visit.goods_value_dong,
            summed=False,
            width=11,
        ),
        Column("paid_by", VISIT_FIELD["paid_by"], lambda one: PAID_BY[one.visit.paid_by], width=8),
        Column("state", "Sổ quỹ", state_told, width=15),
        Column(
            "kind",
            VISIT_FIELD["recipient_kind"],
            lambda one: RECIPIENT_KIND[one.visit.recipient_kind],
            width=15,
        ),
        Column("visitors", VISIT_FIELD["visitors"], lambda one: one.visit.visitors, width=18),
        Column("round", VISIT_FIELD["round_id"], lambda one: one.round_title, shown=False),
        Column("fund", MONEY_FIELD["fund_id"], lambda one: one.fund_name, shown=False),
        Column(
            "place", MONEY_FIELD["place"], lambda one: MONEY_PLACE[one.visit.place], shown=False
        ),
        Column("note", FIELD["note"], lambda one: one.visit.note, width=20, shown=False),
    ]
