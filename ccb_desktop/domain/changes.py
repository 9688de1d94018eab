"""What a finished act changed: the one message that windows exchange."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Change:
    """One committed act.

    Attributes:
        action_id: Number of the act in the history; 0 when nothing was changed.
        label: What was done, in the officer's words, as "Việc vừa làm" shows it.
        kinds: The kinds of records touched (names of tables), so that a page can tell
            whether it has to read again.
    """

    action_id: int
    label: str
    kinds: frozenset[str]


class UndoEffect(StrEnum):
    """What undoing an act would do."""

    PLAYED_BACK = "PLAYED_BACK"
    REVERSES = "REVERSES"
    """Vouchers it posted are taken back by reversals, and that is not undone again."""
    FINAL = "FINAL"
    """It took vouchers back itself, or locked a time, and stays."""


@dataclass(frozen=True, slots=True)
class Action:
    """One line of "Việc vừa làm": an act of the past and whether it can be undone.

    Attributes:
        undone_by: The act that undid this one, if any.
        changes: How many records the act touched.
        kinds: The kinds of records touched.
    """

    id: int
    label: str
    done_at: datetime
    done_by: str
    undone_by: int | None
    changes: int
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record as it was before and after an act; `None` where it did not exist."""

    action_id: int
    label: str
    done_at: datetime
    done_by: str
    kind: str
    record_id: int
    before: dict[str, object] | None
    after: dict[str, object] | None
