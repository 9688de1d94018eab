"""The number of a filled form: that of the period's report, of an earlier filling, or the next."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.data import frozen_reports, settings
from ccb_desktop.data import superior_forms as kept_forms
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.documents import Direction, Document, NumberOrder
from ccb_desktop.domain.register.numbering import symbol_of
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.paper import SYMBOL
from ccb_desktop.domain.superior_forms.forms import SuperiorForm
from ccb_desktop.operations.register import give_number_in, next_in


@dataclass(frozen=True, slots=True)
class FormNumber:
    """The number of a filled form.

    Attributes:
        symbol: As printed; that which would be given while there is none.
        number: The number alone.
        document_id: Of the document that has it; none while it is only foreseen.
        begins: Whether it would be the first of its kind in its run.
    """

    symbol: str
    number: int | None
    document_id: int | None = None
    begins: bool = False


def number_of(
    session: Session, form_id: int, period: Period, on: date, begin: int | None = None
) -> FormNumber:
    """The number a form has by the frozen report or an earlier filling, else the next one.

    Args:
        session: Reading.
        form_id: The form.
        period: For which it is filled.
        on: The day on which it would be given.
        begin: The number with which the register of its kind begins, where it was typed.
    """
    found = report_document(session, period)
    found = found or kept_forms.find_document(session, form_id, period.code)
    if found is not None:
        return FormNumber(found.symbol, found.number, found.id)
    foreseen = next_in(session, Direction.OUT, SYMBOL, on)
    if begin is None or not foreseen.begins:
        return FormNumber(foreseen.symbol, foreseen.number, begins=foreseen.begins)
    style = settings.load_branch(session).number_style
    symbol = symbol_of(Direction.OUT, SYMBOL, begin, style)
    return FormNumber(symbol, begin, begins=True)


def report_document(session: Session, period: Period) -> Document | None:
    """The document of the frozen report of a period."""
    return frozen_reports.find_document(session, ReportKind[period.kind.name], period.code)


def give_foreseen(
    session: Session, form: SuperiorForm, period: Period, on: date, number: FormNumber
) -> int | None:
    """Enter a filled form into the register under the number that stands on it already.

    Returns:
        The id of its document.

    Raises:
        Conflict: The number was given to another document since it was foreseen.
    """
    given = give_number_in(
        session,
        NumberOrder(
            kind=SYMBOL,
            on=on,
            subject=f"{form.title}, {period.name}",
            recipients=form.sender or settings.load_branch(session).parent,
            number=number.number if number.begins else None,
        ),
    )
    if given.symbol != number.symbol:
        raise Conflict(
            f"Số {number.symbol} vừa cấp cho văn bản khác nên chưa ghi biểu mẫu. Sổ không đổi. "
            "Bấm “Xem lại” để lấy số tiếp theo, rồi ghi lại."
        )
    return given.id
