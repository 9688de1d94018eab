"""Attach photos and papers to people, vouchers, houses, documents; look at them, give them out."""

import stat
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from ccb_desktop.data.activities.activities import load_activity
from ccb_desktop.data.funds.vouchers import load_voucher
from ccb_desktop.data.members import attached_files, people
from ccb_desktop.data.register import load_document
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks.progress import work_of
from ccb_desktop.data.visits.housing import load_housing
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.domain.attached_files import (
    ATTACHED_KIND,
    MOST_BYTES,
    AttachedFile,
    AttachedKind,
    FileOwner,
    NewPaper,
    check_paper_name,
    check_photo,
    check_size,
    check_title,
    name_to_write,
)
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import BadFile, NotFound, ReadOnly
from ccb_desktop.domain.users.seeing import check_sees_all
from ccb_desktop.operations.personal_exports import leaving

_PHOTO_NAME = "anh-chan-dung.jpg"


def list_files(store: Store, person_id: int) -> list[AttachedFile]:
    """The photo and the papers of a person, in the order in which they came."""
    with store.reading() as session:
        return attached_files.list_files(session, [person_id])


def list_papers(store: Store, owner: FileOwner) -> list[AttachedFile]:
    """The papers of a person, a voucher or a house, in the order in which they came."""
    with store.reading() as session:
        files = attached_files.list_files_of(session, owner)
    return [file for file in files if file.kind is AttachedKind.PAPER]


def load_content(store: Store, file: AttachedFile) -> bytes:
    """The bytes of an attached file.

    Raises:
        Damaged: They are not what was kept.
    """
    with store.reading() as session:
        return attached_files.load_content(session, file)


def load_photo(store: Store, person_id: int) -> bytes | None:
    """The photo of a person as JPEG, if there is one."""
    with store.reading() as session:
        photo = _photo_of(session, person_id)
        return None if photo is None else attached_files.load_content(session, photo)


def set_photo(store: Store, person_id: int, content: bytes) -> Change:
    """Give a person a photo, in the place of one he has.

    Args:
        store: The books.
        person_id: Whose photo it is.
        content: A JPEG, cut to three by four and shrunk.

    Raises:
        BadFile: It is no such thing.
        NotFound: Nobody has this id.
    """
    check_photo(content)
    with store.writing(f"Lưu ảnh: {_name(store, FileOwner(person_id))}") as session:
        before = _photo_of(session, person_id)
        if before is None or before.sha256 != sha256(content).hexdigest():
            if before is not None:
                attached_files.delete_file(session, before.id or 0)
            _keep_photo(session, person_id, content)
    return session.change


def remove_photo(store: Store, person_id: int) -> Change:
    """Take the photo of a person away; where there is none, nothing happens."""
    with store.writing(f"Bỏ ảnh: {_name(store, FileOwner(person_id))}") as session:
        photo = _photo_of(session, person_id)
        if photo is not None:
            attached_files.delete_file(session, photo.id or 0)
    return session.change


def attach_paper(
    store: Store,
    owner: FileOwner,
    path: Path,
    title: str,
    note: str = "",
    form_id: str | None = None,
) -> Change:
    """Attach a copy of a file to its owner; the file itself stays where it lies.

    Raises:
        Invalid: It has no title.
        BadFile: It is empty, too large, or no paper.
        NotFound, ReadOnly: It cannot be read.
    """
    paper = NewPaper(check_title(title), path.name, read_paper(path), note)
    with store.writing(f"Lưu giấy tờ “{paper.title}”: {_name(store, owner)}", form_id) as session:
        attached_files.keep_papers(session, owner, [paper])
    return session.change


def new_papers(paths: Iterable[Path]) -> list[NewPaper]:
    """Files as papers that are to be attached, each called as it is; errors as `attach_paper`."""
    return [NewPaper(check_title(path.stem), path.name, read_paper(path)) for path in paths]


def read_paper(path: Path) -> bytes:
    """The bytes of a file that may be attached; errors as `attach_paper`."""
    check_paper_name(path.name)
    try:
        check_size(path.name, path.stat().st_size)
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(
            f"Không thấy tệp “{path.name}” (có thể USB đã rút ra). Chưa lưu gì. Hãy chọn lại."
        ) from error
    except OSError as error:
        raise ReadOnly(
            f"Không đọc được tệp “{path.name}”. Chưa lưu gì. Hãy đóng chương trình đang mở tệp "
            "ấy, hoặc chép tệp vào máy này rồi chọn lại."
        ) from error
    check_size(path.name, len(content))
    return content


