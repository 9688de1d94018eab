"""Whether the book of money fits together: numbers, sums, balances, what stands behind vouchers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.funds.vouchers import SERIES, VoucherKind, number_text
from ccb_desktop.domain.money import format_dong

_NAMED = 5

_ALONE = (
    "Khoản ghi theo phiếu không còn, trong khi phiếu chỉ bị hủy mấy ngày sau (số dư hiện nay "
    "đúng, riêng những ngày ấy sổ quỹ khác các sổ kia)"
)

_GAPS = """
    SELECT kind, number_year, count(*), min(number), max(number) FROM vouchers
    WHERE number IS NOT NULL GROUP BY kind, number_year
    HAVING min(number) != 1 OR max(number) != count(*)
"""

_MONTHS_OF_ENTRIES = """
    SELECT fund_id, place, CAST(substr(happened_on, 1, 4) AS INTEGER) AS year,
        CAST(substr(happened_on, 6, 2) AS INTEGER) AS month, sum(amount_dong)
    FROM (
        SELECT fund_id, place, happened_on, sum(amount_dong) AS amount_dong
        FROM ledger_entries GROUP BY fund_id, place, happened_on
    ) GROUP BY fund_id, place, year, month
"""
"""By day first, in the order of the index: only days are taken apart, not every entry."""

_EXPECTED = """
    WITH moved AS (
        SELECT id FROM vouchers WHERE kind IN ('TRANSFER', 'REVERSAL')
    ),
    posted AS (
        SELECT own.id, own.issued_on, own.kind = 'REVERSAL' AS back,
            coalesce(first.kind, own.kind) AS deed,
            coalesce(first.fund_id, own.fund_id) AS fund_id,
            coalesce(first.place, own.place) AS place,
            CASE WHEN first.id IS NULL THEN own.to_fund_id ELSE first.to_fund_id END AS to_fund_id,
            CASE WHEN first.id IS NULL THEN own.to_place ELSE first.to_place END AS to_place,
            coalesce(first.amount_dong, own.amount_dong) AS amount_dong
        FROM vouchers AS own LEFT JOIN vouchers AS first ON first.id = own.voids_id
        WHERE own.posted_at IS NOT NULL
    ),
    expected AS (
        SELECT id AS voucher_id, fund_id, place, issued_on AS happened_on,
            CASE WHEN (deed IN ('PAYMENT', 'TRANSFER')) != back THEN -amount_dong
                ELSE amount_dong END AS amount_dong
        FROM posted
        UNION ALL
        SELECT id, to_fund_id, to_place, issued_on,
            CASE WHEN back THEN -amount_dong ELSE amount_dong END
        FROM posted WHERE id IN moved AND deed = 'TRANSFER'
    )
"""
"""What entries the vouchers ask for, as `domain.funds.ledger.entries_of` works them out."""

_SUMS_UNLIKE = f"""
    {_EXPECTED}
    SELECT fund_id, place, sum(asked), sum(booked), sum(asked_count), sum(booked_count) FROM (
        SELECT fund_id, place, sum(amount_dong) AS asked, 0 AS booked,
            count(*) AS asked_count, 0 AS booked_count
        FROM expected GROUP BY fund_id, place
        UNION ALL
        SELECT fund_id, place, 0, sum(amount_dong), 0, count(*)
        FROM ledger_entries GROUP BY fund_id, place
    ) GROUP BY fund_id, place
    HAVING sum(asked) != sum(booked) OR sum(asked_count) != sum(booked_count)
"""

_ENTRY = "voucher_id, fund_id, place, happened_on, amount_dong"
_ENTRIES_UNLIKE = f"""
    {_EXPECTED}
    SELECT DISTINCT voucher_id FROM (
        SELECT * FROM (SELECT {_ENTRY} FROM expected EXCEPT SELECT {_ENTRY} FROM ledger_entries)
        UNION ALL
        SELECT * FROM (SELECT {_ENTRY} FROM ledger_entries EXCEPT SELECT {_ENTRY} FROM expected)
    )
"""

_BELOW_ZERO = """
    SELECT fund_id, place, min(happened_on), count(*) FROM (
        SELECT fund_id, place, happened_on,
            sum(sum(amount_dong)) OVER (
                PARTITION BY fund_id, place ORDER BY happened_on
            ) AS balance
        FROM ledger_entries GROUP BY fund_id, place, happened_on
    ) WHERE balance < 0 GROUP BY fund_id, place
"""

_UNPAIRED = """
    SELECT own.id FROM vouchers AS own LEFT JOIN vouchers AS first ON first.id = own.voids_id
    WHERE own.kind = 'REVERSAL' AND (
        first.id IS NULL OR first.kind = 'REVERSAL' OR first.posted_at IS NULL
        OR first.amount_dong != own.amount_dong OR first.fund_id != own.fund_id
        OR first.place != own.place OR first.to_fund_id IS NOT own.to_fund_id
        OR first.to_place IS NOT own.to_place OR first.issued_on > own.issued_on
    )
    UNION ALL SELECT id FROM vouchers WHERE voids_id > 0 AND kind != 'REVERSAL'
