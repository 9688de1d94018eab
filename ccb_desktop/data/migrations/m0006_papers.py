"""Schema 6: documents, frozen reports, submissions, the superior's forms, own templates."""

_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE documents (
        direction VARCHAR(3) NOT NULL,
        kind TEXT NOT NULL,
        series TEXT NOT NULL,
        number INTEGER,
        symbol TEXT NOT NULL,
        issued_on DATE,
        arrived_on DATE,
        issuer TEXT NOT NULL,
        recipients TEXT NOT NULL,
        subject TEXT NOT NULL,
        signer TEXT NOT NULL,
        state VARCHAR(9) NOT NULL,
        due_on DATE,
        done_on DATE,
        answers_id INTEGER,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (direction, kind, series, number),
        FOREIGN KEY(answers_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE TABLE frozen_reports (
        report_kind TEXT NOT NULL,
        period TEXT NOT NULL,
        from_on DATE NOT NULL,
        to_on DATE NOT NULL,
        cut_off DATE NOT NULL,
        frozen_at DATETIME NOT NULL,
        subject TEXT NOT NULL,
        document_id INTEGER,
        content_sha256 TEXT NOT NULL,
        word_name TEXT NOT NULL,
        word_sha256 TEXT NOT NULL,
        excel_name TEXT NOT NULL,
        excel_sha256 TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX ix_frozen_reports_period ON frozen_reports (period)",
    """
    CREATE TABLE report_duties (
        report_kind TEXT NOT NULL,
        month_offset INTEGER NOT NULL,
        day INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        retired BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE submissions (
        sent_at DATETIME NOT NULL,
        period TEXT NOT NULL,
        frozen_report_id INTEGER,
        way VARCHAR(6) NOT NULL,
        place TEXT NOT NULL,
        recipient TEXT NOT NULL,
        encrypted BOOLEAN NOT NULL,
        masked BOOLEAN NOT NULL,
        manifest TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        chain_number INTEGER NOT NULL,
        chain_hash TEXT NOT NULL,
        acknowledged_on DATE,
        answer_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(frozen_report_id) REFERENCES frozen_reports (id),
        FOREIGN KEY(answer_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX ix_submissions_period ON submissions (period)",
    """
    CREATE TABLE package_signers (
        public_key TEXT NOT NULL,
        name TEXT NOT NULL,
        first_seen_on DATE NOT NULL,
        trusted BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (public_key)
    )
    """,
    """
    CREATE TABLE signing_keys (
        public_key TEXT NOT NULL,
        seed BLOB NOT NULL,
        made_at DATETIME NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (public_key)
    )
    """,
    """
    CREATE TABLE received_packages (
        received_at DATETIME NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        sender TEXT NOT NULL,
        period TEXT NOT NULL,
        signer_id INTEGER,
        manifest TEXT NOT NULL,
        summary TEXT NOT NULL,
        batch_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(signer_id) REFERENCES package_signers (id),
        FOREIGN KEY(batch_id) REFERENCES import_batches (id)
    )
    """,
    """
    CREATE TABLE superior_forms (
        title TEXT NOT NULL,
        sender TEXT NOT NULL,
        file_name TEXT NOT NULL,
        ending TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        added_on DATE NOT NULL,
        retired BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE form_blanks (
        form_id INTEGER NOT NULL,
        place TEXT NOT NULL,
        label TEXT NOT NULL,
        tie TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (form_id, place),
        FOREIGN KEY(form_id) REFERENCES superior_forms (id)
    )
    """,
    """
    CREATE TABLE form_fillings (
        form_id INTEGER NOT NULL,
        period TEXT NOT NULL,
        cut_off DATE NOT NULL,
        filled_at DATETIME NOT NULL,
        typed TEXT NOT NULL,
        file_name TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        document_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(form_id) REFERENCES superior_forms (id),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX ix_form_fillings_form_id ON form_fillings (form_id)",
    """
    CREATE TABLE own_templates (
        name TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        changed_at DATETIME NOT NULL,
        in_use BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name)
    )
    """,
)
_PAPERS: tuple[str, ...] = (
    "ALTER TABLE attached_files ADD COLUMN document_id INTEGER REFERENCES documents (id)",
    "CREATE INDEX ix_attached_files_document_id ON attached_files (document_id)",
)

_CODES = """
    INSERT INTO codes (list_name, code, label, position, retired, built_in)
        SELECT 'DOCUMENT_KIND', column1, column2, column3, 0, 1 FROM (VALUES
        ('BC', 'Báo cáo', 0),
        ('NQ', 'Nghị quyết', 1),
        ('QĐ', 'Quyết định', 2),
        ('KH', 'Kế hoạch', 3),
        ('CTr', 'Chương trình', 4),
        ('TB', 'Thông báo', 5),
        ('TTr', 'Tờ trình', 6),
        ('HD', 'Hướng dẫn', 7),
        ('CV', 'Công văn', 8),
        ('GM', 'Giấy mời', 9),
        ('GGT', 'Giấy giới thiệu', 10),
        ('BB', 'Biên bản', 11),
        ('KHAC', 'Văn bản khác', 12))
        WHERE EXISTS (SELECT 1 FROM codes)
"""
# A branch that begins with this schema is given its lists when it begins.

STATEMENTS: tuple[str, ...] = (*_TABLES, *_PAPERS, _CODES)
