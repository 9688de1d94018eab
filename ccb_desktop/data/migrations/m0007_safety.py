"""Schema 7: users."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE users (
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        retired BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
)
