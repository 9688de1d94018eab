"""The kit of a handover: written as one act for the successor, checked and received by him."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from ccb_desktop import __version__
from ccb_desktop.data import backup as copies
from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.documents.packages.sealed_copy import seal_copy, unseal_copy
from ccb_desktop.documents.packages.writing import forget_kept_pages
from ccb_desktop.documents.safe_write import make_folder, replacing_folder
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import BadFile, Damaged, Invalid
from ccb_desktop.domain.fund_papers.cash_book import Anchor
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.domain.member_papers.order import ListOrder
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.printing import long_date, short_date
from ccb_desktop.domain.reports import handover_kit as kits
from ccb_desktop.domain.reports.booklet_paper import booklet_paper, open_work_paper
from ccb_desktop.domain.reports.handover_booklet import Booklet
from ccb_desktop.domain.reports.handover_kit import KitFile, KitManifest
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.domain.store_health import Restored
from ccb_desktop.domain.users.seeing import check_sees_all
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import load_branch, user_of
from ccb_desktop.operations.damage import user_by_backups
from ccb_desktop.operations.handover import write_handover_minutes
from ccb_desktop.operations.handover_booklet import load_booklet
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.papers import write_list
from ccb_desktop.operations.personal_exports import log_export, unlogged
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.operations.without_keys import see_that_keys_are_there
from ccb_desktop.paths import DataFolder

LEAST_PASSWORD = 8
"""Signs that a password of a kit has at the least."""

_STEPS = 6
_WHAT_LEAVES = "Bộ bàn giao, có bản sao cả cuốn sổ"
_MOST_MANIFEST = 1 << 20


OpenBooks = Callable[[Path], StoreKeys]


def without_users(_copy: Path) -> StoreKeys:
    """The keys of books that are not encrypted."""
    return NO_RING


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit as it lies in a folder, read back and found right."""

    folder: Path
    manifest: KitManifest

    @property
    def sentence(self) -> str:
        """What it holds and the seal that is compared after receiving it."""
        told = self.manifest
        return (
            f"{told.branch}, bàn giao {long_date(told.on)}, {len(told.files)} tệp, đọc lại thấy "
            f"đúng. {Anchor(told.action_id, told.chain_hash).sentence}"
        )


def check_password(password: str) -> None:
    """See that a password is worth the name.

    Raises:
        Invalid: It is too short, or of signs that no file can keep; field `password`.
    """
    if len(password) < LEAST_PASSWORD:
        raise Invalid({"password": f"Mật khẩu cần ít nhất {LEAST_PASSWORD} ký tự."})
    if not password.isprintable():
        raise Invalid({"password": "Mật khẩu có ký tự không gõ được trên bàn phím. Gõ lại."})


def write_kit(
    store: Store,
    sides: Sides,
    to_dir: Path,
    *,
    on: date,
    password: str = "",
    report: Tell = tell_nobody,
) -> Kit:
    """Write everything a successor needs into a new folder, read back and checked.

    The log of exports tells of it once everything was read back and found right, just before
    it is put in its place: a power cut between leaves a line too many rather than one missing.

    Args:
        store: The books.
        sides: Who hands over to whom, for the minutes.
        to_dir: A folder or stick, in which a folder is made.
        on: The day of handing over.
        password: Guards the copy of the books; empty for none.
        report: Is told how far it is.

    Raises:
        Forbidden: Who only reads does not see whole numbers, and takes no copy with them away.
        Invalid: The password is too short; field `password`.
        Damaged: The store, the copy, or what was read back is not right; no kit was left.
        BadFile: The branch's own template of the minutes has a field that is not known.
        FileInUse, DiskFull, DiskFault, ReadOnly, NotFound: The folder cannot take it.
        Stopped: The officer stopped it.
    """
    check_sees_all(store.user, "Bộ bàn giao")
    if password:
        check_password(password)
    make_folder(to_dir)
    target = _free_name(to_dir, load_branch(store), on)
    made: list[KitManifest] = []
    left = partial(log_export, store, target, _WHAT_LEAVES, masked=False)
    check = _seen_whole(target, left)
    with noting(store.folder, to_dir), replacing_folder(target, kits.MANIFEST, check) as folder:
        copy = _write_copy(store, folder, password, report)
        booklet = _booklet_of(store, copy, on, with_password=bool(password))
        with unlogged():
            _write_papers(store, booklet, sides, folder, report)
        manifest = _describe(booklet, copy, folder, with_password=bool(password))
        (folder / kits.MANIFEST).write_bytes(kits.encode_manifest(manifest))
        made.append(manifest)
        report(_STEPS - 1, _STEPS, "Đang đọc lại để kiểm tra")
    report(_STEPS, _STEPS, "")
    return Kit(target, made[0])


