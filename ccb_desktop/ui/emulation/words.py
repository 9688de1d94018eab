"""Words and signs that the tabs of emulation share."""

from collections.abc import Sequence

from ccb_desktop.domain.emulation.grading import Grade, Rating
from ccb_desktop.domain.emulation.labels import RATING
from ccb_desktop.domain.emulation.member_grading import GradedMember, GradeTally
from ccb_desktop.domain.labels import STATUS
from ccb_desktop.domain.printing import number, share

UNIT = "Chi hội"
NO_UNIT = "Chưa có chi hội"
_RATING_SIGN = {Rating.EXCELLENT: "★", Rating.GOOD: "◆", Rating.DONE: "✓", Rating.NOT_DONE: "✗"}
_SIGN = {Grade.EXEMPLARY.value: "★", Grade.REACHED.value: "✓", Grade.NOT_REACHED.value: "✗"}


def told_grade(code: str, labels: dict[str, str]) -> str:
    """`★ CCB gương mẫu`; a grade that the branch added stands without a sign of its own."""
    return f"{_SIGN.get(code, '•')} {labels.get(code, code)}" if code else ""


def told_result(member: GradedMember, labels: dict[str, str]) -> str:
    """What was found of a member, or why nothing is."""
    if member.grade:
        return told_grade(member.grade, labels)
    if member.is_left_out:
        status = STATUS[member.status].lower() if member.status else "không trong Hội"
        return f"– không xét ({status})"
    return "○ chưa bình xét"


def told_share(exemplary: int, graded: int) -> str:
    """`45/47 (95,74 %)`, or that nobody was graded."""
    return share(exemplary, graded) if graded else "chưa bình xét ai"


def told_tally(now: GradeTally, before: GradeTally, year: int) -> str:
    """The line under the list: n/N, who waits, who is left out, and the year before."""
    parts = [f"CCB gương mẫu: {told_share(now.exemplary, now.graded)}"]
    parts += [
        f"{text} {number(count)}"
        for text, count in (
            ("chưa bình xét", now.waiting),
            ("miễn sinh hoạt không xét", now.exempt),
            ("đình chỉ", now.suspended),
        )
        if count
    ]
    if before.graded:
        parts.append(f"năm {year - 1}: {share(before.exemplary, before.graded)}")
    return " · ".join(parts)


def unit_choices(units: Sequence[tuple[int, str]]) -> list[tuple[int | None, str]]:
    """What the filter of units offers."""
    return [(None, "Toàn Hội"), *units]


def told_rating(rating: Rating | None) -> str:
    """`★ Hoàn thành xuất sắc`; nothing where there is none."""
    return f"{_RATING_SIGN[rating]} {RATING[rating]}" if rating else ""
