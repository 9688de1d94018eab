"""The sizes of text an officer can choose, and what they mean in points and pixels.

Public: `STEPS` (percent), `BASE_POINTS`, `nearest_step(percent)`, `next_step(percent, way)`,
`points(percent, base)`, `pixels(length, percent)`. The choice itself is held and applied by
`look.Look`.
"""

BASE_POINTS = 11.0
"""Size of ordinary text at 100 %."""

STEPS = (100, 125, 150, 175, 200)
"""The sizes that are offered, in percent."""


def nearest_step(percent: int) -> int:
    """The offered size nearest to what was remembered."""
    return min(STEPS, key=lambda step: abs(step - percent))


def next_step(percent: int, way: int) -> int:
    """One size up (`way` 1) or down (`way` -1); the ends stay where they are."""
    place = STEPS.index(nearest_step(percent)) + way
    return STEPS[max(0, min(place, len(STEPS) - 1))]


def points(percent: int, base: float = BASE_POINTS) -> float:
    """The size in points of text that is `base` points at 100 %."""
    return base * percent / 100


def pixels(length: float, percent: int) -> int:
    """A length on the screen that is `length` pixels at 100 %."""
    return round(length * percent / 100)
