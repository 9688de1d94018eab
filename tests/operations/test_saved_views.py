"""Filters and sets of columns kept under a name, in a real store."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.saved_views import SavedView, ViewKind
from ccb_desktop.operations import saved_views, undo
from tests.books import contents

OLD = SavedView(list_name="members", kind=ViewKind.FILTER, name="Trên 80", content="{}")


def names(store, list_name="members"):
    return [(view.kind, view.name) for view in saved_views.list_views(store, list_name)]


def test_kept_by_name_in_vietnamese_order_and_only_for_their_list(store):
    for name in ("Đảng viên", "Dưới 60", "Ấp Bắc"):
        saved_views.save_view(store, replace(OLD, name=name))
    saved_views.save_view(store, replace(OLD, list_name="club-members"))
    assert [name for _, name in names(store)] == ["Ấp Bắc", "Dưới 60", "Đảng viên"]
    assert names(store, "club-members") == [(ViewKind.FILTER, "Trên 80")]


def test_a_filter_and_a_set_of_columns_may_have_one_name(store):
    saved_views.save_view(store, OLD)
    saved_views.save_view(store, replace(OLD, kind=ViewKind.COLUMNS))
    assert len(names(store)) == 2


@pytest.mark.parametrize("name", ["", "  ", "trên 80 "])
def test_a_name_is_needed_and_taken_once(store, name):
    saved_views.save_view(store, OLD)
    before = contents(store)
    with pytest.raises(Invalid) as refusal:
        saved_views.save_view(store, replace(OLD, name=name))
    assert set(refusal.value.fields) == {"name"}
    assert contents(store) == before


def test_written_over_under_its_own_name(store):
    saved_views.save_view(store, OLD)
    (kept,) = saved_views.list_views(store, "members")
    saved_views.save_view(store, replace(kept, content='{"join": "ANY", "parts": []}'))
    (now,) = saved_views.list_views(store, "members")
    assert (now.id, now.content) == (kept.id, '{"join": "ANY", "parts": []}')


def test_dropped_and_brought_back_by_undo(store):
    saved_views.save_view(store, OLD)
    (kept,) = saved_views.list_views(store, "members")
    dropped = saved_views.remove_view(store, kept)
    assert names(store) == []
    undo.undo(store, dropped.action_id)
    assert saved_views.list_views(store, "members") == [kept]