def _seen_whole(target: Path, log: Callable[[], object]) -> Callable[[Path], None]:
    """The check of a kit before and after it is put in its place; between them it is logged."""

    def see_whole(folder: Path) -> None:
        check_kit(folder)
        if folder != target:  # whole on the stick: from now on it has left
            log()

    return see_whole


def _booklet_of(store: Store, copy: Backup, on: date, *, with_password: bool) -> Booklet:
    """The booklet with the seal of the copy beside it, whatever was done meanwhile."""
    booklet = load_booklet(store, on, with_password=with_password)
    anchor = Anchor(copy.action_id, copy.chain_hash)
    keeping = replace(booklet.keeping, action_id=anchor.action_id, seal=anchor.seal)
    return replace(booklet, keeping=keeping)


def _free_name(to_dir: Path, branch: Branch, on: date) -> Path:
    stem = Path(file_name("Bộ bàn giao", branch, on, "x")).stem
    names = (stem if count == 1 else f"{stem}_{count}" for count in range(1, 1000))
    return next(to_dir / name for name in names if not (to_dir / name).exists())


def _write_copy(store: Store, folder: Path, password: str, report: Tell) -> Backup:
    """The verified copy of the books, behind the password where there is one."""
    report(0, _STEPS, "Đang sao lưu toàn bộ sổ")
    with _work_room(store.folder) as room:
        path = backups.back_up(store, room)
        found = copies.read_manifest(copies.manifest_of(path))
        if found is None:
            raise Damaged("Bản sao lưu vừa ghi đọc lại không được. Số liệu vẫn nguyên.")
        named = replace(found, path=path.replace(room / kits.COPY))
        copies.manifest_of(path).unlink()
        described = room / kits.COPY_MANIFEST
        described.write_bytes(copies.encode_manifest(named))
        report(1, _STEPS, "Đang niêm phong bản sao")
        if password:
            seal_copy([named.path, described], folder / kits.SEALED, password)
        else:
            for file in (named.path, described):
                shutil.copyfile(file, folder / file.name)
    return named


def _write_papers(store: Store, booklet: Booklet, sides: Sides, folder: Path, report: Tell) -> None:
    report(2, _STEPS, "Đang ghi sổ tay và danh mục")
    on, keeping = booklet.on, booklet.keeping
    write_report(booklet_paper(booklet), folder / kits.BOOKLET)
    write_list(store, ListOrder(name="handover", on=on), folder / kits.LIST)
    report(3, _STEPS, "Đang ghi biên bản")
    write_handover_minutes(store, sides, on, folder / kits.MINUTES)
    write_paper(store, open_work_paper(booklet), folder / kits.OPEN_WORK)
    report(4, _STEPS, "Đang ghi tờ đọc trước")
    text = kits.read_me(
        booklet.branch.name,
        long_date(on),
        f"Nhật ký đến việc số {keeping.action_id}, dấu niêm {keeping.seal}.",
        with_password=keeping.with_password,
    )
    (folder / kits.READ_ME).write_text(text, encoding="utf-8-sig", newline="\r\n")


def _describe(booklet: Booklet, copy: Backup, folder: Path, *, with_password: bool) -> KitManifest:
    return KitManifest(
        branch=booklet.branch.name,
        made_at=datetime.now().replace(microsecond=0),
        on=booklet.on,
        program=__version__,
        schema=copy.schema,
        action_id=copy.action_id,
        chain_hash=copy.chain_hash,
        with_password=with_password,
        files=tuple(
            KitFile(file.name, file.stat().st_size, copies.sha256_of(file))
            for file in sorted(folder.iterdir())
        ),
    )


