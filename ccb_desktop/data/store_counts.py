"""How much of what a store file holds, without a word of it."""

from typing import Any


def store_counts(connection: Any) -> dict[str, int]:
    """Table → its rows, in the order of names."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in tables
    }


def file_facts(connection: Any) -> dict[str, object]:
    """What the file itself is like."""
    asked = ("user_version", "page_size", "page_count", "freelist_count")
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}


def act_facts(connection: Any) -> dict[str, object]:
    """How long the history is, and what kinds of records the last acts touched."""
    last, undone = connection.execute(
        "SELECT coalesce(max(id), 0), count(undone_by) FROM actions"
    ).fetchone()
    kinds = connection.execute("SELECT kinds FROM actions ORDER BY id DESC LIMIT 10").fetchall()
    told = {f"act {last - place}": found.replace(";", " ") for place, (found,) in enumerate(kinds)}
    return {"last act": last, "undone": undone, **told}
