"""The columns of the book of activities; sums of unlike measures stand below the list (rule 13)."""

from collections.abc import Callable

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.labels import ACTIVITY_ROLE
from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.labels import LABELS as OWN_LABELS
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.sums import session_measure
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

KIND, NAME, RESULT, UNIT, ROLE = (
    OWN_LABELS["activities", name] for name in ("kind", "name", "result", "unit_id", "role")
)


def days_told(activity: Activity) -> str:
    """`05/03/2026`, or both ends of several days."""
    until = activity.to_on
    last = f" – {short_date(until)}" if until is not None and until != activity.held_on else ""
    return f"{short_date(activity.held_on)}{last}"


def sessions_told(activity: Activity) -> str:
    """`2 buổi`."""
    return f"{number(activity.sessions)} {session_measure(activity.kind)}"


def quantity_told(activity: Activity) -> str:
    """`800 mét đường`; nothing where nothing else was counted."""
    if activity.quantity is None:
        return ""
    return f"{number(activity.quantity)} {activity.measure}"


def roll_told(line: ActivityLine) -> str:
    """`21/25 có mặt`; nothing where no list is kept."""
    return f"{number(line.present)}/{number(line.listed)} có mặt" if line.listed else ""


def book_columns() -> list[Column[ActivityLine]]:
    """Columns of the book."""
    return [*_what_it_was(), *_measures(), *_what_it_cost(), *_words()]


def _what_it_was() -> list[Column[ActivityLine]]:
    return [
        Column(
            "held_on",
            OWN_FIELD["held_on"],
            lambda one: days_told(one.activity),
            lambda one: one.activity.held_on,
            width=10,
        ),
        Column("name", NAME, lambda one: one.activity.name, width=31),
        Column("kind", KIND, lambda one: one.kind_name, width=17),
        Column("unit", UNIT, lambda one: one.unit_name, width=11),
    ]


def _measures() -> list[Column[ActivityLine]]:
    return [
        Column(
            "sessions",
            OWN_FIELD["sessions"],
            lambda one: sessions_told(one.activity),
            lambda one: one.activity.sessions,
            align="right",
            width=8,
        ),
        _count("members_present", "Hội viên"),
        _count("youth_present", "TN, HS"),
        _count("people_present", "Nhân dân"),
        _count("opinions", "Ý kiến"),
        Column("roll", "Điểm danh", roll_told, lambda one: one.present, width=13),
        Column(
            "quantity",
            OWN_FIELD["quantity"],
            lambda one: quantity_told(one.activity),
            lambda one: one.activity.quantity,
            width=14,
        ),
    ]


def _what_it_cost() -> list[Column[ActivityLine]]:
    return [
        money_column(
            "cost",
            OWN_FIELD["cost_dong"],
            lambda one: one.activity.cost_dong,
            summed=False,
            width=11,
        ),
        Column(
            "payment",
            "Sổ quỹ",
            lambda one: one.payment_told,
            width=16,
            wrong=lambda one: one.payment_voided_on is not None,
        ),
    ]


def _words() -> list[Column[ActivityLine]]:
    return [
        Column("result", RESULT, lambda one: one.activity.result, width=24),
        Column("place", "Địa điểm", lambda one: one.activity.place, shown=False),
        Column("role", ROLE, lambda one: ACTIVITY_ROLE[one.activity.role], width=9, shown=False),
        Column(
            "papers",
            "Giấy tờ",
            lambda one: number(one.papers) if one.papers else "",
            lambda one: one.papers,
            align="right",
            width=7,
            shown=False,
        ),
        Column("note", FIELD["note"], lambda one: one.activity.note, width=20, shown=False),
    ]


def _count(name: str, text: str) -> Column[ActivityLine]:
    """One measure: lượt of an audience, or ý kiến."""

    def count_of(line: ActivityLine) -> int | None:
        found: int | None = getattr(line.activity, name)
        return found

    return Column(name, text, _told(count_of), count_of, align="right", width=7)


def _told(count_of: Callable[[ActivityLine], int | None]) -> Callable[[ActivityLine], str]:
    def told(line: ActivityLine) -> str:
        count = count_of(line)
        return "" if count is None else number(count)

    return told
