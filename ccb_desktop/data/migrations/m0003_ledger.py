"""Schema 3: funds, vouchers and the ledger, dues, campaigns, loans; papers behind vouchers."""

from ccb_desktop.data.migrations.m0003_guards import GUARDS

_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE funds (
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        purpose VARCHAR(10) NOT NULL,
        unit_id INTEGER,
        opened_on DATE NOT NULL,
        closed_on DATE,
        bank_account TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name_key),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    """
    CREATE TABLE vouchers (
        kind VARCHAR(8) NOT NULL,
        number_year INTEGER,
        number INTEGER,
        issued_on DATE NOT NULL,
        posted_at DATETIME,
        fund_id INTEGER NOT NULL,
        place VARCHAR(4) NOT NULL,
        to_fund_id INTEGER,
        to_place VARCHAR(4),
        amount_dong INTEGER NOT NULL,
        payer TEXT NOT NULL,
        address TEXT NOT NULL,
        content TEXT NOT NULL,
        category TEXT NOT NULL,
        unit_id INTEGER,
        person_id INTEGER,
        campaign_id INTEGER,
        voids_id INTEGER,
        reason TEXT NOT NULL,
        old_number TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (kind, number_year, number),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(to_fund_id) REFERENCES funds (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
        UNIQUE (voids_id),
        FOREIGN KEY(voids_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_vouchers_campaign_id ON vouchers (campaign_id)",
    "CREATE INDEX ix_vouchers_drafts ON vouchers (id) WHERE posted_at IS NULL",
    "CREATE INDEX ix_vouchers_fund ON vouchers (fund_id, issued_on)",
    "CREATE INDEX ix_vouchers_issued_on ON vouchers (issued_on)",
    "CREATE INDEX ix_vouchers_person_id ON vouchers (person_id)",
    """
    CREATE TABLE ledger_entries (
        voucher_id INTEGER NOT NULL,
        fund_id INTEGER NOT NULL,
        place VARCHAR(4) NOT NULL,
        happened_on DATE NOT NULL,
        amount_dong INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id)
    )
    """,
    """
    CREATE INDEX ix_ledger_entries_account ON ledger_entries
        (fund_id, place, happened_on, amount_dong)
    """,
    "CREATE INDEX ix_ledger_entries_voucher_id ON ledger_entries (voucher_id)",
    """
    CREATE TABLE fund_months (
        fund_id INTEGER NOT NULL,
        place VARCHAR(4) NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        amount_dong INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (fund_id, place, year, month),
        FOREIGN KEY(fund_id) REFERENCES funds (id)
    )
    """,
    """
    CREATE TABLE period_locks (
        year INTEGER NOT NULL,
        month INTEGER,
        locked_on DATE NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE cash_counts (
        fund_id INTEGER NOT NULL,
        counted_on DATE NOT NULL,
        book_dong INTEGER NOT NULL,
        counted_dong INTEGER NOT NULL,
        pieces TEXT NOT NULL,
        counted_by TEXT NOT NULL,
        witness TEXT NOT NULL,
        reason TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(fund_id) REFERENCES funds (id)
    )
    """,
    "CREATE INDEX ix_cash_counts_fund_id ON cash_counts (fund_id)",
    """
    CREATE TABLE dues_rates (
        from_on DATE NOT NULL,
        period VARCHAR(5) NOT NULL,
        amount_dong INTEGER NOT NULL,
        chi_hoi_percent INTEGER NOT NULL,
        upper_percent INTEGER NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (from_on)
    )
    """,
    """
    CREATE TABLE dues_exemptions (
        person_id INTEGER,
        status VARCHAR(15),
        age_from INTEGER,
        from_on DATE NOT NULL,
        to_on DATE,
        reason TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_dues_exemptions_person_id ON dues_exemptions (person_id)",
    """
    CREATE TABLE dues_hand_ins (
        unit_id INTEGER,
        year INTEGER NOT NULL,
        handed_on DATE NOT NULL,
        fund_id INTEGER NOT NULL,
        place VARCHAR(4) NOT NULL,
        amount_dong INTEGER NOT NULL,
        voucher_id INTEGER NOT NULL,
        share_voucher_id INTEGER,
        voided_on DATE,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id),
        FOREIGN KEY(share_voucher_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_dues_hand_ins_share_voucher_id ON dues_hand_ins (share_voucher_id)",
    "CREATE INDEX ix_dues_hand_ins_voucher_id ON dues_hand_ins (voucher_id)",
    """
    CREATE TABLE dues_payments (
        person_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER,
        amount_dong INTEGER NOT NULL,
        paid_on DATE NOT NULL,
        unit_id INTEGER,
        hand_in_id INTEGER,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(hand_in_id) REFERENCES dues_hand_ins (id)
    )
    """,
    "CREATE INDEX ix_dues_payments_hand_in_id ON dues_payments (hand_in_id)",
    "CREATE INDEX ix_dues_payments_paid_on ON dues_payments (paid_on)",
    "CREATE INDEX ix_dues_payments_person ON dues_payments "
    "(person_id, year, month, amount_dong, paid_on, voided_on)",
    "CREATE INDEX ix_dues_payments_year ON dues_payments (year, person_id, amount_dong)",
    """
    CREATE TABLE campaigns (
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        document_no TEXT NOT NULL,
        from_on DATE,
        to_on DATE,
        per_head_dong INTEGER,
        fund_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name_key),
        FOREIGN KEY(fund_id) REFERENCES funds (id)
    )
    """,
    """
    CREATE TABLE campaign_targets (
        campaign_id INTEGER NOT NULL,
        unit_id INTEGER NOT NULL,
        target_dong INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (campaign_id, unit_id),
        FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    """
    CREATE TABLE contributions (
        campaign_id INTEGER NOT NULL,
        given_on DATE NOT NULL,
        donor TEXT NOT NULL,
        donor_kind VARCHAR(8) NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        amount_dong INTEGER NOT NULL,
        goods TEXT NOT NULL,
        goods_value_dong INTEGER NOT NULL,
        through_book BOOLEAN NOT NULL,
        fund_id INTEGER,
        place VARCHAR(4) NOT NULL,
        voucher_id INTEGER,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_contributions_campaign_id ON contributions (campaign_id)",
    "CREATE INDEX ix_contributions_person_id ON contributions (person_id)",
    "CREATE INDEX ix_contributions_voucher_id ON contributions (voucher_id)",
    """
    CREATE TABLE loans (
        code TEXT NOT NULL,
        code_key TEXT NOT NULL,
        borrower TEXT NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        fund_id INTEGER NOT NULL,
        place VARCHAR(4) NOT NULL,
        principal_dong INTEGER NOT NULL,
        rate_thousandths INTEGER NOT NULL,
        lent_on DATE NOT NULL,
        due_on DATE,
        instalments INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        guarantor TEXT NOT NULL,
        decision_no TEXT NOT NULL,
        voucher_id INTEGER NOT NULL,
        written_off_on DATE,
        written_off_dong INTEGER NOT NULL,
        write_off_decision TEXT NOT NULL,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_loans_code_key ON loans (code_key)",
    "CREATE INDEX ix_loans_person_id ON loans (person_id)",
    "CREATE INDEX ix_loans_voucher_id ON loans (voucher_id)",
    """
    CREATE TABLE repayments (
        loan_id INTEGER NOT NULL,
        paid_on DATE NOT NULL,
        principal_dong INTEGER NOT NULL,
        interest_dong INTEGER NOT NULL,
        voucher_id INTEGER NOT NULL,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(loan_id) REFERENCES loans (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_repayments_loan_id ON repayments (loan_id)",
    "CREATE INDEX ix_repayments_voucher_id ON repayments (voucher_id)",
    """
    CREATE TABLE loan_extensions (
        loan_id INTEGER NOT NULL,
        extended_on DATE NOT NULL,
        due_on DATE NOT NULL,
        decision_no TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(loan_id) REFERENCES loans (id)
    )
    """,
    "CREATE INDEX ix_loan_extensions_loan_id ON loan_extensions (loan_id)",
    """
    CREATE TABLE bank_loan_counts (
        counted_on DATE NOT NULL,
        group_name TEXT NOT NULL,
        group_key TEXT NOT NULL,
        households INTEGER NOT NULL,
        balance_dong INTEGER NOT NULL,
        overdue_dong INTEGER NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (counted_on, group_key)
    )
    """,
)

_ATTACHED_FILES: tuple[str, ...] = (
    """
    CREATE TABLE files_before (
        person_id INTEGER,
        voucher_id INTEGER,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        added_on DATE NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    """
    INSERT INTO files_before
        SELECT person_id, NULL, kind, title, file_name, sha256, size_bytes, added_on, note, id
        FROM attached_files
    """,
    "DROP TABLE attached_files",
    "ALTER TABLE files_before RENAME TO attached_files",
    "CREATE INDEX ix_attached_files_person_id ON attached_files (person_id)",
    "CREATE INDEX ix_attached_files_voucher_id ON attached_files (voucher_id)",
)

_CATEGORIES = """
    INSERT INTO codes (list_name, code, label, position, retired, built_in)
        SELECT 'VOUCHER_CATEGORY', column1, column1, column2, 0, 1 FROM (VALUES
        ('Hội phí', 0),
        ('Ủng hộ', 1),
        ('Hội viên đóng góp', 2),
        ('Kinh phí được cấp', 3),
        ('Lãi tiền gửi', 4),
        ('Thu hồi vốn vay', 5),
        ('Lãi cho vay', 6),
        ('Cho vay', 7),
        ('Thăm hỏi, tặng quà', 8),
        ('Phúng viếng', 9),
        ('Mừng thọ', 10),
        ('Hỗ trợ nhà ở', 11),
        ('Hội nghị, sinh hoạt', 12),
        ('Văn phòng phẩm, nước uống', 13),
        ('Phụ cấp, bồi dưỡng', 14),
        ('Nộp cấp trên', 15),
        ('Khác', 16))
        WHERE EXISTS (SELECT 1 FROM codes)
"""
# A branch that begins with this schema is given its lists when it begins.

STATEMENTS: tuple[str, ...] = (*_TABLES, *_ATTACHED_FILES, _CATEGORIES, *GUARDS)
