"""A button that writes the papers of a period to Word or Excel."""

from collections.abc import Callable
from datetime import date
from functools import partial

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations import task_papers
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import PushButton, menu_button

_PAPERS = {task_papers.MATRIX: "Bảng theo dõi", task_papers.REVIEW: "Kết quả kỳ"}


def paper_menu(tab: PageTab, text: str, span_of: Callable[[], PlanSpan]) -> PushButton:
    """The button.

    Args:
        tab: Where it stands.
        text: What it says.
        span_of: Gives the period that is chosen.
    """
    made, menu = menu_button(text, "print")
    for name, paper in _PAPERS.items():
        for program, ending in (("Word", "docx"), ("Excel", "xlsx")):
            menu.addAction(f"{paper}, {program}", partial(_ask, tab, name, span_of, ending))
    return made


def _ask(tab: PageTab, name: str, span_of: Callable[[], PlanSpan], ending: str) -> None:
    span, on = span_of(), date.today()
    try:
        suggested = task_papers.suggested_name(tab.store, name, span, ending)
    except UserError as error:
        messages.tell(tab, error)
        return
    choose_target(
        tab,
        "Ghi vào đâu",
        suggested,
        EXCEL_OUT if ending == "xlsx" else WORD_OUT,
        lambda out: tab.desk.background.run(
            lambda _progress: task_papers.write_span_paper(tab.store, name, span, on, out),
            lambda written: tell_written(tab, [written]),
            label="Đang ghi",
            owner=tab,
        ),
    )
