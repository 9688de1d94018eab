"""What a new activity is called before anybody has typed: `Sinh hoạt Chi hội 3 tháng 11`."""

from datetime import date

from ccb_desktop.domain.activities.activities import ActivityKind


def proposed_name(kind: str, kind_name: str, unit_name: str, held_on: date | None) -> str:
    """The name of an activity by its kind, who holds it, and its month.

    Args:
        kind: Code of `ActivityKind`, or one that the branch added.
        kind_name: What the branch calls it.
        unit_name: The chi hội; empty for the branch itself.
        held_on: Its day, as far as it can be read.
    """
    when = f" tháng {held_on.month}" if held_on is not None else ""
    if kind == ActivityKind.UNIT_MEETING:
        return f"Sinh hoạt {unit_name or 'chi hội'}{when}"
    if kind == ActivityKind.BOARD_MEETING:
        of_board = "Họp Ban Chấp hành"
        return f"{of_board}{when}" if not unit_name else f"Họp ban chi hội {unit_name}{when}"
    return f"{kind_name} {unit_name}{when}".replace("  ", " ").strip()
