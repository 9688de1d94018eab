"""Arguments given: the command line; none: the window."""

import os
import sys
from pathlib import Path

from ccb_desktop.paths import DataFolder, default_data_folder

READING_PROCESS = "--reading-process"
"""Given by the built program to itself (`documents.reading.child.FLAG`)."""


_NO_SCREEN = (
    "Không tìm thấy màn hình nên không mở được cửa sổ. Số liệu vẫn nguyên. Hãy mở chương trình "
    "trên máy có màn hình, hoặc dùng dòng lệnh: ccb-desktop --help\n"
)


def main() -> int:
    """Run what was asked for; gives the exit code."""
    argv = sys.argv[1:]
    if argv[:1] == [READING_PROCESS]:
        from ccb_desktop.documents.reading import child  # noqa: PLC0415 (neither window nor store)

        child.main()
    folder = _window_folder(argv)
    if folder is None:
        return _run_subcommand(argv)
    if _without_screen():
        sys.stderr.write(_NO_SCREEN)
        return 1
    from ccb_desktop.app import open_window  # noqa: PLC0415 (no window for a subcommand)

    return open_window(folder)


def _run_subcommand(argv: list[str]) -> int:
    try:
        from ccb_desktop.cli.run import run  # noqa: PLC0415 (no Qt for a subcommand)

        return run(argv)
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu. Việc chưa xong không để lại gì trong sổ.\n")
        return 1


def _without_screen() -> bool:
    """Whether a window has nowhere to be shown, where Qt would abort the process."""
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in shown_by)


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
