"""What acts there are in the history, beside the list itself."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ActionRow


def last_act_at(session: Session) -> datetime | None:
    """When the last act was done, by the clock of then.

    By its number, not by its moment: once a clock went wrong, what was done under it would
    speak against every right clock for ever.
    """
    return session.scalar(select(ActionRow.done_at).order_by(ActionRow.id.desc()).limit(1))
