"""Typing into the search box above a long list: each key until the page is drawn anew."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made_data import Place
from benchmarks.measure import most_memory_mb
from benchmarks.results import Result
from ccb_desktop.operations.branch import Store, open_branch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ccb_desktop.ui.members.page import MembersPage

_TYPED = ("nguyen v b", "tr th h", "le quang", "0950", "pham duc m")
_GOAL, _MOST_SECONDS = 2, 0.05
_REPAINTS = 15


def typing(place: Place) -> Iterator[Result]:
    """The page Hội viên, its list read and its keys ready, as it is when somebody types."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (only here is a window needed)

    app = QApplication.instance() or QApplication([])
    people = place.sizes.many
    folder = place.practice_branch(people)
    with closing(open_branch(folder, leave_large_unchecked=True)) as store:
        page = _shown_page(store)
        floor, keys = [], []
        for typed in _TYPED:
            floor += [_repaint(page.members.view.viewport()) for _ in range(_REPAINTS)]
            keys += _type(page, typed)
        page.close()
    del app
    yield Result(
        f"each key typed, {people:,} people, repaint included",
        "repaint of the page",
        statistics.median(floor),
        statistics.median(keys),
        _GOAL,
        most_memory_mb(),
        most=_MOST_SECONDS,
        worst=max(keys),
    )


def _shown_page(store: Store) -> "MembersPage":
    from PySide6.QtTest import QTest  # noqa: PLC0415 (only here is a window needed)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (as above)

    from ccb_desktop.ui.kit.background import Background  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.broadcast import Broadcast  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.drafts import Drafts  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.look import Look  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.page import Desk  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.window_state import WindowState  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.members.page import MembersPage  # noqa: PLC0415 (as above)

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    state = WindowState(None)
    app.setProperty("look", Look(app, state))
    drafts = Drafts(Path(tempfile.gettempdir()) / "no-drafts")
    page = MembersPage(Desk(Broadcast(), Background(at_once=True), state, drafts), store)
    page.resize(1366, 700)
    page.show()
    QTest.qWaitForWindowActive(page)
    while page.members._idle.isActive():
        app.processEvents()
    return page


def _repaint(page: "QWidget") -> float:
    began = time.perf_counter()
    page.repaint()
    return time.perf_counter() - began


def _type(page: "MembersPage", text: str) -> list[float]:
    """Seconds of each key, from its event until everything it brought about is drawn."""
    from PySide6.QtCore import QEvent, Qt  # noqa: PLC0415 (only here is a window needed)
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 (as above)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (as above)

    box = page.members.filters.search
    box.clear()
    QApplication.processEvents()
    taken = []
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        began = time.perf_counter()
        QApplication.sendEvent(box, key)
        QApplication.processEvents()
        taken.append(time.perf_counter() - began)
    return taken
