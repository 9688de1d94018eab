"""E1: one program per store, whoever comes second, races or dies."""

from ccb_desktop.domain.errors import Locked
from ccb_desktop.operations.branch import open_branch
from tests.books import add_member, names_on_roll
from tests.faults.processes import Child, working

RACERS = 6


def hold_open(there, folder):
    with open_branch(folder) as store:
        add_member(store, "Người của cửa sổ đầu")
        there.send("open")
        there.recv()


def knock(there, folder):
    """A second program: is it let in?"""
    try:
        open_branch(folder).close()
    except Locked as error:
        there.send(str(error))
    else:
        there.send("let in")


def race(there, folder):
    """Open at the signal, and hold it until everybody has tried."""
    there.send("ready")
    there.recv()
    try:
        store = open_branch(folder)
    except Locked:
        there.send(False)
        return
    there.send(True)
    there.recv()
    store.close()


def test_a_second_program_is_told_so_and_the_first_is_not_disturbed(fresh_folder, times, tally):
    tries, folder = times(8, 120), fresh_folder()
    with working(hold_open, folder) as first:
        assert first.hear() == "open"
        for _ in range(tries):
            with working(knock, folder) as second:
                assert "đang mở trong một cửa sổ khác" in second.hear()
        first.say("close")
        first.end()
    with open_branch(folder) as store:
        assert "Người của cửa sổ đầu" in names_on_roll(store)
    tally("E1", "second program on an open store", tries, "refused with a plain message 100%")


def test_of_six_that_start_together_one_wins(fresh_folder, times, tally):
    tries, folder = times(5, 40), fresh_folder()
    for _ in range(tries):
        racers = [Child(race, folder) for _ in range(RACERS)]
        assert [racer.hear() for racer in racers] == ["ready"] * RACERS
        for racer in racers:
            racer.say("go")
        won = [racer.hear() for racer in racers]
        assert won.count(True) == 1
        racers[won.index(True)].say("close")
        for racer in racers:
            racer.end()
    tally("E1", "six programs started at one moment", tries, "one winner each time")


def test_after_a_kill_the_store_opens_again(fresh_folder, times, tally):
    tries, folder = times(10, 120), fresh_folder()
    for _ in range(tries):
        with working(hold_open, folder) as first:
            assert first.hear() == "open"
            first.kill()
        with working(knock, folder) as next_one:
            assert next_one.hear() == "let in"
    tally("E1", "opening after the program was killed", tries, "opens again 100%")
