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
    option, _, folder = argv[0].partition("=") if len(argv) == 1 else (argv[0], "", argv[1])
    is_folder = folder.strip() and not folder.startswith("-")
    if option != "--data-dir" or len(argv) > 2 or not is_folder:
        return None
    return DataFolder(Path(folder).resolve())


if __name__ == "__main__":
    sys.exit(main())
