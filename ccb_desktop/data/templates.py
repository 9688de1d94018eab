"""The branch's own Word templates in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.attached_files import find_content
from ccb_desktop.data.tables import FileContentRow, OwnTemplateRow
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.domain.templates.own import OwnTemplate


def list_templates(session: Session) -> list[OwnTemplate]:
    """Every template that the branch has changed, in use or kept aside, by name."""
    query = select(OwnTemplateRow).order_by(OwnTemplateRow.name)
    return [rows.value_of(OwnTemplate, row) for row in session.scalars(query)]


def find_template(session: Session, name: str) -> OwnTemplate | None:
    """The branch's own form of the template of a file name, in use or kept aside."""
    row = session.scalar(select(OwnTemplateRow).where(OwnTemplateRow.name == name))
    return rows.value_of(OwnTemplate, row) if row is not None else None


def save_template(session: Session, template: OwnTemplate) -> int:
    """Insert or overwrite; gives the id. Its bytes are kept by `keep_content`."""
    return rows.save(session, OwnTemplateRow, template)


def is_known(session: Session, content_sha256: str) -> bool:
    """Whether the store has kept such bytes before, whatever became of them."""
    query = select(FileContentRow.id).where(FileContentRow.sha256 == content_sha256)
    return session.scalar(query) is not None


def load_bytes(session: Session, template: OwnTemplate) -> bytes:
    """The bytes of the branch's own template.

    Raises:
        Damaged: They are not there, or are not what was kept.
    """
    content = find_content(session, template.content_sha256)
    if content is None:
        raise Damaged(
            f"Mẫu riêng “{template.name}” giữ trong sổ không còn đúng như khi lưu. Số liệu khác "
            "vẫn nguyên. Hãy dùng lại mẫu của chương trình (trang Báo cáo, thẻ Mẫu Word)."
        )
    return content