"""

_BEHIND: dict[str, str] = {
    "khoản vay": """
        SELECT v.id FROM loans AS r JOIN vouchers AS v ON v.id = r.voucher_id
        WHERE v.amount_dong != r.principal_dong OR v.kind != 'PAYMENT'
    """,
    "lần trả vốn": """
        SELECT v.id FROM repayments AS r JOIN vouchers AS v ON v.id = r.voucher_id
        WHERE v.amount_dong != r.principal_dong + r.interest_dong OR v.kind != 'RECEIPT'
    """,
    "khoản ủng hộ": """
        SELECT v.id FROM (
            SELECT voucher_id, sum(amount_dong) AS given FROM contributions
            WHERE voucher_id > 0 GROUP BY voucher_id
        ) AS r JOIN vouchers AS v ON v.id = r.voucher_id
        WHERE v.amount_dong != r.given OR v.kind != 'RECEIPT'
    """,
    "lần nộp hội phí": """
        SELECT v.id FROM dues_hand_ins AS r JOIN vouchers AS v ON v.id = r.voucher_id
        LEFT JOIN vouchers AS share ON share.id = r.share_voucher_id
        WHERE v.kind != 'RECEIPT'
            OR v.amount_dong + coalesce(share.amount_dong, 0) > r.amount_dong
            OR (share.id IS NOT NULL AND v.amount_dong + share.amount_dong != r.amount_dong)
    """,
}
"""What stands behind vouchers → the vouchers with which it does not agree."""

_OF_DUES = """
    SELECT r.voucher_id FROM dues_hand_ins AS r
    LEFT JOIN dues_payments AS paid ON paid.hand_in_id = r.id
    GROUP BY r.id HAVING r.amount_dong != coalesce(sum(paid.amount_dong), 0)
"""
_OF_VISITS = """
    SELECT r.voucher_id FROM visits AS r LEFT JOIN vouchers AS back ON back.voids_id = r.voucher_id
    WHERE r.voucher_id IS NOT NULL AND r.returned_voucher_id IS NULL AND r.amount_dong > 0
        AND (r.voided_on IS NULL) != (back.id IS NULL)
"""
"""A visit whose gift came back counted no longer when its payment was voided."""

_LEFT_IN_CLOSED = """
    SELECT fund_id, place, sum(amount_dong) FROM ledger_entries
    JOIN funds ON funds.id = fund_id AND closed_on IS NOT NULL
    GROUP BY fund_id, place HAVING sum(amount_dong) > 0
"""

_OWED_TO_CLOSED = """
    SELECT r.voucher_id FROM loans AS r JOIN funds ON funds.id = r.fund_id
    WHERE funds.closed_on IS NOT NULL AND r.voided_on IS NULL
        AND r.principal_dong > coalesce(r.written_off_dong, 0) + (
            SELECT coalesce(sum(back.principal_dong), 0) FROM repayments AS back
            WHERE back.loan_id = r.id AND back.voided_on IS NULL
        )
"""
"""Loans of which something is owed to a fund that is closed."""

_VOIDED_TABLES = ("loans", "repayments", "contributions", "dues_hand_ins", "housing_supports")
_BEHIND_TABLES = (*_VOIDED_TABLES, "visits")
_SOMETHING_BEHIND = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE voucher_id = own.id" for table in _BEHIND_TABLES
)

_LEFT_ALONE = f"""
    SELECT DISTINCT own.id FROM vouchers AS back
    CROSS JOIN vouchers AS own ON own.id = back.voids_id AND own.issued_on < back.issued_on
    CROSS JOIN record_changes AS posting ON posting.kind = 'vouchers'
        AND posting.record_id = own.id AND json_extract(posting.after, '$.posted_at') > ''
    CROSS JOIN record_changes AS told ON told.action_id = posting.action_id
        AND told.kind IN {_BEHIND_TABLES} AND json_extract(told.after, '$.voucher_id') = own.id
    WHERE back.kind = 'REVERSAL' AND NOT EXISTS ({_SOMETHING_BEHIND})
