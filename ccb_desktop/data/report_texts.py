"""What officers wrote themselves into periodic reports, in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ReportTextRow


def load_report_texts(session: Session, kind: str, period: str) -> dict[str, str]:
    """Section → text of one report."""
    query = select(ReportTextRow).where(
        ReportTextRow.report_kind == kind, ReportTextRow.period == period
    )
    return {row.section: row.text for row in session.scalars(query)}


def load_texts_by_period(session: Session, kind: str) -> dict[str, dict[str, str]]:
    """Code of a period → section → text, of every report of a kind that has any."""
    found: dict[str, dict[str, str]] = {}
    query = select(ReportTextRow).where(ReportTextRow.report_kind == kind)
    for row in session.scalars(query):
        found.setdefault(row.period, {})[row.section] = row.text
    return found


def save_report_text(session: Session, kind: str, period: str, section: str, text: str) -> None:
    """Keep the text of one section; an empty one is taken out."""
    row = session.scalar(
        select(ReportTextRow).where(
            ReportTextRow.report_kind == kind,
            ReportTextRow.period == period,
            ReportTextRow.section == section,
        )
    )
    if not text:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(ReportTextRow(report_kind=kind, period=period, section=section, text=text))
    else:
        row.text = text
    session.flush()


def list_periods(session: Session) -> list[str]:
    """The codes of the periods for which somebody wrote into a report."""
    return list(session.scalars(select(ReportTextRow.period).distinct()))
