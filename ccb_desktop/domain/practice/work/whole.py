"""Puts the work of the practice branch together."""

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import PracticeMoney
from ccb_desktop.domain.practice.money.roll import roll_of
from ccb_desktop.domain.practice.work.awards import make_awards
from ccb_desktop.domain.practice.work.book import PracticeWork
from ccb_desktop.domain.practice.work.following import follow
from ccb_desktop.domain.practice.work.gatherings import make_gatherings
from ccb_desktop.domain.practice.work.grading import make_gradings
from ccb_desktop.domain.practice.work.meetings import make_meetings
from ccb_desktop.domain.practice.work.plans import make_plans
from ccb_desktop.domain.practice.work.pledges import (
    make_commitments,
    make_discipline,
    make_nominations,
)
from ccb_desktop.domain.practice.work.scene import Scene, silent_since

_WORK_DICE = 15_485
"""Work falls by dice of its own, so that people and money stay what they are."""


def make_work(books: Books, money: PracticeMoney, members: int, seed: int) -> PracticeWork:
    """Tasks, activities and emulation of a practice branch.

    Args:
        books: Its people and units; who was given a Kỷ niệm chương gets its year.
        money: Some of its payments were for meetings; who has stopped paying dues stays away.
        members: How many are in the Hội.
        seed: The same number gives the same work.
    """
    dice, work = Dice(seed + _WORK_DICE), PracticeWork()
    scene = Scene(books, roll_of(books), members, silent_since(money.dues_payments))
    handed = make_plans(work, scene)
    make_meetings(dice, work, scene, money.vouchers)
    make_gatherings(dice, work, scene)
    follow(dice, work, scene, handed)
    make_discipline(work, scene)
    make_gradings(dice, work, scene)
    make_awards(dice, work, scene)
    make_nominations(dice, work, scene)
    make_commitments(dice, work, scene)
    return work
