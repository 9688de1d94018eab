"""Terms of the board come to their end."""

from collections.abc import Iterator
from datetime import timedelta

from ccb_desktop.domain.charter import Charter, months_after
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, WatchBooks
from ccb_desktop.domain.printing import short_date

_MONTHS_AHEAD = 6


def _find(books: WatchBooks) -> Iterator[Finding]:
    begun = [term for term in books.terms if term.from_on.first_day <= books.on]
    if not begun:
        return
    term = max(begun, key=lambda one: one.from_on)
    by_years = months_after(term.from_on.first_day, 12 * books.charter.term_years)
    ends_on = term.to_on.last_day if term.to_on else by_years - timedelta(days=1)
    if months_after(books.on, _MONTHS_AHEAD) < ends_on:
        return
    counted = "" if term.to_on else f", tính {books.charter.term_years} năm"
    yield Finding(
        rule=TERM.id,
        name=f"Nhiệm kỳ {term.number}",
        evidence=f"Từ {term.from_on}{counted}, hết ngày {short_date(ends_on)}",
        since=term.from_on,
        due_on=ends_on,
        urgency=books.urgency(ends_on),
        advice="Chuẩn bị đại hội; sau đại hội ghi nhiệm kỳ mới ở Cài đặt, thẻ Nhiệm kỳ",
    )


def _says(charter: Charter) -> str:
    return (
        f"Nhiệm kỳ của Ban Chấp hành là {charter.term_years} năm khi sổ không ghi ngày kết thúc; "
        f"nhắc trước {_MONTHS_AHEAD} tháng để chuẩn bị đại hội."
    )


def _lacks(books: WatchBooks) -> str:
    return "" if books.terms else "Chưa ghi nhiệm kỳ nào: ghi ở Cài đặt, thẻ Nhiệm kỳ."


TERM = Rule(
    id="term",
    number=10,
    label="Nhiệm kỳ",
    says=_says,
    find=_find,
    overdue="nhiệm kỳ đã hết",
    waiting="nhiệm kỳ sắp hết",
    lacks=_lacks,
    of_units=True,
)
