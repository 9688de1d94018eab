"""Opens the books for a subcommand; where they have users, `--user` and his password are asked."""

import argparse
import contextlib
import getpass
import os
import sys
from pathlib import Path

from ccb_desktop.cli.command import data_folder
from ccb_desktop.domain.errors import Damaged, NotSignedIn
from ccb_desktop.operations.branch import Store, open_branch, read_branch
from ccb_desktop.operations.users import backup_keys
from ccb_desktop.operations.users.backup_keys import NO_RING, StoreKeys
from ccb_desktop.operations.users.signing_in import SignedIn, names_of, sign_in

PASSWORD = "CCB_PASSWORD"
"""The variable of the environment that holds the password; it stands in no command line."""


def opened(arguments: argparse.Namespace) -> Store:
    """The books of the data folder, open for whoever the command line names.

    Raises:
        NotSignedIn: They have users, and none signed in.
        Otherwise as `operations.branch.open_branch`.
    """
    return open_branch(data_folder(arguments), signed(arguments))


def read(arguments: argparse.Namespace) -> Store:
    """The same for a look or a paper, also where the folder is read-only."""
    return read_branch(data_folder(arguments), signed(arguments))


def signed(arguments: argparse.Namespace) -> SignedIn | None:
    """Whoever signs in; nobody where the books have no users.

    Raises:
        NotSignedIn: No name or password was given, or not the right one.
    """
    folder = data_folder(arguments)
    names = names_of(folder)
    if not names:
        return None
    if arguments.user is None:
        raise NotSignedIn(
            f"Sổ này mở bằng tên và mật khẩu. Ghi thêm --user và một trong các tên: "
            f"{', '.join(names)}. Số liệu vẫn nguyên."
        )
    return sign_in(folder, arguments.user, secret_of(arguments.user))


def signed_if_possible(arguments: argparse.Namespace) -> SignedIn | None:
    """Whoever signs in; nobody where the books and their keys are damaged."""
    with contextlib.suppress(Damaged):
        return signed(arguments)
    return None


def keys_of_file(arguments: argparse.Namespace, file: Path, keys: StoreKeys = NO_RING) -> StoreKeys:
    """The keys of a backup: these, or those that a password or the printed code of then opens.

    Raises:
        NotSignedIn: They do not open it.
    """
    if backup_keys.opens(file, keys):
        return keys
    name = arguments.user or ""
    return backup_keys.keys_of_backup(data_folder(arguments), file, name, secret_of(name))


def secret_of(name: str) -> str:
    """The password of a user, or the printed code, from the environment or asked for.

    Raises:
        NotSignedIn: It is not in the environment, and nobody sits at a terminal.
    """
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise NotSignedIn(
            f"Chưa có mật khẩu: đặt biến môi trường {PASSWORD} rồi chạy lại. Số liệu vẫn nguyên."
        )
    return getpass.getpass(f"Mật khẩu của {name}: " if name else "Mã khôi phục: ")
