"""Which Word template a paper is made from: the branch's own, or the one of the program.

The branch's own template is kept in the store, so that it travels with every backup, can be
undone, and is not lost with a folder. The copy in the folder is what Word works on: whatever is
saved there and not known to the store yet is checked and taken in when it is next needed. A
file that the store knows from before, and does not use, was undone or put aside, and is no
change. With a fault it is refused, and never used in silence.
"""

import contextlib
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from ccb_desktop.data import settings
from ccb_desktop.data import templates as kept_templates
from ccb_desktop.data.members.attached_files import keep_content
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.reading.gate import check_size
from ccb_desktop.documents.reading.package_gate import check_word_package
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.documents.word.forms import Form
from ccb_desktop.documents.word.template_check import faults_of
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import BadFile, Conflict, FileInUse, NotFound, UserError
from ccb_desktop.domain.templates.faults import TemplateFault, faults_told
from ccb_desktop.domain.templates.lines import TemplateLine, TemplateState
from ccb_desktop.domain.templates.own import OwnTemplate
from ccb_desktop.domain.templates.shipped import TEMPLATES, WordTemplate, example_of
from ccb_desktop.domain.templates.words import FIELD_WORDS
from ccb_desktop.paths import resources

_MEND = (
    "Chưa ghi tệp nào. Hãy sửa lại mẫu trong Word rồi lưu, hoặc dùng lại mẫu của chương trình "
    "(trang Báo cáo, thẻ Mẫu Word)."
)


def template_of(store: Store, name: str) -> Path:
    """The template that a paper is made from; a change that was saved in Word is taken in.

    Raises:
        BadFile: The branch's own has a fault: which, where, and that the program's can be used.
        FileInUse: Word holds it.
        Damaged: The branch's own is not as it was kept.
    """
    working, kept = _working(store, name), _kept(store, name)
    content = _read(working)
    if content is not None and _is_change(store, name, content, kept):
        _check(store, TEMPLATES[name], working)
        if not store.view_only:
            _keep(store, f"Dùng mẫu Word đã sửa: {TEMPLATES[name].label}", name, content, kept)
        return working
    if kept is None or not kept.in_use:
        return shipped(name)
    if content is not None and _sha256(content) == kept.content_sha256:
        return working
    if store.view_only:
        return _put_out(store, kept, Path(mkdtemp()) / name)
    return _put_out(store, kept, working)


def shipped(name: str) -> Path:
    """The template that comes with the program."""
    return resources() / "templates" / name


def list_templates(store: Store) -> list[TemplateLine]:
    """Every template as it stands; changes saved in Word are checked, and none is taken in."""
    return [_line(store, template) for template in TEMPLATES.values()]


def _line(store: Store, template: WordTemplate) -> TemplateLine:
    name, kept = template.name, _kept(store, template.name)
    try:
        content = _read(_working(store, name))
        changed = content is not None and _is_change(store, name, content, kept)
        if changed or (kept is not None and kept.in_use):
            return _line_of_own(store, template, None if changed else kept)
    except UserError as error:
        return TemplateLine(
            template=template, state=TemplateState.REFUSED, problem=str(error), is_open=True
        )
    return TemplateLine(
        template=template,
        state=TemplateState.SHIPPED,
        changed_at=kept.changed_at if kept else None,
        is_open=content is not None and content == shipped(name).read_bytes(),
        is_aside=kept is not None,
    )


def _line_of_own(store: Store, template: WordTemplate, kept: OwnTemplate | None) -> TemplateLine:
    """The branch's own as it stands: what the store keeps of it, or a change in the folder."""
    working = _working(store, template.name)
    used = template_of(store, template.name) if kept is not None else working
    faults = tuple(_faults(store, template, used))
    return TemplateLine(
        template=template,
        state=TemplateState.REFUSED if faults else TemplateState.OWN,
        changed_at=kept.changed_at if kept else datetime.fromtimestamp(working.stat().st_mtime),
        faults=faults,
    )


