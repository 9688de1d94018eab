"""What the second place lacks: the newest and a backup of each month, and never the same twice."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.backups import Backup, BackupReason, not_worth_keeping
from ccb_desktop.domain.second_place import lacking, likely_places

BEGUN = datetime(2025, 1, 1, 8)


def backup(counter, hours, reason=BackupReason.ROUTINE, *, is_present=True):
    return Backup(
        path=Path(f"/b/{counter}"),
        counter=counter,
        made_at=BEGUN + timedelta(hours=hours),
        reason=reason,
        schema=1,
        size_bytes=1,
        sha256=str(counter),
        store_id="s",
        branch="b",
        action_id=counter,
        chain_hash=str(counter),
        is_present=is_present,
    )


def test_the_five_newest_come_first_and_then_one_of_each_month():
    here = [backup(n, n * 24) for n in range(1, 101)]
    found = [b.counter for b in lacking(here, [])]
    assert found[:5] == [100, 99, 98, 97, 96]
    assert {(BEGUN + timedelta(days=n)).month for n in found} == {1, 2, 3, 4}
    assert len(found) == 8


def test_what_is_there_or_not_to_be_had_is_not_brought():
    here = [backup(1, 1), backup(2, 2, is_present=False), backup(3, 3)]
    assert [b.counter for b in lacking(here, [here[0]])] == [3]
    torn = backup(3, 3, is_present=False)
    assert [b.counter for b in lacking(here, [here[0], torn])] == [3]
    assert lacking([], here) == []


def test_a_backup_encrypted_in_both_places_is_not_brought_again():
    here, plain = replace(backup(1, 1), sha256="here", key_name="k"), backup(1, 1)
    assert lacking([here], [replace(here, sha256="away")]) == []
    assert lacking([here], [plain]) == [here]
    assert lacking([here], [replace(here, made_at=BEGUN, sha256="of another PC")]) == [here]


def test_no_more_than_twelve_months_are_brought_though_a_restore_pauses_thinning():
    here = [backup(month, month * 31 * 24) for month in range(1, 21)]
    here.append(backup(21, 21 * 31 * 24, BackupReason.BEFORE_RESTORE))
    brought = lacking(here, [])
    assert len({(b.made_at.year, b.made_at.month) for b in brought}) == 12
    assert lacking(here, brought) == []


BACKUPS = st.lists(
    st.tuples(st.integers(1, 24 * 40), st.sampled_from(list(BackupReason))), max_size=60
)


@given(BACKUPS, st.data())
def test_after_catching_up_and_thinning_nothing_is_lacking(made, data):
    hours, here = 0, []
    for counter, (step, reason) in enumerate(made, start=1):
        hours += step
        here.append(backup(counter, hours, reason))
    away = data.draw(st.lists(st.sampled_from(here), unique_by=lambda b: b.counter)) if here else []
    away += lacking(here, away)
    gone = {b.counter for b in not_worth_keeping(away)}
    assert lacking(here, [b for b in away if b.counter not in gone]) == []
    newest = sorted((b.counter for b in here), reverse=True)[:5]
    assert {b.counter for b in away} - gone >= set(newest)


def test_a_folder_is_looked_for_below_another_letter():
    found = list(likely_places(Path("/media/usb/hoi/sao-luu"), Path("/media/usb1")))
    assert Path("/media/usb1/hoi/sao-luu") in found
    assert found[-1] == Path("/media/usb1")
