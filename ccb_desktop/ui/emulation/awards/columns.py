"""The columns of the book of awards."""

from ccb_desktop.domain.emulation.award_book import AwardLine
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.columns import Column


def award_columns() -> list[Column[AwardLine]]:
    """Who was commended, when, by whom."""
    return [
        Column(
            "awarded_on",
            OWN_FIELD["awarded_on"],
            lambda one: short_date(one.award.awarded_on),
            lambda one: one.award.awarded_on,
            width=10,
        ),
        Column(
            "recipient",
            LABELS["awards", "recipient"],
            lambda one: one.award.recipient,
            lambda one: sort_key(one.award.recipient),
            width=24,
            named=True,
        ),
        Column("form", OWN_FIELD["form"], lambda one: one.award.form, width=15),
        Column("giver", OWN_FIELD["giver"], lambda one: one.award.giver, width=18),
        Column("decision_no", FIELD["decision_no"], lambda one: one.award.decision_no, width=12),
        Column("content", LABELS["awards", "content"], lambda one: one.award.content, width=30),
        Column(
            "unit",
            UNIT,
            lambda one: one.unit_name,
            lambda one: natural_order(one.unit_name) or None,
            width=12,
        ),
        Column(
            "kind",
            LABELS["awards", "recipient_kind"],
            lambda one: AWARD_RECIPIENT[one.award.recipient_kind],
            width=10,
        ),
        Column(
            "born_on",
            FIELD["born_on"],
            lambda one: str(one.born_on or ""),
            lambda one: one.born_on.first_day if one.born_on else None,
            width=10,
            shown=False,
        ),
        Column("note", FIELD["note"], lambda one: one.award.note, width=16, shown=False),
    ]
