"""Subcommands for what leaves and comes: submit, verify-package."""

import argparse
from contextlib import ExitStack

from ccb_desktop.cli.arguments import folder, period, target, words
from ccb_desktop.cli.command import Answer, Command, data_folder
from ccb_desktop.cli.passwords import password_in
from ccb_desktop.cli.signing_in import opened, read
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.long_jobs import tell_nobody
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.operations.branch import Store, has_branch
from ccb_desktop.operations.submissions.sending import newest_frozen, send
from ccb_desktop.operations.submissions.verifying import verify_package


def _submit_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period", type=period, required=True, metavar="P", help="kỳ báo cáo")
    parser.add_argument(
        "--to", type=folder, required=True, metavar="DIR", help="thư mục hoặc USB để ghi gói"
    )
    parser.add_argument("--zip", action="store_true", help="đóng thành một tệp nén")
    parser.add_argument(
        "--password-file", type=target, metavar="F", help="tệp có mật khẩu của gói ở dòng đầu"
    )
    parser.add_argument(
        "--eml", type=words, default="", metavar="ADDRESS", help="ghi thêm thư nháp gửi đến đây"
    )


def _submit(arguments: argparse.Namespace) -> Answer:
    kind = ReportKind[arguments.period.kind.name]
    destination = Destination(
        folder=arguments.to.absolute(),
        packed=arguments.zip,
        password=password_in(arguments.password_file),
        address=arguments.eml,
        other_name=True,
    )
    with opened(arguments) as store:
        order = PackageOrder(
            kind=kind,
            period=arguments.period,
            frozen_id=newest_frozen(store, kind, arguments.period),
        )
        done = send(store, order, destination, tell_nobody)
    files = [str(path) for path in done.written.paths]
    return Answer(
        {"files": files, "checked": True}, [*(f"Đã ghi {path}" for path in files), done.sentence]
    )


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=target, metavar="PATH", help="gói: tệp nén hoặc thư mục")
    parser.add_argument(
        "--password-file", type=target, metavar="F", help="tệp có mật khẩu của gói ở dòng đầu"
    )


def _verify(arguments: argparse.Namespace) -> Answer:
    password = password_in(arguments.password_file)
    with ExitStack() as held:
        store = _books(arguments, held)
        found = verify_package(arguments.path, password, store)
    manifest = found.manifest
    told = {
        "ok": True,
        "branch": manifest.branch,
        "period": manifest.period,
        "cut_off": manifest.cut_off.isoformat(),
        "made_at": manifest.made_at.isoformat(),
        "encrypted": found.encrypted,
        "masked": manifest.masked,
        "signer": {"public_key": manifest.public_key, "known": found.signed.standing.value},
        "history": {"number": manifest.chain_number, "hash": manifest.chain_hash},
        "files": [one.name for one in manifest.files],
    }
    lines = [
        f"Gói nguyên vẹn: {manifest.branch}, kỳ {manifest.period}, số liệu đến "
        f"{short_date(manifest.cut_off)}, {len(manifest.files)} tệp.",
        found.signer_sentence,
    ]
    return Answer(told, lines)


def _books(arguments: argparse.Namespace, held: ExitStack) -> Store | None:
    """The books that know who signs, where there are any and they can be opened."""
    where = data_folder(arguments)
    try:
        return held.enter_context(read(arguments)) if has_branch(where) else None
    except UserError:
        return None  # the package is what was asked about


COMMANDS = (
    Command("submit", "lập gói báo cáo gửi lên cấp trên", _submit_arguments, _submit),
    Command("verify-package", "kiểm tra gói báo cáo còn nguyên vẹn", _verify_arguments, _verify),
)