@contextmanager
def _work_room(folder: DataFolder) -> Iterator[Path]:
    """A room on this PC for what must not lie open on a stick; cleared at every start, too."""
    room = folder.packing / "ban-giao"
    shutil.rmtree(room, ignore_errors=True)
    make_folder(room)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def check_kit(folder: Path) -> Kit:
    """See that every file of a kit is there and is what was written.

    Raises:
        BadFile: The folder is no kit, or one of a newer program.
        Damaged: A file is missing, was changed, or cannot be read.
    """
    manifest = _read_manifest(folder)
    for one in manifest.files:
        file = folder / one.name
        try:
            forget_kept_pages(file)
            same = file.stat().st_size == one.size and copies.sha256_of(file) == one.sha256
        except OSError as error:
            raise Damaged(
                f"Bộ bàn giao thiếu tệp “{one.name}”, hoặc tệp ấy không đọc được. Số liệu trong "
                "máy không đổi. Hãy cắm lại USB, hoặc xin chép lại bộ bàn giao."
            ) from error
        if not same:
            raise Damaged(
                f"Tệp “{one.name}” trong bộ bàn giao không còn như lúc ghi ra. Số liệu trong máy "
                "không đổi. Hãy xin chép lại bộ bàn giao từ máy cũ."
            )
    return Kit(folder, manifest)


def _read_manifest(folder: Path) -> KitManifest:
    file = folder / kits.MANIFEST
    try:
        content = file.read_bytes() if file.stat().st_size <= _MOST_MANIFEST else b""
    except OSError as error:
        raise BadFile(
            f"Trong thư mục “{folder}” không có bộ bàn giao. Số liệu trong máy không đổi. Hãy chọn "
            f"thư mục có tệp “{kits.MANIFEST}”."
        ) from error
    return kits.decode_manifest(content)


def receive_kit(
    folder: DataFolder,
    kit_folder: Path,
    password: str = "",
    open_books: OpenBooks = without_users,
    signed: SignedIn | None = None,
) -> Restored:
    """Put the books of a kit into a data folder, after every byte was checked.

    Books that stand there already are kept as one more backup, as by a restore.

    Args:
        folder: Where they shall be.
        kit_folder: The kit.
        password: Of the kit, where it has one.
        open_books: Gives the keys of a copy whose books are encrypted.
        signed: Who is at work with the books that stand there, where they have users.

    Raises:
        NotSignedIn: The books in it are encrypted, and no password or code of theirs was given.
        Forbidden: Only the chairman lets other books take the place of these.
        BadFile, Damaged: The kit cannot be used; nothing was touched.
        WrongPassword: It needs a password, or another one.
        StoreTooNew, Locked, UnsafePlace, DiskFull, ReadOnly: As `backups.restore`.
    """
    kit = check_kit(kit_folder)
    see_that_keys_are_there(folder)
    by = None
    if signed is not None:
        by = user_of(folder, signed) or user_by_backups(folder, signed)
    with _work_room(folder) as room:
        copy = _opened_copy(kit, password, room)
        present = signed.keys if signed is not None else NO_RING
        received = f"bộ bàn giao ngày {short_date(kit.manifest.on)}"
        return backups.restore(folder, copy, present, open_books(copy), by, received)


def look_into_kit(
    folder: DataFolder,
    kit_folder: Path,
    password: str = "",
    open_books: OpenBooks = without_users,
) -> Kit:
    """Check a kit together with the copy in it, before anything is replaced; errors as above."""
    kit = check_kit(kit_folder)
    with _work_room(folder) as room:
        copy = _opened_copy(kit, password, room)
        backups.look_at(copy, open_books(copy))
    return kit


def _opened_copy(kit: Kit, password: str, room: Path) -> Path:
    """The copy of the books of a checked kit, which holds the act that the manifest names."""
    copy = kit.folder / kits.COPY
    if any(one.name == kits.SEALED for one in kit.manifest.files):
        sealed = kit.folder / kits.SEALED
        copy, _ = unseal_copy(sealed, password, (kits.COPY, kits.COPY_MANIFEST), room)
    told = copies.read_manifest(copies.manifest_of(copy))
    if told is None or (told.action_id, told.chain_hash) != (
        kit.manifest.action_id,
        kit.manifest.chain_hash,
    ):
        raise Damaged(
            "Bản sao trong bộ bàn giao không khớp với tờ khai của bộ. Số liệu trong máy không "
            "đổi. Hãy xin chép lại bộ bàn giao từ máy cũ."
        )
    return copy
