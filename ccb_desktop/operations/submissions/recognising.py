"""Says what a file is that somebody brought; nothing of it comes into the books here."""

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ccb_desktop.data import imports
from ccb_desktop.data.store import Store
from ccb_desktop.data.submissions import received as stored
from ccb_desktop.documents.packages.opening import OpenPackage, is_package, opened
from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.documents.safe_write import make_folder
from ccb_desktop.domain.errors import BadFile, UserError, WrongPassword
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.submissions.arrivals import (
    Arrival,
    Came,
    told_of_package,
    told_of_repeat,
    told_of_workbook,
    unit_of,
)
from ccb_desktop.domain.submissions.manifest import FileRole, write_manifest
from ccb_desktop.domain.submissions.submissions import ReceivedPackage
from ccb_desktop.domain.tasks.returned import read_filled
from ccb_desktop.operations.import_workbook import understand_files
from ccb_desktop.operations.submissions.verifying import signed_in
from ccb_desktop.paths import DataFolder

_WORD = (".docx", ".docm", ".doc")
_REPORT = "Báo cáo Word đứng riêng: bấm “Xem” để đọc; không có số liệu để nhập vào sổ."
_EMPTY = "Tệp “{name}” trống, không có gì bên trong. Hãy chép lại tệp từ nơi gửi."
_CHECKLIST = "Phiếu việc đã điền{of}. Bấm “Xem” để sang trang Nhiệm vụ nhận phiếu."
_PASSWORD = "Gói có mật khẩu. Bấm “Xem” rồi gõ mật khẩu mà nơi gửi cho biết."


def recognise(store: Store, path: Path, progress: Tell, *, password: str = "") -> Arrival:
    """What a file or folder is; a fault stands in what is given back.

    Args:
        store: For what is known of lists, files and branches.
        path: What was brought.
        progress: Told what is in hand; may raise `Stopped`.
        password: Of a package that is guarded by one.
    """
    told = f"Đang xem {path.name}"
    progress(0, 0, told)
    try:
        if path.suffix.lower() in _WORD:
            with path.open("rb") as paper:
                if not paper.read(1):
                    raise BadFile(_EMPTY.format(name=path.name))
            return Arrival(path=path, came=Came.REPORT, told=_REPORT)
        path.stat()  # a stick that was pulled out meanwhile is no wrong file
        if path.is_dir() or is_package(path):
            return _package(store, path, password)
        source = read_workbook(path, lambda _part, _words: progress(0, 0, told))
        return _workbook(store, path, source, progress)
    except WrongPassword as fault:
        told = str(fault) if password else _PASSWORD
        return Arrival(path=path, came=Came.GUARDED, told=told, fault=fault)
    except UserError as fault:
        return Arrival(path=path, came=Came.REFUSED, told=str(fault), fault=fault)
    except OSError:
        gone = f"Không đọc được “{path.name}”. Có thể đã rút USB. Hãy cắm lại rồi chọn lại."
        return Arrival(path=path, came=Came.REFUSED, told=gone)


def _workbook(store: Store, path: Path, source: SourceWorkbook, progress: Tell) -> Arrival:
    filled = read_filled(source.sheets)
    if any(row.key for _sheet, found in filled for row in found.rows):
        units = ", ".join(dict.fromkeys(found.unit for _sheet, found in filled if found.unit))
        told = _CHECKLIST.format(of=f" của {units}" if units else "")
        return Arrival(path=path, came=Came.CHECKLIST, told=told)
    (workbook,) = understand_files(store, [source], None, progress)
    with store.reading() as session:
        batches = imports.list_batches(session)
    told = f"{told_of_workbook(workbook)} {told_of_repeat(source.sha256, batches)}"
    noted = ReceivedPackage(
        received_at=_now(), file_name=path.name, sha256=source.sha256, sender=unit_of(workbook)
    )
    return Arrival(
        path=path, came=Came.WORKBOOK, told=told.strip(), sources=(source,), received=noted
    )


def _package(store: Store, path: Path, password: str) -> Arrival:
    with opened(path, password) as package:
        manifest = package.manifest
        folder = _taken_out(package, store.folder)
        noted = ReceivedPackage(
            received_at=_now(),
            file_name=path.name,
            sha256=package.sha256,
            sender=manifest.branch,
            period=manifest.period,
            manifest=write_manifest(manifest).decode(),
        )
    with store.reading() as session:
        before = stored.list_received(session)
        signed = signed_in(session, manifest)
    told = told_of_package(manifest, signed.signer, signed.known, before, is_own=signed.is_own)
    lists = [one for one in manifest.files if one.role is FileRole.DATA]
    sources = [read_workbook(folder / one.name) for one in lists]
    if not sources:
        told += " Trong gói không có tệp số liệu để nhập vào sổ."
    return Arrival(
        path=path,
        came=Came.PACKAGE,
        told=told,
        sources=tuple(sources),
        received=noted,
        manifest=manifest,
        signer=None if signed.is_own else signed.signer,
        folder=folder,
    )


def _taken_out(package: OpenPackage, home: DataFolder) -> Path:
    """The files of a package, in a place that is cleared at the next start."""
    folder = home.opened / uuid4().hex
    make_folder(folder)
    for one in package.manifest.files:
        package.take_out(one.name, folder)
    return folder


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)