"""
"""Voided days after it was posted, and what the history tells to have stood behind it is gone:
the fault of an earlier program, which took it out when the whole act was undone."""


def keeps_money(connection: Any) -> bool:
    """Whether the store has the tables of the ledger; one of an old schema has not."""
    query = "SELECT count(*) FROM sqlite_master WHERE type='table' AND name='ledger_entries'"
    return bool(connection.execute(query).fetchone()[0])


def count_funds(connection: Any) -> int:
    """How many funds are kept."""
    return int(connection.execute("SELECT count(*) FROM funds").fetchone()[0])


def gap_findings(connection: Any) -> Iterator[str]:
    """Where the numbers of a kind and year do not run from 1 without gaps."""
    for kind, year, count, _least, most in connection.execute(_GAPS):
        series = SERIES[VoucherKind[kind]]
        yield (
            f"Số phiếu {series} năm {year} không liền nhau: có {count} phiếu, số lớn nhất {most}."
        )


def month_findings(connection: Any) -> Iterator[str]:
    """Where the sums of months are not those of the entries; balances are worked out from them."""
    months = "SELECT fund_id, place, year, month, amount_dong FROM fund_months"
    kept = {row[:4]: row[4] for row in connection.execute(months)}
    summed = {row[:4]: row[4] for row in connection.execute(_MONTHS_OF_ENTRIES)}
    unlike = [key for key in kept.keys() | summed.keys() if kept.get(key, 0) != summed.get(key, 0)]
    if unlike:
        fund_id, _place, year, month = min(unlike, key=lambda key: (*key[2:], *key[:2]))
        name = _fund_name(connection, fund_id)
        yield (
            f"Tổng từng tháng của quỹ không khớp sổ cái ở {len(unlike)} chỗ, đầu tiên là "
            f"tháng {month}/{year} của {name}."
        )


def book_findings(connection: Any) -> Iterator[str]:
    """Where vouchers, entries, balances and what stands behind vouchers do not agree."""
    for fund_id, place, asked, booked, asked_count, booked_count in connection.execute(
        _SUMS_UNLIKE
    ).fetchall():
        account = _account(connection, fund_id, place)
        yield (
            f"{account}: cộng các phiếu được {_dong(asked)} ({asked_count} dòng), sổ cái ghi "
            f"{_dong(booked)} ({booked_count} dòng)."
        )
    for fund_id, place, day, days in connection.execute(_BELOW_ZERO).fetchall():
        account = _account(connection, fund_id, place)
        yield f"{account} âm trong {days} ngày có phiếu, từ ngày {_day(day)}."
    for fund_id, place, left in connection.execute(_LEFT_IN_CLOSED).fetchall():
        yield f"{_account(connection, fund_id, place)} còn {_dong(left)} dù quỹ đã đóng."
    yield from _named(connection, "Phiếu hủy không khớp phiếu bị hủy", _UNPAIRED)
    yield from _named(connection, "Quỹ đã đóng mà còn khoản vay chưa thu về", _OWED_TO_CLOSED)
    for what, query in _BEHIND.items():
        yield from _named(connection, f"Số tiền {what} không khớp với phiếu", query)
    for query in (*map(_voided, _VOIDED_TABLES), _OF_VISITS):
        yield from _named(connection, "Việc hủy phiếu không khớp với khoản ghi theo phiếu", query)
    yield from _named(connection, _ALONE, _LEFT_ALONE)


def deep_findings(connection: Any) -> Iterator[str]:
    """The same, entry by entry and payment by payment."""
    yield from _named(connection, "Sổ cái không đúng với phiếu", _ENTRIES_UNLIKE)
    yield from _named(connection, "Danh sách nộp hội phí không khớp số tiền nộp", _OF_DUES)
    unnumbered = """
        SELECT count(*) FROM vouchers WHERE (posted_at IS NULL) != (number IS NULL)
            OR (number IS NULL) != (number_year IS NULL)
            OR (number_year IS NOT NULL AND number_year != CAST(substr(issued_on, 1, 4) AS INTEGER))
    """
    count = connection.execute(unnumbered).fetchone()[0]
    if count:
        yield f"{count} phiếu có số hoặc năm của số không đúng với việc đã ghi sổ."


def _voided(table: str) -> str:
    """The vouchers whose reversal and whose record do not tell the same day."""
    return f"""
        SELECT r.voucher_id FROM {table} AS r
        LEFT JOIN vouchers AS back ON back.voids_id = r.voucher_id
        WHERE r.voucher_id IS NOT NULL AND r.voided_on IS NOT back.issued_on
    """


def _named(connection: Any, said: str, query: str) -> Iterator[str]:
    """One finding that names the first of the vouchers that a query gives."""
    ids = sorted({row[0] for row in connection.execute(query) if row[0] is not None})
    if ids:
        named = ", ".join(_numbers(connection, ids[:_NAMED]))
        more = f" và {len(ids) - _NAMED} phiếu khác" if len(ids) > _NAMED else ""
        yield f"{said}: {named}{more}."


def _numbers(connection: Any, ids: Sequence[int]) -> Iterator[str]:
    query = "SELECT kind, issued_on, number FROM vouchers WHERE id=?"
    for own in ids:
        found = connection.execute(query, (own,)).fetchone()
        if found is None or found[2] is None:
            yield f"phiếu mã {own}"
        else:
            yield number_text(VoucherKind[found[0]], date.fromisoformat(found[1]).year, found[2])


def _fund_name(connection: Any, fund_id: int | None) -> str:
    found = connection.execute("SELECT name FROM funds WHERE id=?", (fund_id,)).fetchone()
    return found[0] if found else f"quỹ mã {fund_id}"


def _account(connection: Any, fund_id: int | None, place: str | None) -> str:
    """`Chân quỹ, tiền mặt`."""
    name = _fund_name(connection, fund_id)
    return f"{name}, {PLACE_OF_MONEY[MoneyPlace[place]].lower()}" if place else name


def _dong(amount: int) -> str:
    return f"{format_dong(amount)} đồng"


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}"
