"""When the moon is new, by the series of Meeus, *Astronomical Algorithms*, chapter 49.

Within a minute of the true moment from 1900 to 2100; days are Julian days of terrestrial time.
"""

from functools import lru_cache
from math import radians, sin

_SYNODIC_MONTH = 29.530588861
_NEW_MOON_OF_2000 = 2451550.09766

_TERMS: tuple[tuple[float, int, int, int, int], ...] = (
    # size in days; how often the anomalies of sun and moon, and the moon's latitude, go in;
    # how often the factor of the earth's eccentricity
    (-0.40720, 0, 1, 0, 0),
    (0.17241, 1, 0, 0, 1),
    (0.01608, 0, 2, 0, 0),
    (0.01039, 0, 0, 2, 0),
    (0.00739, -1, 1, 0, 1),
    (-0.00514, 1, 1, 0, 1),
    (0.00208, 2, 0, 0, 2),
    (-0.00111, 0, 1, -2, 0),
    (-0.00057, 0, 1, 2, 0),
    (0.00056, 1, 2, 0, 1),
    (-0.00042, 0, 3, 0, 0),
    (0.00042, 1, 0, 2, 1),
    (0.00038, 1, 0, -2, 1),
    (-0.00024, -1, 2, 0, 1),
    (-0.00007, 2, 1, 0, 0),
    (0.00004, 0, 2, -2, 0),
    (0.00004, 3, 0, 0, 0),
    (0.00003, 1, 1, -2, 0),
    (0.00003, 0, 2, 2, 0),
    (-0.00003, 1, 1, 2, 0),
    (0.00003, -1, 1, 2, 0),
    (-0.00002, -1, 1, -2, 0),
    (-0.00002, 1, 3, 0, 0),
    (0.00002, 0, 4, 0, 0),
)

_PLANETS: tuple[tuple[float, float, float], ...] = (
    # size in days; angle at the new moon of 2000, and how much it grows with each
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


@lru_cache(maxsize=4096)
def new_moon(number: int) -> float:
    """The moment of a new moon.

    Args:
        number: Counted from the first of the year 2000; earlier ones are negative.

    Returns:
        Julian day of terrestrial time.
    """
    k = number
    t = k / 1236.85
    mean = _NEW_MOON_OF_2000 + _SYNODIC_MONTH * k + t * t * (0.00015437 - 0.00000015 * t)
    eccentricity = 1 - t * (0.002516 + 0.0000074 * t)
    sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t
    moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + 0.00001238 * t)
    latitude = 160.7108 + 390.67050284 * k - t * t * (0.0016118 + 0.00000227 * t)
    node = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + 0.00000215 * t)
    moved = -0.00017 * sin(radians(node))
    for size, suns, moons, latitudes, factors in _TERMS:
        angle = suns * sun + moons * moon + latitudes * latitude
        moved += size * eccentricity**factors * sin(radians(angle))
    first_planet = _PLANETS[0][0] * sin(radians(299.77 + 0.107408 * k - 0.009173 * t * t))
    others = (size * sin(radians(angle + grows * k)) for size, angle, grows in _PLANETS[1:])
    return mean + moved + first_planet + sum(others)
