"""Bring in a form from above, tie its blanks, replace it by a newer version, retire it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccb_desktop.data import superior_forms as kept_forms
from ccb_desktop.data.members.attached_files import keep_content
from ccb_desktop.data.store import Store
from ccb_desktop.documents.form_filling.form_file import check_form, read_shape
from ccb_desktop.documents.reading.gate import check_size
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import BadFile, Conflict, Invalid, NotFound
from ccb_desktop.domain.people_names import normalise, search_key
from ccb_desktop.domain.superior_forms.assembling import check_rows, tied_blanks
from ccb_desktop.domain.superior_forms.forms import (
    FormBlank,
    FormFilling,
    FormLine,
    SuperiorForm,
)
from ccb_desktop.domain.superior_forms.keeping import Kept, kept_ties
from ccb_desktop.domain.superior_forms.shapes import FormShape
from ccb_desktop.domain.superior_forms.ties import check_tie


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it is tied: how it looks, and what its blanks are tied to."""

    form: SuperiorForm
    shape: FormShape
    blanks: tuple[FormBlank, ...]

    @property
    def row_of(self) -> dict[str, str]:
        """Place of a blank → its row that can be repeated."""
        return {blank.place: blank.row for blank in self.shape.blanks}


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A newer version of a form, looked at before it takes the old one's place."""

    form: SuperiorForm
    file_name: str
    content: bytes
    ending: str
    kept: Kept


def list_forms(store: Store) -> list[FormLine]:
    """All forms, retired ones too."""
    with store.reading() as session:
        return kept_forms.list_lines(session)


def open_form(store: Store, form_id: int) -> OpenForm:
    """A form as it is tied.

    Raises:
        NotFound: It is not there any more.
        Damaged: Its bytes are not what was kept.
    """
    with store.reading() as session:
        form = kept_forms.load_form(session, form_id)
        content = kept_forms.load_bytes(session, form.content_sha256, form.title)
        blanks = kept_forms.list_blanks(session, form_id)
    return OpenForm(form, read_shape(content), tuple(blanks))


def form_of_title(store: Store, title: str) -> SuperiorForm:
    """The form of that title, its marks and capitals left out of account.

    Raises:
        NotFound: There is none.
    """
    forms = [line.form for line in list_forms(store) if not line.form.retired]
    wanted = search_key(title)
    found = next((form for form in forms if search_key(form.title) == wanted), None)
    if found is None:
        known = ", ".join(form.title for form in forms) or "chưa có biểu mẫu nào"
        raise NotFound(f"Không có biểu mẫu “{title}”. Các biểu mẫu có: {known}.")
    return found


def read_form_file(path: Path) -> bytes:
    """The bytes of a form brought on a stick, seen to be one that can be filled.

    Raises:
        BadFile: It cannot be read, or is no such form, with the reason.
    """
    try:
        check_size(path.stat().st_size)
        content = path.read_bytes()
    except BadFile as error:
        raise BadFile(f"Chưa đưa “{path.name}” vào được: {error}") from error
    except OSError as error:
        raise BadFile(
            f"Không đọc được “{path.name}” (tệp đang mở, hoặc USB đã rút). Sổ không đổi. "
            "Hãy đóng tệp hoặc cắm lại USB rồi chọn lại."
        ) from error
    try:
        check_form(content)
        shape = read_shape(content)
    except BadFile as error:
        raise BadFile(f"Chưa đưa “{path.name}” vào được: {error}") from error
    if not any(blank.likely for blank in shape.blanks):
        raise BadFile(
            f"Không thấy chỗ trống nào trong “{path.name}” để điền (dấu chấm, gạch dưới, ô trống "
            "của bảng). Hãy xin bản mẫu còn để trống."
        )
    return content


def bring_in(
    store: Store, path: Path, title: str, sender: str = "", form_id: str | None = None
) -> Change:
    """Keep a form, with its bytes as they are.

    Raises:
        BadFile: As `read_form_file`.
        Invalid: It has no title, or another form has it; field `title`.
    """
    content = read_form_file(path)
    form = SuperiorForm(
        title=_checked_title(store, title, None),
        sender=normalise(sender),
        file_name=path.name,
        ending=check_form(content),
        content_sha256="",
        added_on=date.today(),
    )
    with store.writing(f"Đưa biểu mẫu vào: {form.title}", form_id) as session:
        hashed = keep_content(session, content)
        kept_forms.save_form(session, replace(form, content_sha256=hashed))
    return session.change


