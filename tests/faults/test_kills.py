"""A1: the program is killed in the midst of mixed work, and while vouchers are posted."""

import random

from ccb_desktop.operations.branch import open_branch
from tests.faults import money_work, work
from tests.faults.processes import killed_after

ROUNDS_OF_ONE_STORE = 25
MOST_WORDS = 16
"""Before an act and after it one word is said; the kill falls soon after one of them."""


def work_until_killed(there, folder, seed, kinds):
    with open_branch(folder) as store:
        there.send(("opened", ""))
        work.go_on(
            store,
            random.Random(seed),
            told=lambda form: there.send(("told", form)),
            about_to=lambda form: there.send(("begun", form)),
            kinds=kinds,
        )


def kill_again_and_again(fresh_folder, tries, dice, kinds=()):
    """Kill the work so often; gives how many acts were told, and how many were cut short."""
    told_in_all, cut_short = 0, 0
    for kill in range(tries):
        if kill % ROUNDS_OF_ONE_STORE == 0:
            folder, told = fresh_folder(), set()
        words, seconds = dice.randrange(1, MOST_WORDS), dice.random() * 0.05
        said = killed_after(seconds, work_until_killed, folder, kill, kinds, words=words)
        now = {form for word, form in said if word == "told"}
        begun = [form for word, form in said if word == "begun"]
        told |= now
        with open_branch(folder) as store:
            work.assert_nothing_lost(store, told)
            money_work.assert_whole(store)
            if begun and begun[-1] not in now:
                cut_short += 1
                work.enter_again(store, begun[-1])
                work.enter_again(store, begun[-1])
            work.assert_nothing_lost(store, told)
            work.assert_sound(store)
        told_in_all += len(now)
    return told_in_all, cut_short


def test_what_was_told_as_kept_is_there_after_a_kill(fresh_folder, times, tally):
    tries = times(20, 300)
    told, cut_short = kill_again_and_again(fresh_folder, tries, random.Random(7))
    assert cut_short > tries // 4  # the kills fall into the work
    tally(
        "A1",
        "kill −9 during mixed work",
        tries,
        f"{told:,} acts told, 0 lost; invariants broken 0; doubled after re-entry 0",
    )


def test_no_voucher_is_lost_or_kept_by_halves_after_a_kill(fresh_folder, times, tally):
    tries = times(20, 250)
    told, cut_short = kill_again_and_again(
        fresh_folder, tries, random.Random(17), tuple(money_work.ACTS)
    )
    assert cut_short > tries // 4
    tally(
        "A1",
        "kill −9 while vouchers, dues, gifts and loans are posted and voided",
        tries,
        f"{told:,} acts told, 0 lost, 0 by halves; {cut_short:,} kills within an act; "
        "numbers missing 0; doubled after re-entry 0",
    )
