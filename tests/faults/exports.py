"""Every kind of file that leaves: how it is written, and reading one back to its last byte."""

import email
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from docx import Document

from ccb_desktop.documents.packages.opening import is_package, opened
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.operations import backups, member_cards, papers
from ccb_desktop.operations.forms.writing import write_form
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report
from ccb_desktop.operations.reports import write_report
from ccb_desktop.operations.submissions.sending import newest_frozen, send

ON = date(2026, 6, 30)
KIND, PERIOD = ReportKind.HALF_YEAR, Period.parse("2026-H1")
PASSWORD = "Mật khẩu 1952"

Export = Callable[..., object]
"""Writes into a folder, over what it wrote there before."""


def freeze(store):
    """The report that packages carry."""
    return freeze_report(store, FreezeOrder(kind=KIND, period=PERIOD))[1]


def _list(store, out):
    return papers.write_list(store, papers.ListOrder(name="roster", on=ON), out)


def _package(store, folder, **where):
    order = PackageOrder(
        kind=KIND, period=PERIOD, frozen_id=newest_frozen(store, KIND, PERIOD), lists=("roster",)
    )
    return send(store, order, Destination(folder=folder, replace=True, **where), _quiet)


def _quiet(_done, _whole, _text):
    pass


def _sheets(store, folder):
    order = FormOrder(name="member-sheet", on=ON, chosen=(1, 2, 3))
    return write_form(store, order, folder / "phieu.docx")


EXPORTS: dict[str, Export] = {
    "report": lambda store, folder: write_report(store, KIND, PERIOD, None, folder),
    "list in Excel": lambda store, folder: _list(store, folder / "ds.xlsx"),
    "list in Word": lambda store, folder: _list(store, folder / "ds.docx"),
    "workbook": lambda store, folder: papers.write_template(store, (), True, folder / "sl.xlsx"),
    "form": _sheets,
    "cards": lambda store, folder: member_cards.SHEETS["cards"].write(
        store, [1, 2, 3], folder / "the.docx"
    ),
    "package in a folder": _package,
    "packed package": lambda store, folder: _package(store, folder, packed=True),
    "guarded package with e-mail": lambda store, folder: _package(
        store, folder, password=PASSWORD, address="hoi@noi.vn"
    ),
}
"""What officers call it → what writes it."""

WITH_BACKUP: dict[str, Export] = EXPORTS | {
    "backup": lambda store, folder: backups.back_up(store, folder)
}


def read_whole(path: Path) -> str:
    """Read a file or package to its last byte, as its own program does; gives what it is.

    Raises:
        AssertionError, or what its reader says: It is not whole.
    """
    ending = path.suffix
    if path.is_dir() or (ending == ".zip" and is_package(path)):
        with opened(path, PASSWORD if ending else "") as package:
            for one in package.manifest.files:
                package.read(one.name)
        return "package"
    if ending == ".eml":
        message = email.message_from_bytes(path.read_bytes())
        assert all(part.get_payload(decode=True) for part in message.walk() if part.get_filename())
        return "mail"
    with zipfile.ZipFile(path) as zipped:
        assert zipped.testzip() is None
    if ending == ".docx":
        Document(path)
    else:
        openpyxl.load_workbook(path, read_only=True).close()
    return ending


def files_in(folder: Path) -> dict[str, bytes]:
    """Name → bytes of everything in a folder, hidden files too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