def copy_for_change(store: Store, name: str) -> Path:
    """Put the template that is used now into the branch's folder, for Word to open.

    A change that was saved there before stays as it is.

    Raises:
        Conflict: The books can only be viewed.
        FileInUse, DiskFull, ReadOnly: The folder cannot take it.
    """
    _see_writable(store)
    working, kept = _working(store, name), _kept(store, name)
    content = _read(working)
    if content is not None and _is_change(store, name, content, kept):
        return working
    if kept is not None and kept.in_use:
        _put_out(store, kept, working)
    else:
        make_folder(working.parent)
        write_bytes(working, shipped(name).read_bytes())
    return working


def take_saved(store: Store) -> Change | None:
    """Take in every change that was saved in Word and has no fault, as one act.

    Returns:
        The act, or `None` where there is nothing to take in.
    """
    found = []
    for name in _changed(store) if not store.view_only else ():
        working, kept = _working(store, name), _kept(store, name)
        content = _read(working)
        if content is not None and not _faults(store, TEMPLATES[name], working):
            found.append((name, content, kept))
    if not found:
        return None
    labels = ", ".join(TEMPLATES[name].label for name, _content, _kept in found)
    with store.writing(f"Dùng mẫu Word đã sửa: {labels}") as session:
        for name, content, kept in found:
            _save(session, name, keep_content(session, content), kept)
    return session.change


def _changed(store: Store) -> list[str]:
    """The templates with a change in the folder that can be read."""
    found = []
    for name in TEMPLATES if store.folder.templates.is_dir() else ():
        with contextlib.suppress(UserError):
            content = _read(_working(store, name))
            if content is not None and _is_change(store, name, content, _kept(store, name)):
                Form(_working(store, name))
                found.append(name)
    return found


def take_in(store: Store, name: str, file: Path) -> Change:
    """Use a template file that somebody brings, from a stick or from another branch.

    Raises:
        BadFile: It is no Word file, or has faults: all of them, each with its place.
        Conflict: The books can only be viewed.
        NotFound: The file is not there any more.
    """
    _see_writable(store)
    content = _brought(file)
    if not Form(file).has_fields:
        raise BadFile(
            f"Trong “{file.name}” không có ô điền nào như {{{{ full_name }}}}, nên giấy in ra của "
            "ai cũng giống nhau. Mẫu đang dùng vẫn nguyên. Hãy chọn đúng tệp mẫu, hoặc bấm "
            "“Sửa mẫu…” để sửa từ mẫu đang dùng."
        )
    _check(store, TEMPLATES[name], file)
    label = f"Đưa vào mẫu Word: {TEMPLATES[name].label}"
    change = _keep(store, label, name, content, _kept(store, name))
    make_folder(store.folder.templates)
    write_bytes(_working(store, name), content)
    return change


def _brought(file: Path) -> bytes:
    """The bytes of a file that somebody brings, once they are seen to be a Word file's."""
    try:
        check_size(file.stat().st_size)
        content = _read(file)
        check_word_package(content or b"")
    except BadFile as error:
        raise BadFile(f"Không dùng “{file.name}” làm mẫu: {error}") from error
    except OSError as error:
        raise NotFound(f"Không thấy tệp “{file}”. Hãy cắm lại USB rồi chọn lại.") from error
    return content or b""


def back_to_shipped(store: Store, name: str) -> Change:
    """Use the program's template again; the branch's own is kept aside in the store.

    Raises:
        Conflict: There is none of the branch's own, or the books can only be viewed.
        FileInUse: Word holds it.
    """
    _see_writable(store)
    working, kept = _working(store, name), _kept(store, name)
    content = _read(working)
    changed = content is not None and _is_change(store, name, content, kept)
    if not changed and (kept is None or not kept.in_use):
        raise Conflict(f"“{TEMPLATES[name].label}” đang dùng mẫu của chương trình.")
    if changed and content is not None:  # kept first, so that undo finds it again
        _keep(store, f"Giữ mẫu Word đã sửa: {TEMPLATES[name].label}", name, content, kept)
    kept = _kept(store, name)
    with store.writing(f"Về mẫu của chương trình: {TEMPLATES[name].label}") as session:
        if kept is not None:
            _save(session, name, kept.content_sha256, kept, in_use=False)
    with contextlib.suppress(OSError):  # one that Word holds is known to the store, and not used
        working.unlink(missing_ok=True)
    return session.change


