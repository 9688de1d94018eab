"""Schema 7: users, personal data: consent, what left, its erasure from books and history."""

_REFUSED = "BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END"
_HEX = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"

_USERS: tuple[str, ...] = (
    """
    CREATE TABLE users (
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        retired BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
)

_PERSONAL_DATA: tuple[str, ...] = (
    """
    CREATE TABLE personal_exports (
        made_at DATETIME NOT NULL,
        done_by TEXT NOT NULL,
        what TEXT NOT NULL,
        file_name TEXT NOT NULL,
        people INTEGER,
        person_ids TEXT NOT NULL,
        masked BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE erasures (
        person_id INTEGER NOT NULL,
        erased_on DATE NOT NULL,
        decision_no TEXT NOT NULL,
        reason TEXT NOT NULL,
        lines TEXT NOT NULL,
        labels TEXT NOT NULL,
        seals TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (person_id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    *(
        statement
        for table in ("personal_exports", "erasures")
        for statement in (
            f"CREATE TRIGGER {table}_stay BEFORE UPDATE ON {table} {_REFUSED}",
            f"CREATE TRIGGER {table}_are_kept BEFORE DELETE ON {table} {_REFUSED}",
            f"CREATE TRIGGER {table}_are_not_replaced BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {_REFUSED}",
        )
    ),
    "CREATE TRIGGER erasures_are_made_once BEFORE INSERT ON erasures "
    f"WHEN EXISTS (SELECT 1 FROM erasures WHERE person_id = NEW.person_id) {_REFUSED}",
)

_DAY = "substr({0}, 23, 4) || '-' || substr({0}, 20, 2) || '-' || substr({0}, 17, 2)".format(
    "consent_note"
)
_CONSENT: tuple[str, ...] = (
    "ALTER TABLE persons ADD COLUMN consent_paper TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE persons ADD COLUMN consent_withdrawn_on TEXT",
    "ALTER TABLE persons ADD COLUMN consent_withdrawn_reason TEXT NOT NULL DEFAULT ''",
    # A withdrawal was a note before: "Rút đồng ý ngày 05/06/2026".
    f"UPDATE persons SET consent_withdrawn_on = {_DAY} "
    f"WHERE consent_note LIKE 'Rút đồng ý ngày __/__/____%' AND date({_DAY}) IS {_DAY}",
    "ALTER TABLE form_fillings ADD COLUMN masked BOOLEAN NOT NULL DEFAULT 0",
)

_SEALS: tuple[str, ...] = (
    "ALTER TABLE actions ADD COLUMN seal_form INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE actions ADD COLUMN salt TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE actions ADD COLUMN label_hash TEXT",
    "ALTER TABLE record_changes ADD COLUMN salt TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record_changes ADD COLUMN erased_hash TEXT",
    "DROP TRIGGER record_changes_stay",
    f"""
    CREATE TRIGGER record_changes_stay BEFORE UPDATE ON record_changes WHEN NOT (
        NEW.id = OLD.id AND NEW.action_id = OLD.action_id AND NEW.kind = OLD.kind
        AND NEW.record_id = OLD.record_id AND NEW.salt = ''
        AND NEW."before" IS CASE WHEN OLD."before" IS NULL THEN NULL ELSE '{{}}' END
        AND NEW."after" IS CASE WHEN OLD."after" IS NULL THEN NULL ELSE '{{}}' END
        AND OLD.erased_hash IS NULL AND coalesce({_HEX.format("NEW.erased_hash")}, 0)
        AND EXISTS (SELECT 1 FROM erasures, json_each(erasures.lines) WHERE value = OLD.id)
    ) {_REFUSED}
    """,
    "DROP TRIGGER sealed_actions_stay",
    f"""
    CREATE TRIGGER sealed_actions_stay BEFORE UPDATE OF id, label, done_at, done_by, form_id,
        kinds, undoes, chain_hash, seal_form, salt, label_hash ON actions
        WHEN OLD.chain_hash != '' AND NOT (
        NEW.id = OLD.id AND NEW.done_at = OLD.done_at AND NEW.done_by = OLD.done_by
        AND NEW.form_id IS OLD.form_id AND NEW.kinds = OLD.kinds AND NEW.undoes IS OLD.undoes
        AND NEW.chain_hash = OLD.chain_hash AND NEW.seal_form = OLD.seal_form AND NEW.salt = ''
        AND coalesce({_HEX.format("NEW.label_hash")}, 0)
        AND coalesce(OLD.label_hash = NEW.label_hash, 1)
        AND EXISTS (SELECT 1 FROM erasures, json_each(erasures.labels)
            WHERE key = CAST(OLD.id AS TEXT) AND value = NEW.label)
    ) {_REFUSED}
    """,
)

STATEMENTS: tuple[str, ...] = (*_USERS, *_PERSONAL_DATA, *_CONSENT, *_SEALS)
