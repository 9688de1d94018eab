"""Guards of schema 3: what is posted stays, and locked periods take nothing more."""

_LOCKED = """EXISTS (
        SELECT 1 FROM period_locks WHERE year = CAST(substr(NEW.issued_on, 1, 4) AS INTEGER)
        AND (month IS NULL OR month = CAST(substr(NEW.issued_on, 6, 2) AS INTEGER))
    )"""

GUARDS: tuple[str, ...] = (
    """
    CREATE TRIGGER posted_vouchers_stay BEFORE UPDATE OF id, kind, number_year, number,
        issued_on, posted_at, fund_id, place, to_fund_id, to_place, amount_dong, payer, address,
        content, category, voids_id, reason, old_number, note
        ON vouchers WHEN OLD.posted_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a posted voucher is never changed'); END
    """,
    """
    CREATE TRIGGER posted_vouchers_are_kept BEFORE DELETE ON vouchers
        WHEN OLD.posted_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a posted voucher is never changed'); END
    """,
    """
    CREATE TRIGGER posted_vouchers_are_not_replaced BEFORE INSERT ON vouchers
        WHEN EXISTS (
            SELECT 1 FROM vouchers WHERE posted_at IS NOT NULL AND (
                id = NEW.id OR voids_id = NEW.voids_id OR
                (kind = NEW.kind AND number_year = NEW.number_year AND number = NEW.number)
            )
        )
    BEGIN SELECT RAISE(ABORT, 'a posted voucher is never changed'); END
    """,
    f"""
    CREATE TRIGGER locked_periods_take_no_voucher BEFORE INSERT ON vouchers
        WHEN NEW.posted_at IS NOT NULL AND {_LOCKED}
    BEGIN SELECT RAISE(ABORT, 'the period is locked'); END
    """,
    f"""
    CREATE TRIGGER locked_periods_take_no_draft BEFORE UPDATE OF posted_at ON vouchers
        WHEN NEW.posted_at IS NOT NULL AND {_LOCKED}
    BEGIN SELECT RAISE(ABORT, 'the period is locked'); END
    """,
    """
    CREATE TRIGGER ledger_entries_stay BEFORE UPDATE ON ledger_entries
    BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END
    """,
    """
    CREATE TRIGGER ledger_entries_are_kept BEFORE DELETE ON ledger_entries
    BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END
    """,
    """
    CREATE TRIGGER ledger_entries_are_not_replaced BEFORE INSERT ON ledger_entries
        WHEN EXISTS (SELECT 1 FROM ledger_entries WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END
    """,
)
