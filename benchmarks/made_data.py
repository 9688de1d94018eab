"""What the cases work on: sizes, fictional branches, lists of made people; each made once."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.names import kinh_name
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder

ON = date(2026, 6, 30)
"""The last day of the practice branch's books."""

_BRANCH = Branch(
    name="Hội CCB phường Thực Hành",
    parent="Hội CCB tỉnh Sông Mới",
    place="Thực Hành",
    practice=True,
)
_UNITS = 60


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything.

    Attributes:
        roster: Members of a real branch.
        many: Members of the largest there could ever be.
        list_rows: Rows of a long list that somebody brings.
        paper_rows: People in a printed list.
        vouchers: Vouchers in the largest book there could ever be.
        turns: How often each side is taken; large work is taken once.
    """

    roster: int = 2_800
    many: int = 100_000
    list_rows: int = 20_000
    paper_rows: int = 2_000
    vouchers: int = 1_000_000
    turns: int = 5


SHORT = Sizes(roster=120, many=600, list_rows=400, paper_rows=60, vouchers=2_000, turns=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for one run, in which the cases find what they work on."""

    root: Path
    sizes: Sizes

    def practice_branch(self, members: int) -> DataFolder:
        """Books of a practice branch; for reading only."""
        return self.once(
            f"practice-{members}",
            lambda folder: make_demo_branch(folder, members=members).close(),
        )

    def fresh_branch(self) -> DataFolder:
        """Books of a branch just begun, to write into; each call empties the last ones."""
        begun = self.once("begun", lambda folder: start_branch(folder, _BRANCH).close())
        fresh = DataFolder(self.root / "fresh")
        shutil.rmtree(fresh.root, ignore_errors=True)
        shutil.copytree(begun.root, fresh.root)
        return fresh

    def copied(self, folder: DataFolder, name: str = "written") -> DataFolder:
        """Books of one's own to write into; each call makes them anew."""
        copy = DataFolder(self.root / name)
        shutil.rmtree(copy.root, ignore_errors=True)
        shutil.copytree(folder.root, copy.root)
        return copy

    def roster_workbook(self, rows: int) -> Path:
        """A workbook of that many made people in 30 columns."""
        path = self.root / f"roster-{rows}.xlsx"
        if not path.exists():
            _write_workbook(path, rows)
        return path

    def once(self, name: str, make: Callable[[DataFolder], None]) -> DataFolder:
        """A folder that is made when it is asked for first."""
        folder = DataFolder(self.root / name)
        if not folder.root.exists():
            unfinished = DataFolder(self.root / f"{name}.unfinished")
            make(unfinished)
            unfinished.root.rename(folder.root)
        return folder


# --- A list as an officer brings it ---------------------------------------------------------

COLUMNS = (
    *("Số thẻ", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Tôn giáo", "CCCD"),
    *("Điện thoại", "Quê quán", "Nơi ở", "Tổ dân phố", "Chi hội", "Ngày vào Hội"),
    *("Đối tượng kết nạp", "Nhập ngũ", "Xuất ngũ", "Cấp bậc", "Chức vụ quân đội"),
    *("Đơn vị quân đội", "Chiến trường", "Ngày vào Đảng", "Ngày chính thức", "Huy hiệu Đảng"),
    *("Trình độ học vấn", "Chuyên môn", "Mã thẻ BHYT", "Năm nhận Kỷ niệm chương"),
    *("Khen thưởng", "Chủ hộ", "Ghi chú"),
)

MadeRow = tuple[str | int | date | None, ...]


def made_rows(count: int) -> Iterator[MadeRow]:
    """People that nobody is, in the columns of a roster."""
    dice = Dice(1)
    for number in range(count):
        yield _made_row(dice, number)


def _made_row(dice: Dice, number: int) -> MadeRow:
    sex = Sex.FEMALE if number % 12 == 3 else Sex.MALE
    name = kinh_name(dice, sex).full_name
    born_on = date(1935, 1, 1) + timedelta(days=number * 37 % 12_000)
    enlisted_on = born_on + timedelta(days=18 * 365 + number % 900)
    in_party = number % 2 == 0
    party_on = enlisted_on + timedelta(days=1_500)
    return (
        f"98{number:06}",
        name,
        born_on,
        "Nữ" if sex is Sex.FEMALE else "Nam",
        "Kinh",
        "Không",
        f"099{int(sex is Sex.FEMALE)}{born_on.year % 100:02}{number:06}",
        f"095{number:07}",
        f"Xã Bình An {number % 400}, tỉnh Sông Mới",
        f"Số {number % 900 + 1}, đường Thực Hành",
        f"Tổ {number % 90 + 1}",
        f"Chi hội {number % _UNITS + 1}",
        date(1990, 12, 6) + timedelta(days=number * 53 % 9_000),
        number % 5 + 1,
        enlisted_on,
        enlisted_on + timedelta(days=2_000),
        ("Binh nhất", "Thượng sĩ", "Trung úy", "Thiếu tá")[number % 4],
        ("Chiến sĩ", "Tiểu đội trưởng", "Y tá")[number % 3],
        f"Trung đoàn {number % 320 + 1}",
        ("Quảng Trị", "Tây Nguyên", "Biên giới phía Bắc")[number % 3],
        party_on if in_party else None,
        party_on + timedelta(days=365) if in_party else None,
        30 if in_party else None,
        ("10/10", "12/12", "7/10")[number % 3],
        "Lái xe" if number % 7 == 0 else None,
        f"CK299{number:010}",
        2010 + number % 14 if number % 3 == 0 else None,
        "Bằng khen của Bộ Quốc phòng" if number % 9 == 0 else None,
        name,
        f"Ghi chú {number}" if number % 11 == 0 else None,
    )


def _write_workbook(path: Path, rows: int) -> None:
    import xlsxwriter  # noqa: PLC0415 (a heavy library, for the cases with workbooks only)

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Hội viên")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for place, label in enumerate(COLUMNS):
            sheet.write_string(0, place, label)
        for number, row in enumerate(made_rows(rows), 1):
            write_cells(sheet, number, row, day)


def write_cells(sheet: Any, number: int, row: MadeRow, day: Any) -> None:
    """One row by XlsxWriter, each cell by the call made for its kind."""
    for place, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(number, place, cell)
        elif isinstance(cell, date):
            sheet.write_datetime(number, place, cell, day)
        elif cell is not None:
            sheet.write_number(number, place, cell)
