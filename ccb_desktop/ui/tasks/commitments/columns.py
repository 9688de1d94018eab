"""The columns of the list of commitments."""

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.tasks.commitments import CommitmentLine
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import KEPT, LABELS
from ccb_desktop.ui.kit.columns import Column


def commitment_columns() -> list[Column[CommitmentLine]]:
    """Who signed what, when, and what became of it."""
    return [
        Column(
            "name",
            "Hội viên",
            lambda line: line.person_name,
            lambda line: sort_key(line.person_name),
            width=22,
            named=True,
        ),
        Column(
            "unit",
            FIELD["unit"],
            lambda line: line.unit_name,
            lambda line: natural_order(line.unit_name) or None,
            width=13,
        ),
        Column(
            "content",
            LABELS["commitments", "content"],
            lambda line: " ".join(line.commitment.content.split()),
            width=44,
        ),
        Column(
            "signed_on",
            TASK_FIELD["signed_on"],
            lambda line: short_date(line.commitment.signed_on) if line.commitment.signed_on else "",
            lambda line: line.commitment.signed_on,
            width=10,
        ),
        Column("kept", TASK_FIELD["kept"], lambda line: KEPT[line.commitment.kept], width=16),
        Column("note", FIELD["note"], lambda line: line.commitment.note, width=18),
    ]
