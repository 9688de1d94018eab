"""What can be done with nominations: words, keys, and of which it can be done."""

from collections.abc import Callable, Sequence
from typing import Protocol

from ccb_desktop.domain.emulation.awards import NominationStage
from ccb_desktop.domain.emulation.nomination_book import SETTLED, NominationLine
from ccb_desktop.ui.kit.columns import Act

Lines = Sequence[NominationLine]
_CHOOSE, _STAGE, _PRINT = "Đề nghị thêm", "Chuyển bước", "Xem, in"
_WAYS = (
    (NominationStage.AGREED, "Đã xét chọn"),
    (NominationStage.SENT, "Đã gửi cấp trên"),
    (NominationStage.REFUSED, "Không được khen"),
    (NominationStage.PROPOSED, "Trở lại mức đề nghị"),
)
_LISTS = (
    ("nominations", "Danh sách đề nghị"),
    ("seniority", "Danh sách thâm niên, chưa có Kỷ niệm chương"),
    ("award-runs", "Danh sách năm liền"),
)


class NominationKeeper(Protocol):
    """Whoever does the acts: the tab."""

    def choose_members(self) -> None:
        """Choose members."""

    def choose_units(self) -> None:
        """Choose units."""

    def choose_waiting(self) -> None:
        """Choose among those who wait for the Kỷ niệm chương."""

    def correct(self, lines: Lines) -> None:
        """Correct one."""

    def move_on(self, lines: Lines, stage: NominationStage) -> None:
        """Note what became of some."""

    def award(self, lines: Lines) -> None:
        """Write the awards that came of some."""

    def remove(self, lines: Lines) -> None:
        """Take some out."""

    def show_balance(self) -> None:
        """How they are spread over chi hội."""

    def choose_medal_years(self) -> None:
        """Choose after how many years one waits for the Kỷ niệm chương."""

    def write(self, name: str, ending: str) -> None:
        """Write a list of the year."""

    def propose(self) -> None:
        """Write the proposal to the level above."""


def nomination_acts(tab: NominationKeeper) -> list[Act[NominationLine]]:
    """The acts, each done by the tab."""
    return [
        *_choosing(tab),
        Act("Sửa", tab.correct, icon="edit", main=True, allowed=_all_wait),
        *(
            Act(text, _mover(tab, stage), "some", "check", group=_STAGE, allowed=_not_awarded)
            for stage, text in _WAYS
        ),
        Act(
            "Bỏ khỏi danh sách",
            tab.remove,
            "some",
            "delete",
            shortcut="Delete",
            group=_STAGE,
            allowed=_not_awarded,
        ),
        Act("Ghi đã khen", tab.award, "some", "check", allowed=_all_wait),
        Act(
            "Cân đối giữa các chi hội",
            lambda _none: tab.show_balance(),
            "none",
            "reports",
            group=_PRINT,
            reads=True,
        ),
        Act(
            "Số năm xét Kỷ niệm chương…",
            lambda _none: tab.choose_medal_years(),
            "none",
            group=_PRINT,
        ),
        *_printing(tab),
    ]


def _choosing(tab: NominationKeeper) -> list[Act[NominationLine]]:
    ways: tuple[tuple[str, Callable[[], None], str], ...] = (
        ("Hội viên", tab.choose_members, "Ctrl+N"),
        ("Chi hội, câu lạc bộ", tab.choose_units, ""),
        ("Đủ năm, chưa có Kỷ niệm chương", tab.choose_waiting, ""),
    )

    def runner(run: Callable[[], None]) -> Callable[[Lines], None]:
        return lambda _none: run()

    return [
        Act(text, runner(run), "none", "add", shortcut=key, group=_CHOOSE)
        for text, run, key in ways
    ]


def _printing(tab: NominationKeeper) -> list[Act[NominationLine]]:
    def writer(name: str, ending: str) -> Callable[[Lines], None]:
        return lambda _none: tab.write(name, ending)

    return [
        Act(
            "Tờ trình kèm danh sách, Word",
            lambda _none: tab.propose(),
            "none",
            "print",
            group=_PRINT,
            reads=True,
        ),
        *(
            Act(f"{text}, {told}", writer(name, ending), "none", group=_PRINT, reads=True)
            for name, text in _LISTS
            for ending, told in ((".docx", "Word"), (".xlsx", "Excel"))
        ),
    ]


def _mover(tab: NominationKeeper, stage: NominationStage) -> Callable[[Lines], None]:
    return lambda lines: tab.move_on(lines, stage)


def _all_wait(lines: Lines) -> bool:
    return all(line.nomination.stage not in SETTLED for line in lines)


def _not_awarded(lines: Lines) -> bool:
    return all(line.nomination.stage is not NominationStage.AWARDED for line in lines)
