"""What would change by going back is told rightly, before it is done."""

import shutil
from datetime import date

import pytest

from ccb_desktop.domain.errors import Forbidden, NotFound
from ccb_desktop.domain.going_back import moment
from ccb_desktop.operations import backups, going_back
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.paths import DataFolder
from tests.books import add_member, add_unit
from tests.conftest import BRANCH
from tests.ledger import open_fund, receive
from tests.office import CHAIRMAN, CLERK, TREASURER, seat_officers

TODAY = date(2026, 7, 1)


def test_acts_people_money_and_vouchers_that_would_go_are_told(store):
    fund, unit = open_fund(store, cash=100_000), add_unit(store)
    made = backups.back_up_here(store)
    store.user = CLERK
    add_member(store, "Nguyễn Văn Mới", unit)
    store.user = TREASURER
    posted = receive(store, fund, 70_000)
    store.user = CHAIRMAN
    found = going_back.look_back(store, made.path, TODAY)
    assert [act.label for act in found.lost] == [a.label for a in list_actions(store)[:2]]
    assert {act.done_by for act in found.lost} == {CLERK.name, TREASURER.name}
    assert (found.lost_count, found.gained_count, found.is_related) == (2, 0, True)
    assert (found.then.people, found.now.people) == (0, 1)
    assert (found.then.funds, found.now.funds) == ((("Quỹ Hội", 100_000),), (("Quỹ Hội", 170_000),))
    assert found.vouchers == (f"{posted.number_text}, 15/03/2026: 70.000 đồng",)
    assert found.act == f"Phục hồi về {moment(made.made_at)}"
    assert "2 việc ghi sau lúc ấy" in found.sentences[0]
    assert "1 phiếu thu, chi đã ghi sổ" in found.sentences[1]


def test_a_backup_that_holds_everything_loses_nothing(store):
    made = backups.back_up_here(store)
    found = going_back.look_back(store, made.path, TODAY)
    assert (found.lost_count, found.gained_count, found.vouchers) == (0, 0, ())
    assert "Không mất việc nào" in found.sentences[0]
    assert found.then == found.now


def test_acts_that_only_the_backup_has_come_back(data_folder):
    with open_branch(data_folder) as store:
        unit = add_unit(store)
        first = backups.back_up_here(store)
        add_member(store, "Người của nhánh cũ", unit)
        second = backups.back_up_here(store)
    backups.restore(data_folder, first.path)
    with open_branch(data_folder) as store:
        add_member(store, "Người của nhánh mới", unit)
        found = going_back.look_back(store, second.path, TODAY)
    assert (found.lost_count, found.gained_count) == (2, 1)
    assert "Người của nhánh mới" in found.lost[0].label
    assert "Phục hồi bản sao lưu" in found.lost[1].label
    assert "Người của nhánh cũ" in found.gained[0].label
    assert any("trở lại trong sổ" in said for said in found.sentences)


def test_the_books_of_another_branch_are_called_so(store, tmp_path):
    with start_branch(DataFolder(tmp_path / "khac"), BRANCH) as other:
        add_member(other, "Ở máy khác")
        made = backups.back_up(other, tmp_path / "usb")
    found = going_back.look_back(store, made, TODAY)
    assert not found.is_related
    assert found.sentences[0].startswith("Chú ý: bản này là sổ của")
    assert (found.then.members, found.now.members) == (1, 0)
    assert found.vouchers == ()


def test_the_newest_backup_before_an_act_is_found(store):
    made = []
    for number in range(3):
        made.append(backups.back_up_here(store))
        add_member(store, f"Người {number}")
    acts = [action.id for action in reversed(list_actions(store))][-3:]
    for act, backup in zip(acts, made, strict=True):
        assert going_back.backup_before(store, act).counter == backup.counter
    made[1].path.unlink()
    assert going_back.backup_before(store, acts[1]).counter == made[0].counter
    for backup in made[:1]:
        backup.path.unlink()
    with pytest.raises(NotFound, match="Hoàn tác việc này"):
        going_back.backup_before(store, acts[1])


def test_a_backup_of_other_books_is_never_the_one_before_an_act(store, tmp_path):
    with start_branch(DataFolder(tmp_path / "khac"), BRANCH) as other:
        made = backups.back_up_here(other)
    for file in other.folder.backups.glob("*"):
        shutil.copy(file, store.folder.backups)
    add_member(store)
    act = list_actions(store)[0].id
    assert made.branch == BRANCH.name
    with pytest.raises(NotFound):
        going_back.backup_before(store, act)


def test_only_who_may_restore_is_shown_what_it_costs(store):
    seat_officers(store, CLERK)
    made = backups.back_up_here(store)
    assert going_back.look_back(store, made.path, TODAY).lost_count == 0
    store.user = CLERK
    with pytest.raises(Forbidden):
        going_back.look_back(store, made.path, TODAY)
