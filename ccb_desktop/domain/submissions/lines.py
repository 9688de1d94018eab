"""One sending as it stands in the list of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.periods import period_name
from ccb_desktop.domain.submissions.manifest import Manifest, read_manifest
from ccb_desktop.domain.submissions.submissions import Submission

ANSWER_DAYS = 7
"""Within how many days the superior should have said that it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionLine:
    """A sending with what others know of it.

    Attributes:
        answer: Number and sign of the answer from above; empty while there is none.
    """

    submission: Submission
    answer: str = ""

    @property
    def period_name(self) -> str:
        """The period in words."""
        return period_name(self.submission.period)

    @property
    def manifest(self) -> Manifest | None:
        """What the package said of itself; nothing where it cannot be read any more."""
        try:
            return read_manifest(self.submission.manifest.encode())
        except BadFile:
            return None

    @property
    def file_count(self) -> int:
        """How many files it held, without manifest and signature."""
        try:
            return len(json.loads(self.submission.manifest)["files"])
        except (ValueError, KeyError, TypeError):
            return 0


def overdue_ids(lines: Sequence[SubmissionLine], today: date) -> frozenset[int]:
    """The sendings that nobody has acknowledged in time and none of the same period followed.

    Args:
        lines: The latest first.
        today: The present day.
    """
    seen: set[str] = set()
    found: set[int] = set()
    for line in lines:
        one = line.submission
        last_on = one.sent_at.date() + timedelta(days=ANSWER_DAYS)
        if one.period not in seen and one.acknowledged_on is None and last_on < today:
            found.add(one.id or 0)
        seen.add(one.period)
    return frozenset(found)
