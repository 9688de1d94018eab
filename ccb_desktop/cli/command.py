"""One subcommand and what it gives back."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ccb_desktop.domain.members.consent import withdrawal_warning
from ccb_desktop.paths import DataFolder, default_data_folder


class Answer(NamedTuple):
    """What a subcommand did: for programs as JSON, for people as lines.

    Attributes:
        exit_code: 0 done; 1 it cannot be done; 3 the data are damaged.
    """

    json: dict[str, Any]
    lines: Sequence[str]
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its name, its arguments, its job."""

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Answer]


def data_folder(arguments: argparse.Namespace) -> DataFolder:
    """The data folder asked for, else that of the person at this PC."""
    if arguments.data_dir is None:
        return default_data_folder()
    return DataFolder(arguments.data_dir.resolve())


def files_answer(
    paths: Sequence[Any], *, checked: bool = True, withdrawn: Sequence[str] = ()
) -> Answer:
    """The answer of every subcommand that writes files; they were read back.

    Args:
        paths: The files.
        checked: Whether they were read back.
        withdrawn: Who stands in them and took his consent back.
    """
    files = [str(path.resolve()) for path in paths]
    told: dict[str, Any] = {"files": files, "checked": checked}
    lines = [f"Đã ghi {path}" for path in files]
    if withdrawn:
        told["consent_withdrawn"] = list(withdrawn)
        lines.append(f"Chú ý: {withdrawal_warning(withdrawn)}")
    return Answer(told, lines)
