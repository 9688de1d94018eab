"""Schema 1: the roster, its history, figures typed by hand and imports."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE actions (
        label TEXT NOT NULL,
        done_at DATETIME NOT NULL,
        done_by TEXT NOT NULL,
        form_id TEXT,
        kinds TEXT NOT NULL,
        undoes INTEGER,
        undone_by INTEGER,
        chain_hash TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (form_id),
        FOREIGN KEY(undoes) REFERENCES actions (id),
        FOREIGN KEY(undone_by) REFERENCES actions (id)
    )
    """,
    """
    CREATE TABLE codes (
        list_name TEXT NOT NULL,
        code TEXT NOT NULL,
        label TEXT NOT NULL,
        position INTEGER NOT NULL,
        retired BOOLEAN NOT NULL,
        built_in BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (list_name, code)
    )
    """,
    """
    CREATE TABLE import_mappings (
        shape_key TEXT NOT NULL,
        kind TEXT NOT NULL,
        columns TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (shape_key)
    )
    """,
    """
    CREATE TABLE manual_figures (
        indicator TEXT NOT NULL,
        from_on DATE NOT NULL,
        to_on DATE NOT NULL,
        value TEXT NOT NULL,
        source_note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (indicator, from_on, to_on)
    )
    """,
    """
    CREATE TABLE report_texts (
        report_kind TEXT NOT NULL,
        period TEXT NOT NULL,
        section TEXT NOT NULL,
        text TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (report_kind, period, section)
    )
    """,
    """
    CREATE TABLE settings (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE ("key")
    )
    """,
    """
    CREATE TABLE terms (
        number TEXT NOT NULL,
        from_on TEXT NOT NULL,
        to_on TEXT,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE units (
        code TEXT NOT NULL,
        kind VARCHAR(8) NOT NULL,
        parent_id INTEGER,
        former_ward TEXT NOT NULL,
        founded_on TEXT,
        ended_on TEXT,
        successor_id INTEGER,
        contact_name TEXT NOT NULL,
        contact_phone TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (code),
        FOREIGN KEY(parent_id) REFERENCES units (id),
        FOREIGN KEY(successor_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_units_parent_id ON units (parent_id)",
    """
    CREATE TABLE households (
        head_name TEXT NOT NULL,
        head_key TEXT NOT NULL,
        unit_id INTEGER,
        address TEXT NOT NULL,
        business_kind TEXT NOT NULL,
        business_name TEXT NOT NULL,
        business_revenue_dong INTEGER,
        business_workers INTEGER,
        business_income_dong INTEGER,
        land_clearance TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_households_head_key ON households (head_key)",
    """
    CREATE TABLE import_batches (
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        imported_at DATETIME NOT NULL,
        summary TEXT NOT NULL,
        action_id INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(action_id) REFERENCES actions (id)
    )
    """,
    """
    CREATE TABLE record_changes (
        action_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        "before" TEXT,
        "after" TEXT,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(action_id) REFERENCES actions (id)
    )
    """,
    "CREATE INDEX ix_record_changes_action_id ON record_changes (action_id)",
    "CREATE INDEX ix_record_changes_record ON record_changes (kind, record_id)",
    """
    CREATE TABLE unit_names (
        unit_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        from_on TEXT,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_unit_names_name_key ON unit_names (name_key)",
    "CREATE INDEX ix_unit_names_unit_id ON unit_names (unit_id)",
    """
    CREATE TABLE household_years (
        household_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        poverty TEXT NOT NULL,
        house_state TEXT NOT NULL,
        cultural_family BOOLEAN,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (household_id, year),
        FOREIGN KEY(household_id) REFERENCES households (id)
    )
    """,
    """
    CREATE TABLE persons (
        full_name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        other_name TEXT NOT NULL,
        sex VARCHAR(6),
        born_on TEXT,
        citizen_id TEXT,
        citizen_id_issued_on TEXT,
        phone TEXT NOT NULL,
        home_town TEXT NOT NULL,
        address TEXT NOT NULL,
        street_group TEXT NOT NULL,
        old_address TEXT NOT NULL,
        ethnicity TEXT NOT NULL,
        religion TEXT NOT NULL,
        education TEXT NOT NULL,
        qualification TEXT NOT NULL,
        political_theory TEXT NOT NULL,
        occupation TEXT NOT NULL,
        health_note TEXT NOT NULL,
        consent_on TEXT,
        consent_note TEXT NOT NULL,
        died_on TEXT,
        lunar_death_day TEXT NOT NULL,
        burial_place TEXT NOT NULL,
        note TEXT NOT NULL,
        sort_by_first_word BOOLEAN NOT NULL,
        household_id INTEGER,
        enlisted_on TEXT,
        discharged_on TEXT,
        rank TEXT NOT NULL,
        military_post TEXT NOT NULL,
        military_unit TEXT NOT NULL,
        training TEXT NOT NULL,
        periods TEXT NOT NULL,
        theatres TEXT NOT NULL,
        party_joined_on TEXT,
        party_official_on TEXT,
        party_cell TEXT NOT NULL,
        party_badge INTEGER,
        insurance_no TEXT NOT NULL,
        insurance_entitled BOOLEAN,
        medal_year INTEGER,
        commendations TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (citizen_id),
        FOREIGN KEY(household_id) REFERENCES households (id)
    )
    """,
    "CREATE INDEX ix_persons_household_id ON persons (household_id)",
    "CREATE INDEX ix_persons_name_key ON persons (name_key)",
    "CREATE INDEX ix_persons_sort_key ON persons (sort_key)",
    """
    CREATE TABLE memberships (
        person_id INTEGER NOT NULL,
        kind VARCHAR(4) NOT NULL,
        admission_category INTEGER,
        joined_on TEXT,
        card_no TEXT,
        card_issued_on TEXT,
        card_reissued_on TEXT,
        on_roll_from TEXT,
        unit_id INTEGER,
        sub_unit_id INTEGER,
        ended_on TEXT,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        UNIQUE (card_no),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(sub_unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_memberships_person_id ON memberships (person_id)",
    """
    CREATE TABLE policies (
        person_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        grade TEXT NOT NULL,
        rate_percent INTEGER,
        from_on TEXT,
        to_on TEXT,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_policies_person_id ON policies (person_id)",
    """
    CREATE TABLE posts (
        person_id INTEGER NOT NULL,
        title TEXT NOT NULL,
        scope VARCHAR(12) NOT NULL,
        organisation TEXT NOT NULL,
        unit_id INTEGER,
        from_on TEXT,
        to_on TEXT,
        elected BOOLEAN,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_posts_person_id ON posts (person_id)",
    """
    CREATE TABLE membership_events (
        membership_id INTEGER NOT NULL,
        kind VARCHAR(15) NOT NULL,
        happened_on TEXT NOT NULL,
        unit_id INTEGER,
        sub_unit_id INTEGER,
        from_unit_id INTEGER,
        elsewhere TEXT NOT NULL,
        until_on TEXT,
        decision_no TEXT NOT NULL,
        decision_on TEXT,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(membership_id) REFERENCES memberships (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(sub_unit_id) REFERENCES units (id),
        FOREIGN KEY(from_unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_membership_events_happened_on ON membership_events (happened_on)",
    "CREATE INDEX ix_membership_events_membership_id ON membership_events (membership_id)",
    """
    CREATE TABLE standings (
        membership_id INTEGER NOT NULL,
        from_on DATE NOT NULL,
        to_on DATE,
        status VARCHAR(15) NOT NULL,
        unit_id INTEGER,
        sub_unit_id INTEGER,
        id INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(membership_id) REFERENCES memberships (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_standings_days ON standings (from_on, to_on)",
    "CREATE INDEX ix_standings_membership_id ON standings (membership_id)",
    """
    CREATE TRIGGER record_changes_stay BEFORE UPDATE ON record_changes
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER record_changes_are_kept BEFORE DELETE ON record_changes
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER record_changes_are_not_replaced BEFORE INSERT ON record_changes
        WHEN EXISTS (SELECT 1 FROM record_changes WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER record_changes_of_sealed_actions BEFORE INSERT ON record_changes
        WHEN EXISTS (SELECT 1 FROM actions WHERE id = NEW.action_id AND chain_hash != '')
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER sealed_actions_stay BEFORE UPDATE OF id, label, done_at, done_by, form_id,
        kinds, undoes, chain_hash ON actions WHEN OLD.chain_hash != ''
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER sealed_actions_are_kept BEFORE DELETE ON actions WHEN OLD.chain_hash != ''
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
    """
    CREATE TRIGGER sealed_actions_are_not_replaced BEFORE INSERT ON actions
        WHEN EXISTS (SELECT 1 FROM actions WHERE id = NEW.id OR form_id = NEW.form_id)
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
    """,
)
