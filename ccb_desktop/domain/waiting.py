"""What waits to be dealt with, as the first page lists it, whatever subject found it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whom a line or a bar of the first page is about."""

    person_id: int
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits, and where it is dealt with: with some people, or on a page.

    Attributes:
        count: How many there are, where a page tells which; none where it is one thing.
        page: Id of the page, where it concerns nobody in particular.
        filters: What that page shall show.
    """

    sentence: str
    people: tuple[Concerned, ...] = ()
    page: str = ""
    filters: dict[str, object] = field(default_factory=dict)
    count: int = 0
