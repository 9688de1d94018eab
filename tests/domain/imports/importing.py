"""Imports in memory: a branch of nobody, and short ways to bring lists into it."""

from datetime import date

from ccb_desktop.domain.code_lists import CODE_LISTS
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS
from ccb_desktop.domain.exchange.understanding import understand
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.choices import SheetChoice
from ccb_desktop.domain.imports.context import Context, SheetOrigin
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.imports.plan import work_out
from ccb_desktop.domain.members.memberships import standing_on
from tests.domain.exchange.sheets import TODAY, sheet

AS_OF = date(2025, 12, 31)
SHELVES = (
    "units",
    "persons",
    "memberships",
    "membership_events",
    "posts",
    "households",
    "manual_figures",
)

ROSTER = ("Số thẻ", "Họ và tên", "Ngày sinh", "Chi hội", "Ngày vào Hội", "CCCD")
EVENTS = ("Ngày", "Họ và tên", "Ngày sinh", "Số thẻ", "Chi hội", "Loại biến động", "Nơi đi/đến")
UNITS = ("Mã", "Tên đơn vị", "Loại", "Thuộc")


def no_books():
    """The books of a branch just begun."""
    return Books(
        units=(),
        people=(),
        memberships=(),
        events=(),
        posts=(),
        households=(),
        manual_figures=(),
        next_ids=dict.fromkeys(SHELVES, 1),
    )


def take(books, *sheets, as_of=AS_OF, choice=None):
    """Take sheets, each a list of rows with its header first, into the books.

    What the officer leaves of the first of them is `choice`.
    """
    place = {kind.name: number for number, kind in enumerate(SHEET_KINDS)}
    understood = [understand(sheet(*rows), today=TODAY) for rows in sheets]
    understood.sort(key=lambda one: place[one.kind])
    labels = {one.name: dict(one.start) for one in CODE_LISTS if one.holds_codes}
    context = Context(books, as_of, labels, frozenset(one.code for one in INDICATORS))
    context.origins = [SheetOrigin(choice=choice or SheetChoice()) for _one in understood]
    return work_out(context, understood, (), lambda done, total: None)


def outcomes(result):
    """What became of the rows of every sheet, in the order of the rows."""
    done = [sorted(sheet.rows, key=lambda row: row.row) for sheet in result.sheets]
    return [[row.outcome.value for row in rows] for rows in done]


def count(result, outcome):
    """How many rows of all sheets have this outcome."""
    return sum(sheet.count(Outcome(outcome)) for sheet in result.sheets)


def problems(result):
    """Row, column and sentence of every problem."""
    return [(p.row, p.column, p.message) for sheet in result.sheets for p in sheet.problems]


def duplicates(result):
    """Which row repeats which."""
    return [(d.row, d.same_as_row) for sheet in result.sheets for d in sheet.duplicates]


def people(books):
    """Everybody in the order of entering."""
    return list(books.people.by_id.values())


def person(books, name):
    """The only person of a name."""
    (found,) = (one for one in people(books) if one.full_name == name)
    return found


def standing(books, who, day=AS_OF):
    """How somebody, or the only one of a name, stands in the Hội on a day."""
    found = person(books, who) if isinstance(who, str) else who
    return standing_on(books.standings_of(books.hoi_membership(found)), day)


def unit_of(books, who, day=AS_OF):
    """Name of the chi hội in which somebody stands on a day."""
    return books.units[standing(books, who, day).unit_id].name


def events(books):
    """Kind and day of every event, in the order of entering."""
    return [(e.kind.value, str(e.happened_on)) for e in books.events.by_id.values()]


# Sheets of money

FUNDS = ("Tên quỹ", "Cấp", "Mục đích", "Ngày mở", "Tồn đầu tiền mặt", "Tồn đầu ngân hàng")
CASH_ROWS = (
    *("Ngày", "Loại", "Quỹ", "Nội dung", "Người nộp/nhận", "Chi hội", "Đợt vận động", "Số tiền"),
    *("Hình thức", "Số phiếu cũ", "Ghi chú"),
)
DUES = ("Năm", "Họ và tên", "Ngày sinh", "Số thẻ", "Chi hội", "Số tiền", "Ngày nộp", "Quỹ")
GIFTS = (
    *("Đợt vận động", "Ngày", "Người ủng hộ", "Loại người ủng hộ", "Chi hội", "Số tiền"),
    *("Hiện vật", "Giá trị hiện vật", "Qua sổ quỹ", "Quỹ"),
)
TARGETS = ("Đợt vận động", "Chi hội", "Chỉ tiêu")
LOANS = (
    *("Mã vay", "Người vay", "Ngày sinh", "Chi hội", "Quỹ", "Số tiền", "Lãi suất (%/tháng)"),
    *("Ngày vay", "Hạn trả", "Mục đích"),
)
REPAYMENTS = ("Mã vay", "Ngày", "Gốc", "Lãi")
BANK_LOANS = ("Ngày", "Tổ TK&VV", "Số hộ", "Dư nợ", "Nợ quá hạn")


def a_fund(name="Quỹ A", cash=None, bank=None):
    """A sheet that opens one fund of the branch on 01/01/2025."""
    return (FUNDS, (name, "Hội", "Khác", "1/1/2025", cash, bank))


def booked(books):
    """Kind, place and sum of what would be posted, in that order."""
    vouchers = [one.voucher for one in books.money.to_post()]
    return [(one.kind.value, one.place.value, one.amount_dong) for one in vouchers]


VISITS = (
    *("Ngày", "Dịp", "Loại đối tượng", "Họ và tên", "Ngày sinh", "Số thẻ", "Chi hội", "Cấp chi"),
    *("Số tiền", "Hiện vật", "Giá trị hiện vật", "Quỹ", "Chủ đề", "Ghi chú"),
)
HOUSES = (
    *("Chủ hộ", "Ngày sinh", "Chi hội", "Loại", "Ngày khởi công", "Ngày bàn giao", "Hội chi"),
    *("Nguồn khác", "Ghi chú"),
)

# Sheets of tasks, activities and emulation

TASKS = (
    *("Năm", "Nhiệm vụ trọng tâm", "Việc", "Đơn vị thực hiện", "Người phụ trách", "Địa điểm"),
    *("Chỉ tiêu", "Đơn vị tính", "Kỳ", "Hạn", "Kết quả", "Ngày hoàn thành", "Ghi chú"),
)
ACTIVITIES = (
    *("Ngày", "Loại", "Tên hoạt động", "Đơn vị", "Vai trò", "Số buổi", "Lượt hội viên"),
    *("Lượt thanh niên - học sinh", "Lượt nhân dân", "Số ý kiến", "Số lượng", "Đơn vị tính"),
    *("Kinh phí", "Kết quả"),
)
RESULTS = ("Năm", "Họ và tên", "Ngày sinh", "Số thẻ", "Chi hội", "Kết quả")
RATINGS = ("Năm", "Đơn vị", "Xếp loại")
AWARDS = (
    *("Ngày", "Đối tượng", "Tên", "Ngày sinh", "Số thẻ", "Hình thức", "Cấp khen"),
    *("Số quyết định", "Nội dung"),
)
TWO_UNITS = (
    (*UNITS, "Ngày kết thúc"),
    ("CH1", "Chi hội 1", "Chi hội", "", ""),
    ("CH2", "Chi hội 2", "Chi hội", "", "30/6/2025"),
    ("CH2-PH1", "Phân hội 1 - Chi hội 2", "Phân hội", "CH2", ""),
    ("CLB1", "CLB cựu quân nhân 1", "CLB CQN", "", ""),
)
