"""What the branch handed up, in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import DocumentRow, SubmissionRow
from ccb_desktop.domain.submissions.lines import SubmissionLine
from ccb_desktop.domain.submissions.submissions import Submission

_GONE = "Lần gửi này không còn trong sổ. Hãy mở lại danh sách."


def list_submissions(session: Session) -> list[SubmissionLine]:
    """Everything that was sent with the sign of its answer, the latest first."""
    query = (
        select(SubmissionRow, DocumentRow.symbol)
        .outerjoin(DocumentRow, DocumentRow.id == SubmissionRow.answer_id)
        .order_by(SubmissionRow.id.desc())
    )
    return [
        SubmissionLine(submission=rows.value_of(Submission, row), answer=symbol or "")
        for row, symbol in session.execute(query)
    ]


def load_submission(session: Session, submission_id: int) -> Submission:
    """One sending.

    Raises:
        NotFound: It is not there any more.
    """
    return rows.load_value(session, SubmissionRow, Submission, submission_id, _GONE)


def latest_of_content(session: Session, period: str, content_sha256: str) -> Submission | None:
    """The last sending of a period, where it says exactly this; else nothing."""
    query = (
        select(SubmissionRow)
        .where(SubmissionRow.period == period)
        .order_by(SubmissionRow.id.desc())
        .limit(1)
    )
    row = session.scalar(query)
    if row is None or row.content_sha256 != content_sha256:
        return None
    return rows.value_of(Submission, row)


def save_submission(session: Session, submission: Submission) -> int:
    """Insert or overwrite a sending; gives the id."""
    return rows.save(session, SubmissionRow, submission)
