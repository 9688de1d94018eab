"""Columns of the list of gift rounds, and of the list of one round."""

from collections.abc import Callable
from dataclasses import dataclass

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visit_papers.signature_list import unit_order
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import HANDED, PAID_BY, RECIPIENT_KIND
from ccb_desktop.domain.visits.round_lists import ListedRecipient, RoundState, Since
from ccb_desktop.domain.visits.rounds import Handed, RoundRecipient
from ccb_desktop.operations.visits.rounds import RoundFile, RoundLine
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

STATE = {
    RoundState.PREPARED: "Đang chuẩn bị",
    RoundState.PAID: "Đã chi",
    RoundState.VOIDED: "Đã hủy chi",
}
SINCE = {Since.NEW: "Mới", Since.GONE: "Không còn", Since.BOTH: "Cả hai đợt"}


@dataclass(frozen=True, slots=True)
class RecipientLine:
    """Somebody on the list with the names that his ids stand for."""

    listed: ListedRecipient
    unit_name: str
    born: str
    payment: str

    @property
    def line(self) -> RoundRecipient:
        """His line."""
        return self.listed.line

    @property
    def handed(self) -> Handed:
        """What became of his gift."""
        return self.listed.handed


def recipient_lines(file: RoundFile) -> list[RecipientLine]:
    """The list of a round, by chi hội, then as entered."""
    found = [
        RecipientLine(
            one,
            file.unit_names.get(one.line.unit_id, ""),
            str(file.born.get(one.line.person_id or 0, "")),
            file.payments.get(one.visit.voucher_id or 0, "") if one.visit else "",
        )
        for one in file.listed
    ]
    return sorted(found, key=lambda one: (not one.unit_name, unit_order(one.unit_name)))


def round_columns() -> list[Column[RoundLine]]:
    """Columns of the list of rounds."""
    return [
        Column("title", "Tên đợt", lambda one: one.round.title, width=32),
        Column(
            "planned_on",
            "Ngày phát",
            lambda one: short_date(one.round.paid_on or one.round.planned_on),
            lambda one: one.round.paid_on or one.round.planned_on,
            width=11,
        ),
        Column("state", "Tình trạng", lambda one: STATE[one.state], width=14),
        _count("people", "Số người", lambda one: one.sums.people),
        _count("received", HANDED[Handed.RECEIVED], lambda one: one.sums.received),
        _count("absent", HANDED[Handed.ABSENT], lambda one: one.sums.absent),
        money_column("waiting", "Còn phải chi", lambda one: one.sums.listed_dong, width=14),
        money_column("paid", "Đã chi (đồng)", lambda one: one.sums.received_dong, width=14),
        Column("paid_by", VISIT_FIELD["paid_by"], lambda one: PAID_BY[one.round.paid_by], width=9),
        Column("note", FIELD["note"], lambda one: one.round.note, width=20, shown=False),
    ]


def _count(name: str, text: str, of: Callable[[RoundLine], int]) -> Column[RoundLine]:
    return Column(name, text, lambda one: number(of(one)), of, align="right", width=9)


def recipient_columns() -> list[Column[RecipientLine]]:
    """Columns of the list of one round; absentees get nothing, and are in no sum."""
    return [
        Column("recipient", FIELD["full_name"], lambda one: one.line.recipient, width=24),
        Column("handed", VISIT_FIELD["handed"], lambda one: HANDED[one.handed], width=11),
        Column("born", FIELD["born_on"], lambda one: one.born, width=10),
        Column(
            "unit",
            FIELD["unit"],
            lambda one: one.unit_name,
            lambda one: unit_order(one.unit_name) if one.unit_name else None,
            width=11,
        ),
        Column("why", VISIT_FIELD["why"], lambda one: one.line.why, width=26),
        money_column(
            "amount",
            MONEY_FIELD["amount_dong"],
            lambda one: one.line.amount_dong,
            counted=lambda one: one.handed is not Handed.ABSENT,
        ),
        Column("goods", MONEY_FIELD["goods"], lambda one: one.line.goods, width=14),
        Column("payment", "Phiếu chi", lambda one: one.payment, width=14),
        Column("address", FIELD["address"], lambda one: one.line.address, width=24),
        Column(
            "kind",
            VISIT_FIELD["recipient_kind"],
            lambda one: RECIPIENT_KIND[one.line.recipient_kind],
            width=15,
            shown=False,
        ),
        Column("note", FIELD["note"], lambda one: one.line.note, width=20, shown=False),
    ]
