"""What is ticked and not handed in yet, kept on disk in case the program ends suddenly."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from ccb_desktop.domain.funds.dues_sheet import Paying
from ccb_desktop.ui.kit.drafts import Draft, Drafts

TICKS_DRAFT = "dues-ticks"
"""Kind of the draft of grids that are ticked."""

Key = tuple[int | None, int]
"""The chi hội and year of a grid."""

TicksByGrid = Mapping[Key, Mapping[int, Paying]]
"""Grid → person → what he pays now."""


class TicksDraft:
    """One draft for all grids of the tab."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._form_id = uuid4().hex

    def keep(self, ticks: TicksByGrid) -> None:
        """Keep what is ticked; nothing ticked needs no draft."""
        grids = [
            [*key, [[own, month, dong] for own, of in people.items() for month, dong in of.items()]]
            for key, people in ticks.items()
            if people
        ]
        if not grids:
            self._drafts.drop(self._form_id)
            return
        self._drafts.keep(
            Draft(
                form_id=self._form_id,
                page="funds",
                kind=TICKS_DRAFT,
                title="Hội phí đang đánh dấu",
                subject=None,
                typed={"grids": grids},
                kept_at=datetime.now().astimezone(),
            )
        )

    def take(self, draft: Draft) -> dict[Key, dict[int, Paying]]:
        """What a draft kept; it goes on under its own id."""
        self._form_id = draft.form_id
        found: dict[Key, dict[int, Paying]] = {}
        for unit_id, year, ticks in draft.typed["grids"]:
            paying: dict[int, dict[int | None, int]] = {}
            for person_id, month, amount in ticks:
                paying.setdefault(person_id, {})[month] = amount
            found[unit_id, year] = dict(paying)
        return found
