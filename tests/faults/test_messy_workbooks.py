"""G2: lists as chi hội keep them, put together by chance: no row and no doubt is lost silently."""

import random
import unicodedata
from datetime import date

import openpyxl

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch
from tests.books import names_on_roll

AS_OF = date(2025, 12, 31)
SHEETS = 4
"""Sheets of one file; each stands for a list of its own."""

NAME = ("Họ và tên", "HỌ TÊN", "Họ tên hội viên", "Họ và  tên\n(chữ in hoa)")
BIRTH = ("Năm sinh", "Ngày sinh", "Sinh năm", "Ngày tháng năm sinh")
JOINED = ("Vào Hội", "Năm vào Hội", "Ngày vào Hội", "Kết nạp")
NUMBER = ("CCCD", "Số CCCD", "Căn cước công dân")
UNIT = ("Chi hội", "CHI HỘI", "Thuộc chi hội")
GOOD_BIRTHS = (1952, "1950", "19/5/1949", "05/1951", date(1953, 4, 30), "1948.0", "2-9-1950")
BAD_BIRTHS = ("31/02/1952", "13/13/1950", "195O", "chưa rõ", "19 mấy", "2090", "32/1/1950")
GOOD_JOINS = (1990, "12/1990", "6/12/1990", date(1991, 12, 6), None)
BAD_JOINS = ("1/1990x", "30/02/1991", "không nhớ", "ngày lễ", "199")
BAD_NUMBERS = ("12345", "04905200001A", "0490520000123")
FAMILY, MIDDLE = ("Nguyễn", "Trần", "Lê", "Đặng", "Võ"), ("Văn", "Đình", "Quốc", "Thị")


class MessyList:
    """A sheet put together by chance, and what is known of each of its rows.

    Attributes:
        people: Row → name, of rows in which nothing is in doubt that keeps them out.
        doubts: Row → the cells that cannot be understood, as they stand there.
        beside: Rows that are no people: titles, sums, signatures.
    """

    def __init__(self, sheet, dice, number):
        self.sheet, self.dice, self.number = sheet, dice, number
        self.people, self.doubts, self.beside = {}, {}, set()
        self._row = 0
        self._write_head()
        for place in range(dice.randrange(8, 25)):
            self._perhaps_something_else()
            self._write_person(place)
        self._write_foot()

    def _append(self, cells):
        self._row += 1
        for column, value in enumerate(cells, start=1):
            if value is not None:
                self.sheet.cell(self._row, column, value)
        return self._row

    def _note(self, cells):
        self.beside.add(self._append(cells))

    def _write_head(self):
        for text in ("HỘI CCB PHƯỜNG", "DANH SÁCH HỘI VIÊN")[: self.dice.randrange(3)]:
            self._note([None, text])
        self._row += self.dice.randrange(2)
        self.by_title = self.dice.random() < 0.3
        wanted = [(NAME, self._name), (BIRTH, None), (JOINED, None), (NUMBER, None)]
        if not self.by_title:
            wanted.append((UNIT, None))
        self.order = self.dice.sample(range(len(wanted)), len(wanted))
        self.heads = [
            "TT",
            *(self.dice.choice(wanted[place][0]) for place in self.order),
            "Ghi chú",
        ]
        self.header = self._append(self.heads)

    def _perhaps_something_else(self):
        chance = self.dice.random()
        if self.by_title and (chance < 0.1 or not self.people):
            self._note([f"Chi hội {self.dice.randrange(1, 5)}"])
        elif chance < 0.06:
            self._row += 1
        elif chance < 0.1:
            self._note(self.heads)

    def _name(self, place):
        full = f"{self.dice.choice(FAMILY)} {self.dice.choice(MIDDLE)} Người{letters(self.number)}"
        return f"{full}{letters(place)}"

    def _write_person(self, place):
        dice, bad = self.dice, []
        name = self._name(place)

        def one_of(good, wrong):
            if dice.random() < 0.12:
                bad.append(dice.choice(wrong))
                return bad[-1]
            return dice.choice(good)

        values = [
            self._untidy(name),
            one_of(GOOD_BIRTHS, BAD_BIRTHS),
            one_of(GOOD_JOINS, BAD_JOINS),
            one_of((f"0490{self.number:04}{place:04}", None), BAD_NUMBERS),
            f"Chi hội {dice.randrange(1, 5)}",
        ]
        row = self._append(
            [place + 1, *(values[at] for at in self.order), dice.choice((None, "x"))]
        )
        self.people[row] = name
        self.doubts[row] = bad

    def _untidy(self, name):
        kind = self.dice.randrange(5)
        if kind == 0:
            return name.upper()
        if kind == 1:
            return unicodedata.normalize("NFD", name)
        return f"  {name.replace(' ', '  ')} " if kind == 2 else name

    def _write_foot(self):
        if self.dice.random() < 0.7:
            self._note([None, f"Tổng cộng: {len(self.people)} hội viên"])
        if self.dice.random() < 0.5:
            self._row += 1
            self._note([None, None, "Người lập biểu"])


def letters(number):
    """A number in letters, so that it stands in a name."""
    return "".join(chr(97 + int(digit)) for digit in f"{number:02}")


def write_messy(path, seed):
    """A file of such lists."""
    dice, book = random.Random(seed), openpyxl.Workbook()
    book.remove(book.active)
    made = {}
    for number in range(SHEETS):
        title = f"DS {number}"
        made[title] = MessyList(book.create_sheet(title), dice, seed * SHEETS + number)
    book.save(path)
    return made


def assert_nothing_is_lost(sheet, known):
    """Every row stands somewhere, every doubtful cell among the problems, as it was typed."""
    taken = {row.row_number for row in sheet.rows}
    told = {}
    for problem in sheet.problems:
        told.setdefault(problem.row, []).append(problem.value)
    skipped = {row.row for row in sheet.skipped_rows}
    assert not taken & skipped
    for row, doubts in known.doubts.items():
        assert row in taken | told.keys(), f"row {row} is lost"
        assert set(map(str, doubts)) <= set(told.get(row, ())), f"row {row}: {doubts} not told"
    for row in known.beside:
        assert row in skipped | {known.header}, f"row {row} is lost"
    return taken


def test_no_row_and_no_doubt_of_a_messy_list_is_lost(fresh_folder, tmp_path, times, tally):
    files, rows, doubts = times(2, 15), 0, 0
    with open_branch(fresh_folder()) as store:
        before = set(names_on_roll(store))
        wanted = set()
        for seed in range(files):
            made = write_messy(tmp_path / f"{seed}.xlsx", seed)
            [book] = import_workbook.understand_files(
                store, import_workbook.read_files([tmp_path / f"{seed}.xlsx"])
            )
            assert [sheet.source.name for sheet in book.sheets] == list(made)
            for sheet in book.sheets:
                known = made[sheet.source.name]
                taken = assert_nothing_is_lost(sheet, known)
                wanted |= {name for row, name in known.people.items() if row in taken}
                rows += len(known.people)
                doubts += sum(map(len, known.doubts.values()))
            import_workbook.run_import(store, [book], AS_OF)
        assert set(names_on_roll(store)) - before == wanted
    assert doubts > files * SHEETS
    tally(
        "G2",
        "messy lists put together by chance, read, understood and imported",
        files * SHEETS,
        f"{rows:,} rows, 0 lost silently; {doubts:,} doubtful cells, all listed",
    )
