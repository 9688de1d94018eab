"""Score sheets: the criteria of a year, and what units are given for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ccb_desktop.data.emulation import grading, scores
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.grading import check_open
from ccb_desktop.domain.emulation.score_sheets import check_points, usual_criteria
from ccb_desktop.domain.emulation.scores import Criterion, Score, check_criterion
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.printing import number


def list_criteria(store: Store, year: int) -> list[Criterion]:
    """The score sheet of a year in its order."""
    with store.reading() as session:
        return scores.list_criteria(session, year)


def sheet_before(store: Store, year: int) -> int | None:
    """The latest year before one whose score sheet can be copied."""
    with store.reading() as session:
        return scores.year_with_sheet_before(session, year)


def begin_sheet(store: Store, year: int) -> Change:
    """Give a year its score sheet: that of the latest year before, else the one brought along.

    Raises:
        Conflict: The year has one already, or is locked.
    """
    with store.writing(f"Lập bảng điểm thi đua năm {year}") as session:
        check_open(grading.load_year(session, year))
        if scores.list_criteria(session, year):
            raise Conflict(f"Năm {year} đã có bảng điểm. Sửa từng tiêu chí trong bảng ấy.")
        before = scores.year_with_sheet_before(session, year)
        sheet = usual_criteria(year) if before is None else scores.list_criteria(session, before)
        for criterion in sheet:
            scores.save_criterion(session, replace(criterion, id=None, year=year))
    return session.change


def save_criterion(store: Store, criterion: Criterion, form_id: str | None = None) -> Change:
    """Add a criterion to the score sheet of its year, or correct it.

    Raises:
        Invalid: By field.
        Conflict: The year is locked, or a unit has more points for it than it may have then.
        NotFound: It is not there any more.
    """
    check_criterion(criterion)
    with store.writing(f"Ghi tiêu chí {criterion.number} năm {criterion.year}", form_id) as session:
        check_open(grading.load_year(session, criterion.year))
        _check_not_above(session, criterion)
        scores.save_criterion(session, replace(criterion, text=criterion.text.strip()))
        _number_anew(session, criterion.year)
    return session.change


def remove_criterion(store: Store, criterion: Criterion) -> Change:
    """Take a criterion out, with the points that were given for it.

    Raises:
        Conflict: The year is locked.
    """
    with store.writing(f"Bỏ tiêu chí {criterion.number} năm {criterion.year}") as session:
        check_open(grading.load_year(session, criterion.year))
        scores.delete_criterion(session, criterion.id or 0)
        _number_anew(session, criterion.year)
    return session.change


def move_criterion(store: Store, criterion: Criterion, steps: int) -> Change:
    """Put a criterion so many places further down its sheet, or up.

    Raises:
        Conflict: The year is locked.
    """
    with store.writing(f"Xếp lại tiêu chí năm {criterion.year}") as session:
        check_open(grading.load_year(session, criterion.year))
        sheet = scores.list_criteria(session, criterion.year)
        place = next((i for i, one in enumerate(sheet) if one.id == criterion.id), None)
        if place is not None:
            moved = sheet.pop(place)
            sheet.insert(max(0, min(len(sheet), place + steps)), moved)
        _save_order(session, sheet)
    return session.change


# --- Points -------------------------------------------------------------------------------------


def set_points(
    store: Store, criterion_id: int, unit_id: int, points: Decimal | None, unit_name: str
) -> Change:
    """Give a unit points for a criterion; None takes them back.

    Raises:
        Invalid: `points`: more than the criterion has.
        Conflict: The year is locked.
        NotFound: The criterion is not there any more.
    """
    with store.reading() as session:
        criterion = scores.load_criterion(session, criterion_id)
    if points is not None:
        check_points(criterion, points)
    told = "bỏ điểm" if points is None else f"{number(points)} điểm"
    label = f"Chấm điểm năm {criterion.year}: {unit_name}, tiêu chí {criterion.number}, {told}"
    with store.writing(label) as session:
        check_open(grading.load_year(session, criterion.year))
        if points is None:
            scores.delete_score(session, criterion_id, unit_id)
        else:
            one = Score(criterion_id=criterion_id, unit_id=unit_id, points=points)
            scores.save_scores(session, [one])
    return session.change


def take_proposals(
    store: Store, year: int, proposed: Mapping[int, Mapping[int, Decimal]]
) -> Change:
    """Give units the points that the books propose.

    Args:
        store: The books.
        year: The year that is graded.
        proposed: Unit → criterion → points.

    Raises:
        Conflict: The year is locked, or nothing is proposed.
    """
    given = [
        Score(criterion_id=criterion_id, unit_id=unit_id, points=points)
        for unit_id, of_unit in proposed.items()
        for criterion_id, points in of_unit.items()
    ]
    if not given:
        raise Conflict(
            "Không có điểm nào để đề nghị: các ô đã có điểm, hoặc sổ chưa có số liệu của năm ấy. "
            "Điểm đã chấm vẫn nguyên. Gõ điểm vào từng ô."
        )
    label = f"Lấy {number(len(given))} điểm đề nghị theo sổ năm {year}"
    with store.writing(label) as session:
        check_open(grading.load_year(session, year))
        scores.save_scores(session, given)
    return session.change


def _check_not_above(session: Session, criterion: Criterion) -> None:
    given = [
        one.points
        for one in scores.list_scores(session, criterion.year)
        if one.criterion_id == criterion.id
    ]
    if given and max(given) > criterion.most_points:
        raise Conflict(
            f"Có đơn vị đã được {number(max(given))} điểm ở tiêu chí này, nhiều hơn mức mới "
            f"{number(criterion.most_points)} điểm. Chưa đổi gì. Sửa điểm đơn vị ấy trước."
        )


def _number_anew(session: Session, year: int) -> None:
    _save_order(session, scores.list_criteria(session, year))


def _save_order(session: Session, sheet: Sequence[Criterion]) -> None:
    for place, one in enumerate(sheet, 1):
        if one.number != place:
            scores.save_criterion(session, replace(one, number=place))
