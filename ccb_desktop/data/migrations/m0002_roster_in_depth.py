"""Schema 2: tags, own fields, attached files, doubles, saved views, what the charter watches."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE persons ADD COLUMN tags TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE membership_events ADD COLUMN ceremony_on TEXT",
    "ALTER TABLE membership_events ADD COLUMN letter_on TEXT",
    "ALTER TABLE units ADD COLUMN brought_in_on TEXT",
    """
    CREATE TABLE exemption_reports (
        membership_id INTEGER NOT NULL,
        reported_on TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(membership_id) REFERENCES memberships (id)
    )
    """,
    "CREATE INDEX ix_exemption_reports_membership_id ON exemption_reports (membership_id)",
    """
    CREATE TABLE not_doubles (
        first_id INTEGER NOT NULL,
        second_id INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (first_id, second_id),
        FOREIGN KEY(first_id) REFERENCES persons (id),
        FOREIGN KEY(second_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_not_doubles_second_id ON not_doubles (second_id)",
    """
    CREATE TABLE person_merges (
        kept_id INTEGER NOT NULL,
        absorbed_id INTEGER NOT NULL,
        absorbed_name TEXT NOT NULL,
        merged_on DATE NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(kept_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_person_merges_kept_id ON person_merges (kept_id)",
    """
    CREATE TABLE attached_files (
        person_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        added_on DATE NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_attached_files_person_id ON attached_files (person_id)",
    """
    CREATE TABLE file_contents (
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (sha256)
    )
    """,
    """
    CREATE TABLE saved_views (
        list_name TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (list_name, kind, name)
    )
    """,
    """
    CREATE TABLE own_fields (
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        choices TEXT NOT NULL,
        position INTEGER NOT NULL,
        retired BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (label)
    )
    """,
    """
    CREATE TABLE own_values (
        person_id INTEGER NOT NULL,
        field_id INTEGER NOT NULL,
        value TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (person_id, field_id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(field_id) REFERENCES own_fields (id)
    )
    """,
    "CREATE INDEX ix_own_values_field_id ON own_values (field_id)",
    """
    CREATE TABLE charter_switches (
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        off_since DATE NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (rule)
    )
    """,
    """
    CREATE TABLE holidays (
        day_on DATE NOT NULL,
        name TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (day_on)
    )
    """,
)
