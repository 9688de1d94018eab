"""What a damaged store still tells."""

import shutil
from statistics import median

import pytest

from ccb_desktop.data import salvage
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.paths import DataFolder
from tests.books import fill

PAGE = 4096
PEOPLE = 61


@pytest.fixture(scope="module")
def many_acts(branch_template, tmp_path_factory):
    """A folder with a store of many acts; one backup holds the first, one holds all."""
    folder = DataFolder(tmp_path_factory.mktemp("many acts") / "branch")
    shutil.copytree(branch_template.root, folder.root)
    with open_branch(folder) as store:
        backups.back_up_here(store)
        fill(store, members=PEOPLE - 1)
        backups.back_up_here(store)
    return folder


@pytest.fixture
def filled(many_acts, tmp_path):
    """A copy of the store of many acts, to be spoilt."""
    folder = DataFolder(tmp_path / "branch")
    shutil.copytree(many_acts.root, folder.root)
    return folder


def spoil(path, page):
    spoilt = bytearray(path.read_bytes())
    spoilt[page * PAGE + 50] ^= 1
    path.write_bytes(spoilt)


def names_in(path):
    where = salvage.columns_of("persons").index("full_name")
    return [row[where] for row in salvage.readable_rows(path, "persons")]


def test_a_whole_store_gives_every_row(filled):
    assert len(names_in(filled.store)) == PEOPLE
    assert {"persons", "units", "posts"} <= set(salvage.readable_tables(filled.store))


def test_whichever_page_is_damaged_the_rows_of_the_others_are_given(filled):
    whole, everybody, given = filled.store.read_bytes(), names_in(filled.store), []
    for page in range(1, len(whole) // PAGE):
        spoil(filled.store, page)
        found = names_in(filled.store)
        assert found == [name for name in everybody if name in found]
        given.append(len(found))
        filled.store.write_bytes(whole)
    assert median(given) == PEOPLE  # most pages hold no people
    assert any(0 < count < PEOPLE for count in given)


def test_a_spoilt_head_gives_nothing_and_no_error(filled):
    spoil(filled.store, 0)
    assert salvage.readable_tables(filled.store) == []
    assert salvage.acts_after(filled.store, 1, "x") is None


def test_the_acts_after_a_backup_are_told(filled):
    last, first = backups.list_backups(filled)
    with open_branch(filled) as store:
        labels = [action.label for action in list_actions(store)]
    after_first = salvage.acts_after(filled.store, first.action_id, first.chain_hash)
    assert [act.label for act in after_first] == labels[:-1]
    assert salvage.acts_after(filled.store, last.action_id, last.chain_hash) == []


def test_of_a_backup_with_another_history_nothing_is_told(filled):
    assert salvage.acts_after(filled.store, 1, "another seal") is None
