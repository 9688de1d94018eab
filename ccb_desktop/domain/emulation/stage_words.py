"""How far the grading of a year is settled, in words."""

from ccb_desktop.domain.emulation.grading import GradingYear, Stage
from ccb_desktop.domain.emulation.labels import STAGE
from ccb_desktop.domain.printing import short_date


def told_stage(year: GradingYear) -> str:
    """`Đã khóa ngày 05/12/2025 · thống nhất ngày 01/12/2025 (biên bản họp BCH)`."""
    agreed = ""
    if year.stage is not Stage.DRAFT and year.agreed_on is not None:
        agreed = f" ngày {short_date(year.agreed_on)} ({year.agreed_by})"
    if year.stage is not Stage.LOCKED:
        return f"{STAGE[year.stage]}{agreed}"
    since = f" ngày {short_date(year.locked_on)}" if year.locked_on is not None else ""
    return f"{STAGE[year.stage]}{since} · {STAGE[Stage.AGREED].lower()}{agreed}"
