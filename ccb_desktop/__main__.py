"""Arguments given: the command line; none: the window."""

import sys
from pathlib import Path

from ccb_desktop.paths import DataFolder, default_data_folder

READING_PROCESS = "--reading-process"
"""Given by the built program to itself (`documents.reading.child.FLAG`)."""


def main() -> int:
    """Run what was asked for; gives the exit code."""
    argv = sys.argv[1:]
    if argv[:1] == [READING_PROCESS]:
        from ccb_desktop.documents.reading import child  # noqa: PLC0415 (neither window nor store)

        child.main()
    folder = _window_folder(argv)
    if folder is None:
        return _run_subcommand(argv)
    from ccb_desktop.app import open_window  # noqa: PLC0415 (no window for a subcommand)

    return open_window(folder)


def _run_subcommand(argv: list[str]) -> int:
    try:
        from ccb_desktop.cli.run import run  # noqa: PLC0415 (no Qt for a subcommand)

        return run(argv)
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu. Việc chưa xong không để lại gì trong sổ.\n")
        return 1


def _window_folder(argv: list[str]) -> DataFolder | None:
    """The data folder of the window, `None` when a subcommand or anything else is asked."""
    if not argv:
        return default_data_folder()
    if len(argv) == 2 and argv[0] == "--data-dir":
        return DataFolder(Path(argv[1]).resolve())
    if len(argv) == 1 and argv[0].startswith("--data-dir="):
        return DataFolder(Path(argv[0].partition("=")[2]).resolve())
    return None


if __name__ == "__main__":
    sys.exit(main())
