"""The superior's forms in the store: what they are tied to, how they were filled."""

from dataclasses import replace

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.attached_files import find_content
from ccb_desktop.data.tables import (
    DocumentRow,
    FormBlankRow,
    FormFillingRow,
    SuperiorFormRow,
)
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.domain.register.documents import Document, DocumentState
from ccb_desktop.domain.superior_forms.forms import (
    FormBlank,
    FormFilling,
    FormLine,
    SuperiorForm,
)

_GONE = "Biểu mẫu này không còn trong sổ. Hãy mở lại danh sách."


def list_lines(session: Session) -> list[FormLine]:
    """All forms by their titles, with how many blanks are tied and when each was filled last."""
    blank, filling = FormBlankRow, FormFillingRow
    counted = select(blank.form_id, func.count()).where(blank.tie != "").group_by(blank.form_id)
    tied: dict[int, int] = {}
    for own, count in session.execute(counted):
        tied[own] = count
    latest: dict[int, FormFilling] = {}
    for one in rows.list_values(session, FormFilling, select(filling).order_by(filling.id)):
        latest[one.form_id] = one
    form = SuperiorFormRow
    found = rows.list_values(session, SuperiorForm, select(form).order_by(form.title, form.id))
    return [
        FormLine(form=one, tied=tied.get(one.id or 0, 0), latest=latest.get(one.id or 0))
        for one in found
    ]


def load_form(session: Session, form_id: int) -> SuperiorForm:
    """One form.

    Raises:
        NotFound: It is not there any more.
    """
    return rows.load_value(session, SuperiorFormRow, SuperiorForm, form_id, _GONE)


def save_form(session: Session, form: SuperiorForm) -> int:
    """Insert or overwrite what is known of a form; gives the id."""
    return rows.save(session, SuperiorFormRow, form)


def list_blanks(session: Session, form_id: int) -> list[FormBlank]:
    """The tied blanks of a form, in the order in which they were tied."""
    blank = FormBlankRow
    query = select(blank).where(blank.form_id == form_id).order_by(blank.id)
    return rows.list_values(session, FormBlank, query)


def replace_blanks(session: Session, form_id: int, blanks: list[FormBlank]) -> None:
    """Make the tied blanks of a form exactly these; those that stay as they are keep their id."""
    known = {(one.place, one.label, one.tie): one for one in list_blanks(session, form_id)}
    wanted = {(one.place, one.label, one.tie): one for one in blanks}
    gone = [one.id for key, one in known.items() if key not in wanted]
    session.execute(delete(FormBlankRow).where(FormBlankRow.id.in_(gone)))
    session.expire_all()
    for key, one in wanted.items():
        if key not in known:
            rows.save(session, FormBlankRow, replace(one, id=None), form_id=form_id)


def list_fillings(session: Session, form_id: int) -> list[FormFilling]:
    """How a form was filled, the latest first."""
    filling = FormFillingRow
    query = select(filling).where(filling.form_id == form_id).order_by(filling.id.desc())
    return rows.list_values(session, FormFilling, query)


def load_filling(session: Session, filling_id: int) -> FormFilling:
    """One filling.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Lần điền này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, FormFillingRow, FormFilling, filling_id, gone)


def find_document(session: Session, form_id: int, period: str) -> Document | None:
    """The document under whose number a form was filled for a period, unless it is void."""
    filling, document = FormFillingRow, DocumentRow
    query = (
        select(document.__table__)
        .join(filling.__table__, filling.document_id == document.id)
        .where(filling.form_id == form_id, filling.period == period)
        .where(document.state != DocumentState.CANCELLED)
        .order_by(filling.id.desc())
        .limit(1)
    )
    return next(iter(rows.list_values(session, Document, query)), None)


def save_filling(session: Session, filling: FormFilling) -> int:
    """Keep how a form was filled; gives the id."""
    return rows.save(session, FormFillingRow, filling)


def load_bytes(session: Session, hashed: str, title: str) -> bytes:
    """The bytes of a form or of a filled one.

    Raises:
        Damaged: They are not there, or are not what was kept.
    """
    content = find_content(session, hashed)
    if content is None:
        raise Damaged(
            f"Tệp “{title}” trong sổ không còn đúng như khi lưu. Số liệu khác vẫn nguyên. Hãy lấy "
            "lại từ bản lưu gần nhất, hoặc đưa lại tệp mẫu vào."
        )
    return content
