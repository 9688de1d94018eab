"""The meetings of a person in his file: how he came lately, and the latest ones as a table."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.labels import LABELS as OWN_LABELS
from ccb_desktop.domain.activities.labels import PRESENCE
from ccb_desktop.domain.activities.roll_call import AttendedLine, attended_told
from ccb_desktop.domain.papers import Block, CellKind, Column, PaperTable, Paragraph
from ccb_desktop.domain.printing import number

_MOST = 24
_COLUMNS = (
    Column(OWN_FIELD["held_on"], 26, CellKind.DATE),
    Column(OWN_LABELS["activities", "name"], 70),
    Column(OWN_LABELS["activities", "unit_id"], 34),
    Column(OWN_FIELD["presence"], 36),
)


def attended_blocks(lines: Sequence[AttendedLine], on: date) -> list[Block]:
    """What the attendance lists say of somebody, up to a day; nothing where they say nothing.

    Args:
        lines: Every meeting on whose list he stands, the latest first.
        on: The day.
    """
    found = [line for line in lines if line.held_on <= on]
    if not found:
        return []
    shown = found[:_MOST]
    note = f"{number(len(shown))} buổi gần nhất trong {number(len(found))} buổi."
    table = PaperTable(
        columns=_COLUMNS,
        rows=[(line.held_on, line.name, line.unit_name, PRESENCE[line.presence]) for line in shown],
        note=note if len(found) > len(shown) else "",
    )
    return [Paragraph(attended_told(found, on)), table]