def rename_form(
    store: Store, form: SuperiorForm, title: str, sender: str, note: str, form_id: str | None = None
) -> Change:
    """Correct what is known of a form.

    Raises:
        Invalid: As `bring_in`.
    """
    told = _checked_title(store, title, form.id)
    made = replace(form, title=told, sender=normalise(sender), note=normalise(note))
    with store.writing(f"Sửa biểu mẫu: {told}", form_id) as session:
        kept_forms.save_form(session, made)
    return session.change


def retire_forms(store: Store, forms: Sequence[SuperiorForm], retired: bool) -> Change:
    """Ask for some forms no more, or again."""
    act = "Thôi dùng biểu mẫu" if retired else "Dùng lại biểu mẫu"
    with store.writing(f"{act}: {', '.join(form.title for form in forms)}") as session:
        for form in forms:
            kept_forms.save_form(session, replace(form, retired=retired))
    return session.change


def save_ties(
    store: Store, opened: OpenForm, blanks: Sequence[FormBlank], form_id: str | None = None
) -> Change:
    """Keep what the blanks of a form are tied to, as one act.

    Args:
        store: The books.
        opened: The form as it was opened.
        blanks: The tied blanks, all others are tied to nothing.
        form_id: The id of the window, so that nothing is kept twice.

    Raises:
        Invalid: A tie is not complete, or a list finds no room; field `tie`.
        Conflict: The form has been replaced meanwhile.
    """
    tied = tied_blanks(blanks)
    for blank, tie in tied:
        try:
            check_tie(tie)
        except Invalid as error:
            raise Invalid({"tie": f"Ô “{blank.label}”: {error}"}) from error
    check_rows(tied, opened.row_of)
    with store.writing(f"Gắn ô của biểu mẫu: {opened.form.title}", form_id) as session:
        now = kept_forms.load_form(session, opened.form.id or 0)
        if now.content_sha256 != opened.form.content_sha256:
            raise Conflict(
                "Biểu mẫu vừa được thay bằng mẫu mới. Sổ vẫn nguyên. Hãy đóng cửa sổ này, mở lại "
                "biểu mẫu rồi gắn tiếp."
            )
        kept_forms.replace_blanks(session, opened.form.id or 0, [blank for blank, _t in tied])
    return session.change


def look_at_version(store: Store, form_id: int, path: Path) -> NewVersion:
    """Lay a newer version of a form beside the old one; nothing is written.

    Raises:
        BadFile: As `read_form_file`; also where it is of the other kind.
        NotFound: The form is not there any more.
    """
    content = read_form_file(path)
    with store.reading() as session:
        form = kept_forms.load_form(session, form_id)
        blanks = kept_forms.list_blanks(session, form_id)
    ending = check_form(content)
    kept = kept_ties(blanks, read_shape(content).blanks)
    return NewVersion(form, path.name, content, ending, kept)


def replace_form(store: Store, version: NewVersion) -> Change:
    """Let a newer version take the place of a form, with the ties that hold on."""
    with store.writing(f"Thay mẫu mới: {version.form.title}") as session:
        made = replace(
            kept_forms.load_form(session, version.form.id or 0),
            file_name=version.file_name,
            ending=version.ending,
            content_sha256=keep_content(session, version.content),
        )
        own = kept_forms.save_form(session, made)
        kept_forms.replace_blanks(session, own, list(version.kept.kept))
    return session.change


def list_fillings(store: Store, form_id: int) -> list[FormFilling]:
    """How a form was filled, the latest first."""
    with store.reading() as session:
        return kept_forms.list_fillings(session, form_id)


def _checked_title(store: Store, title: str, own: int | None) -> str:
    told = normalise(title)
    if not told:
        raise Invalid({"title": "Ghi tên để tìm lại biểu mẫu, ví dụ: Biểu tổng hợp 6 tháng."})
    others = (line.form for line in list_forms(store) if line.form.id != own)
    if any(search_key(other.title) == search_key(told) for other in others):
        raise Invalid({"title": "Đã có biểu mẫu tên này. Hãy đặt tên khác."})
    return told
