"""The days between which the practice branch lives, and what happened on fixed ones."""

from datetime import date

REFERENCE_DAY = date(2026, 6, 30)
"""The last day of the books; fixed, so that pictures and figures stay the same."""

FIRST_DAY = date(2024, 7, 1)
"""The first day of the two years of events."""

MERGED_ON = date(2025, 7, 1)
"""The old wards became one; one chi hội went up in another, one got a new name."""

ELECTED_ON = date(2025, 4, 18)
"""The congress that elected the present board."""

CEREMONIES = (
    *(date(2024, 7, 27), date(2024, 12, 6), date(2025, 2, 3), date(2025, 5, 19)),
    *(date(2025, 12, 6), date(2025, 12, 22), date(2026, 2, 3), date(2026, 5, 19)),
)
"""Days on which new members were received."""
