"""Every row of the books, for comparing two states of them."""

from sqlalchemy import text

from ccb_desktop.data.tables import CONTENTS, DERIVED, HISTORY, Row


def all_rows(store):
    """Table → its rows; the history is left out, and of what is derived the ids."""
    with store.reading() as session:
        found = {}
        for table in Row.metadata.tables:
            if table in HISTORY | CONTENTS:
                continue
            rows = session.execute(text(f"SELECT * FROM {table}")).mappings()
            kept = [
                {k: v for k, v in row.items() if table not in DERIVED or k != "id"} for row in rows
            ]
            found[table] = sorted(kept, key=repr)
        return found
