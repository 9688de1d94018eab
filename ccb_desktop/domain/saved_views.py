"""What an officer keeps of a list under a name: a filter, or a set of columns."""

from dataclasses import dataclass
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid


class ViewKind(StrEnum):
    """What is kept."""

    FILTER = "FILTER"
    COLUMNS = "COLUMNS"


VIEW_KIND = {ViewKind.FILTER: "bộ lọc", ViewKind.COLUMNS: "bộ cột"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """One of them.

    Attributes:
        list_name: The list it belongs to, such as `members`.
        content: JSON: a filter (`queries.as_json`), or what the list tells of its columns.
    """

    id: int | None = None
    list_name: str
    kind: ViewKind
    name: str
    content: str


def check_name(view: SavedView, others: list[SavedView]) -> None:
    """See that a view can be found again by its name.

    Raises:
        Invalid: It has none, or another view of the list has the same; field `name`.
    """
    what, name = VIEW_KIND[view.kind], view.name.strip().casefold()
    if not name:
        raise Invalid({"name": f"Ghi tên cho {what}."})
    if any(one.name.casefold() == name and one.id != view.id for one in others):
        raise Invalid({"name": f"Đã có {what} tên này. Ghi tên khác."})