def use_again(store: Store, name: str) -> Change:
    """Use the branch's own template again that was kept aside.

    Raises:
        Conflict: There is none, or the books can only be viewed.
        BadFile: It has a fault.
    """
    _see_writable(store)
    kept = _kept(store, name)
    if kept is None or kept.in_use:
        raise Conflict(f"Không có mẫu riêng nào của “{TEMPLATES[name].label}” để bên cạnh.")
    working = _put_out(store, kept, _working(store, name))
    _check(store, TEMPLATES[name], working)
    with store.writing(f"Dùng lại mẫu riêng: {TEMPLATES[name].label}") as session:
        _save(session, name, kept.content_sha256, kept)
    return session.change


# --- Parts ----------------------------------------------------------------------------------


def _working(store: Store, name: str) -> Path:
    return store.folder.templates / name


def _kept(store: Store, name: str) -> OwnTemplate | None:
    with store.reading() as session:
        return kept_templates.find_template(session, name)


def _sha256(content: bytes) -> str:
    return sha256(content).hexdigest()


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileInUse(
            f"Không đọc được “{file.name}” vì tệp đang mở trong Word. {_MEND}"
        ) from error


def _is_change(store: Store, name: str, content: bytes, kept: OwnTemplate | None) -> bool:
    """Whether somebody has saved what neither the program nor the store has seen before."""
    found = _sha256(content)
    if kept is not None and kept.content_sha256 == found:
        return False
    if content == shipped(name).read_bytes():
        return False
    with store.reading() as session:
        return not kept_templates.is_known(session, found)


def _faults(store: Store, template: WordTemplate, file: Path) -> list[TemplateFault]:
    with store.reading() as session:
        branch = settings.load_branch(session)
    return faults_of(Form(file), example_of(template, branch, date.today()), FIELD_WORDS)


def _check(store: Store, template: WordTemplate, file: Path) -> None:
    faults = _faults(store, template, file)
    if faults:
        raise BadFile(
            f"Mẫu “{template.label}” của Hội có {len(faults)} chỗ sai nên chưa dùng được:\n"
            f"{faults_told(faults)}\n{_MEND}"
        )


def _keep(store: Store, label: str, name: str, content: bytes, kept: OwnTemplate | None) -> Change:
    with store.writing(label) as session:
        _save(session, name, keep_content(session, content), kept)
    return session.change


def _save(
    session: Session,
    name: str,
    content_sha256: str,
    kept: OwnTemplate | None,
    *,
    in_use: bool = True,
) -> None:
    same = kept is not None and kept.content_sha256 == content_sha256
    changed_at = kept.changed_at if kept is not None and same else datetime.now()
    row = OwnTemplate(
        id=kept.id if kept else None,
        name=name,
        content_sha256=content_sha256,
        changed_at=changed_at,
        in_use=in_use,
    )
    kept_templates.save_template(session, row)


def _put_out(store: Store, kept: OwnTemplate, place: Path) -> Path:
    """Put the branch's own template from the store into a file."""
    with store.reading() as session:
        content = kept_templates.load_bytes(session, kept)
    make_folder(place.parent)
    write_bytes(place, content)
    return place


def _see_writable(store: Store) -> None:
    if store.view_only:
        raise Conflict("Sổ đang mở chỉ để xem nên không đổi mẫu được. Các mẫu vẫn như cũ.")
