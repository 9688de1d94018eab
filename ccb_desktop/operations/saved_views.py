"""Keep, overwrite and drop filters and sets of columns under a name."""

from dataclasses import replace

from ccb_desktop.data import saved_views
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.saved_views import VIEW_KIND, SavedView, ViewKind, check_name


def list_views(store: Store, list_name: str) -> list[SavedView]:
    """What is kept of a list, filters and sets of columns, in the order of names."""
    with store.reading() as session:
        return saved_views.list_views(session, list_name)


def save_view(store: Store, view: SavedView, form_id: str | None = None) -> Change:
    """Keep a view, or write it over the one of its id.

    Raises:
        Invalid: It has no name, or one that another view of the list has.
        NotFound: The one to be overwritten is gone.
    """
    view = replace(view, name=view.name.strip())
    with store.writing(f"Lưu {VIEW_KIND[view.kind]} “{view.name}”", form_id) as session:
        check_name(view, _of_kind(saved_views.list_views(session, view.list_name), view.kind))
        saved_views.save_view(session, view)
    return session.change


def remove_view(store: Store, view: SavedView) -> Change:
    """Drop a view; the list stays as it is."""
    with store.writing(f"Xóa {VIEW_KIND[view.kind]} “{view.name}”") as session:
        if view.id is not None:
            saved_views.delete_view(session, view.id)
    return session.change


def _of_kind(views: list[SavedView], kind: ViewKind) -> list[SavedView]:
    return [view for view in views if view.kind is kind]