def save_paper(
    store: Store, file: AttachedFile, title: str, note: str, form_id: str | None = None
) -> Change:
    """Correct what a paper is called.

    Raises:
        Invalid: It has no title.
        NotFound: It is not there any more.
    """
    title = check_title(title)
    with store.writing(f"Sửa tên giấy tờ “{title}”", form_id) as session:
        known = attached_files.load_file(session, file.id or 0)
        attached_files.save_file(session, replace(known, title=title, note=note))
    return session.change


def remove_paper(store: Store, file: AttachedFile) -> Change:
    """Take a paper out of a person's file; undo brings it back."""
    name = _name(store, file.owner)
    with store.writing(f"Bỏ giấy tờ “{file.title}”: {name}") as session:
        attached_files.delete_file(session, file.id or 0)
    return session.change


def copy_to_open(store: Store, file: AttachedFile) -> Path:
    """A copy that the programs of the PC can open and not change; gone at the next start.

    Raises:
        BadFile: It is of a kind that is not opened.
        Forbidden: It is a paper of a person, and whoever is at work only reads.
        Damaged: The bytes are not what was kept.
        ReadOnly: The books are only viewed, so nothing is written beside them.
        DiskFull: There is no room for it.
    """
    if file.person_id is not None:
        check_sees_all(store.user, "Giấy tờ trong hồ sơ")
    if store.view_only:
        raise ReadOnly(
            "Số liệu đang mở chỉ để xem nên không mở giấy tờ ngay được. Số liệu vẫn nguyên. "
            "Bấm “Lưu ra tệp”, chọn một thư mục của máy này, rồi mở từ đó."
        )
    check_paper_name(file.file_name)
    content = load_content(store, file)
    folder = store.folder.opened / file.sha256[:12]
    copy = folder / name_to_write(file)
    if not _holds(copy, content):
        make_folder(folder)
        write_bytes(copy, content)
        copy.chmod(stat.S_IREAD)
    return copy


def _holds(copy: Path, content: bytes) -> bool:
    try:
        return copy.read_bytes() == content
    except OSError:
        return False


def write_copy(store: Store, file: AttachedFile, out: Path) -> Path:
    """Write an attached file to a place of the officer's choice, and read it back.

    Raises:
        Damaged: The bytes are not what was kept.
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    content = load_content(store, file)

    def check(written: Path) -> None:
        if written.read_bytes() != content:
            raise BadFile(
                f"Tệp vừa ghi vào “{out.parent}” đọc lại không đúng nên không được dùng. "
                "Số liệu còn nguyên. Hãy ghi sang ổ đĩa hoặc USB khác."
            )

    whose = [file.person_id] if file.person_id else []
    with leaving(store, out, "Bản sao ảnh, giấy tờ", person_ids=whose, masked=False):
        write_bytes(out, content, check)
    return out.absolute()


def _keep_photo(session: Session, person_id: int, content: bytes) -> None:
    file = AttachedFile(
        person_id=person_id,
        kind=AttachedKind.PHOTO,
        title=ATTACHED_KIND[AttachedKind.PHOTO],
        file_name=_PHOTO_NAME,
        sha256=attached_files.keep_content(session, content),
        size_bytes=len(content),
        added_on=date.today(),
    )
    attached_files.save_file(session, file)


def _photo_of(session: Session, person_id: int) -> AttachedFile | None:
    files = attached_files.list_files(session, [person_id])
    photos = [file for file in files if file.kind is AttachedKind.PHOTO]
    return photos[-1] if photos else None


def _name(store: Store, owner: FileOwner) -> str:
    with store.reading() as session:
        if owner.voucher_id is not None:
            voucher = load_voucher(session, owner.voucher_id)
            return f"phiếu {voucher.number_text or voucher.content}"
        if owner.document_id is not None:
            document = load_document(session, owner.document_id)
            return f"văn bản {document.symbol or document.subject}"
        if owner.housing_id is not None:
            return f"nhà của {load_housing(session, owner.housing_id).head_name}"
        if owner.activity_id is not None:
            return load_activity(session, owner.activity_id).name
        if owner.progress_id is not None:
            return f"việc “{work_of(session, owner.progress_id)}”"
        return people.load_person(session, owner.person_id or 0).full_name
