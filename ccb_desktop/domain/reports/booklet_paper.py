"""The booklet for whoever takes over the office: what the Hội is, what runs, what to do first."""

from collections.abc import Iterator, Sequence
from datetime import date

from ccb_desktop.domain.papers import (
    Block,
    CellKind,
    Column,
    Heading,
    ListPaper,
    PaperTable,
    Paragraph,
    ReportPaper,
    Row,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import long_date, number
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.handover import HandedFund
from ccb_desktop.domain.reports.handover_booklet import Booklet, Keeping, OpenTask
from ccb_desktop.domain.reports.kinds import KIND_LABEL

_PLAIN, _MONEY, _DATE = CellKind.PLAIN, CellKind.MONEY, CellKind.DATE
_PLACE = Column("STT", 12, _PLAIN)
_OFFICERS = (_PLACE, Column("Họ tên", 46), Column("Chức vụ trong Hội", 60), Column("Đơn vị", 46))
_FUNDS = (
    _PLACE,
    Column("Quỹ", 48),
    Column("Cấp", 28),
    Column("Tiền mặt", 28, _MONEY),
    Column("Ngân hàng", 28, _MONEY),
    Column("Đang cho vay", 28, _MONEY),
)
_TASKS = (
    _PLACE,
    Column("Việc", 76),
    Column("Giao cho", 42),
    Column("Hạn", 24, _DATE),
    Column("Kết quả", 24),
)
_LOANS = (
    _PLACE,
    Column("Người vay", 46),
    Column("Chi hội", 36),
    Column("Còn nợ gốc", 28, _MONEY),
    Column("Hạn trả", 24, _DATE),
    Column("Tình trạng", 40),
)
_HOUSES = (_PLACE, Column("Nhà của", 56), Column("Đơn vị", 46), Column("Ghi chú", 56))
_CARE = (
    _PLACE,
    Column("Họ tên", 46),
    Column("Chi hội", 36),
    Column("Vì sao", 66),
    Column("Thăm lần cuối", 26, _DATE),
)
_REPORTS = (_PLACE, Column("Báo cáo", 40), Column("Nộp chậm nhất", 56), Column("Nơi nhận", 56))
_NAMED = 3
_USERS = (_PLACE, Column("Tên người dùng", 70), Column("Vai trò", 84))

FIRST_WEEK = (
    "Ngày 1: Cất bộ bàn giao này ở nơi khóa được, cùng chỗ với con dấu. Mật khẩu của bản sao "
    "niêm phong để riêng, không để cùng USB.",
    "Ngày 1: Mở chương trình, vào Cài đặt → Sao lưu, bấm Sao lưu ngay. Xem dòng dưới cùng có ghi "
    "giờ sao lưu mới.",
    "Ngày 2: Vào Cài đặt → Kiểm tra số liệu, bấm Kiểm tra kỹ. Đối chiếu dấu niêm ghi ở cuối sổ "
    "tay này.",
    "Ngày 2: Đếm tiền mặt cùng thủ quỹ, so với bảng tiền quỹ ở phần III, ghi vào Quỹ Hội → Kiểm "
    "kê quỹ.",
    "Ngày 3: Vào Cài đặt → Thông tin Hội, sửa tên người ký văn bản. Ghi chức vụ mới vào hồ sơ "
    "của cán bộ.",
    "Ngày 3: Nếu sổ có người dùng: thêm người mới, thôi dùng người cũ, đổi mật khẩu.",
    "Ngày 4: Đọc phần IV và phần V. Gọi cho từng người đang được giao việc, thăm người đang ốm.",
    "Ngày 5: Xem lịch báo cáo ở phần VI. Báo cáo nào sắp đến hạn thì làm thử một bản.",
    "Cuối tuần: Sao lưu ra một USB khác, cất ở nơi khác.",
)
"""What a successor does in his first days, one act a line."""


def booklet_paper(told: Booklet) -> ReportPaper:
    """The booklet as a paper."""
    return ReportPaper(
        letterhead=letterhead_of(told.branch, told.on),
        kind="SỔ TAY BÀN GIAO",
        subject="Dành cho người nhận việc",
        addressees=(),
        body=tuple(_body(told)),
        signature=board_signature(told.branch),
        recipients=("Người nhận bàn giao", "Lưu hồ sơ bàn giao"),
    )


def open_work_paper(told: Booklet) -> ListPaper:
    """What is not finished, as a list to work with."""
    tables = (_tasks(told), _loans(told), _houses(told), _cared_for(told))
    return ListPaper(
        letterhead=letterhead_of(told.branch, told.on),
        title="VIỆC CÒN DỞ DANG",
        subtitle=f"Tính đến {long_date(told.on)}",
        tables=tables,
    )


def _body(told: Booklet) -> Iterator[Block]:
    yield Paragraph(
        "Sổ tay này có họ tên, hoàn cảnh, tình trạng sức khỏe của người trong Hội. Giữ như sổ "
        "gốc, không chụp, không gửi qua mạng.",
        italic=True,
    )
    yield Heading(1, "I. Hội và sổ sách trong máy")
    yield Paragraph(_who(told))
    yield Heading(1, "II. Cán bộ và chức vụ")
    yield _officers(told)
    yield Heading(1, "III. Tiền quỹ")
    yield _funds(told)
    yield Heading(1, "IV. Việc còn dở dang")
    yield from (_tasks(told, grouped=True), _loans(told), _houses(told))
    yield Heading(1, "V. Người đang được chăm lo")
    yield _cared_for(told)
    yield Heading(1, "VI. Lịch báo cáo")
    yield _reports(told)
    yield Heading(1, "VII. Sổ sách nằm ở đâu, mở bản sao thế nào")
    yield from (Paragraph(line) for line in _keeping(told.keeping))
    yield Heading(1, "VIII. Người dùng và vai trò")
    yield from _users(told)
    yield Heading(1, "IX. Tuần đầu tiên")
    yield from (Paragraph(line) for line in FIRST_WEEK)
    yield Heading(1, "X. Dấu niêm của nhật ký")
    yield Paragraph(_sealed(told.keeping))


def _who(told: Booklet) -> str:
    branch = told.branch
    term = f" Nhiệm kỳ {branch.term}." if branch.term else ""
    return (
        f"{branch.name}, trực thuộc {branch.parent}.{term} Đến {long_date(told.on)} có "
        f"{number(told.members)} hội viên, {number(told.units)} chi hội. Danh mục đầy đủ sổ sách, "
        "hồ sơ ở tệp 2; biên bản để ký ở tệp 3."
    )


def _officers(told: Booklet) -> PaperTable:
    rows: list[Row] = [(place, *one) for place, one in enumerate(told.officers, 1)]
    return _table(_OFFICERS, rows, "Chưa ghi chức vụ nào trong sổ.")


def _funds(told: Booklet) -> PaperTable:
    rows: list[Row] = [(place, *_fund(one)) for place, one in enumerate(told.handed.funds, 1)]
    cash, bank, lent, _whole = told.handed.sums
    totals = (("", "Tổng cộng", "", cash, bank, lent),) if rows else ()
    return PaperTable(
        columns=_FUNDS, rows=rows, totals=totals, note="" if rows else "Chưa có quỹ nào."
    )


def _fund(one: HandedFund) -> Row:
    return one.name, one.level, one.cash_dong, one.bank_dong, one.lent_dong


def _tasks(told: Booklet, *, grouped: bool = False) -> PaperTable:
    """What is handed out; grouped, the same item of many units is one row."""
    tasks = _by_item(told.tasks) if grouped else told.tasks
    rows: list[Row] = [
        (place, one.what, one.who, one.ends_on, one.reached) for place, one in enumerate(tasks, 1)
    ]
    title = f"1. Nhiệm vụ năm {told.on.year} đã giao, chưa xong"
    return _table(_TASKS, rows, "Không còn nhiệm vụ nào chưa xong.", title)


def _by_item(tasks: Sequence[OpenTask]) -> list[OpenTask]:
    """One line for each item and last day; of more than a few units only how many they are."""
    groups: dict[tuple[str, date], list[OpenTask]] = {}
    for one in tasks:
        groups.setdefault((one.what, one.ends_on), []).append(one)
    return [
        group[0]
        if len(group) == 1
        else OpenTask(what=what, who=_told_together(group), ends_on=ends_on, reached="xem tệp 4")
        for (what, ends_on), group in groups.items()
    ]


def _told_together(group: Sequence[OpenTask]) -> str:
    if len(group) > _NAMED:
        return f"{len(group)} nơi nhận"
    return ", ".join(one.who for one in group)


def _loans(told: Booklet) -> PaperTable:
    rows: list[Row] = [
        (place, one.borrower, one.unit_name, one.outstanding_dong, one.due_on, one.says)
        for place, one in enumerate(told.loans, 1)
    ]
    return _table(_LOANS, rows, "Không có khoản vay nào còn nợ.", "2. Khoản vay còn phải thu")


def _houses(told: Booklet) -> PaperTable:
    rows: list[Row] = [
        (place, one.owner, one.unit_name, one.note) for place, one in enumerate(told.houses, 1)
    ]
    return _table(_HOUSES, rows, "Không có nhà nào đang làm.", "3. Nhà đang làm, chưa bàn giao")


def _cared_for(told: Booklet) -> PaperTable:
    rows: list[Row] = [
        (place, one.name, one.unit_name, one.why, one.visited_on)
        for place, one in enumerate(told.cared_for, 1)
    ]
    title = "Người ốm đau, hộ khó khăn, đến tuổi mừng thọ trong 30 ngày tới"
    return _table(_CARE, rows, "Trong sổ không có ai đang cần thăm.", title)


def _reports(told: Booklet) -> PaperTable:
    rows: list[Row] = [
        (place, KIND_LABEL[one.report_kind], _due(one), one.recipient or told.branch.parent)
        for place, one in enumerate((one for one in told.duties if not one.retired), 1)
    ]
    return _table(_REPORTS, rows, "Chưa ghi lịch báo cáo.")


def _due(duty: ReportDuty) -> str:
    if not duty.month_offset:
        return f"ngày {duty.day} của tháng cuối kỳ"
    if duty.month_offset == 1:
        return f"ngày {duty.day} của tháng sau kỳ"
    return f"ngày {duty.day} của tháng thứ {duty.month_offset} sau kỳ"


def _users(told: Booklet) -> Iterator[Block]:
    rows: list[Row] = [(place, *one) for place, one in enumerate(told.users, 1)]
    if rows:
        yield PaperTable(columns=_USERS, rows=rows)
    else:
        yield Paragraph(
            "Sổ chưa đặt người dùng: ai mở được máy thì mở được sổ và làm được mọi việc."
        )


def _table(columns: tuple[Column, ...], rows: list[Row], empty: str, title: str = "") -> PaperTable:
    return PaperTable(columns=columns, rows=rows, title=title, note="" if rows else empty)


def _keeping(keeping: Keeping) -> Iterator[str]:
    made = keeping.last_backup_at
    last = f" Bản mới nhất lúc {made:%H:%M ngày %d/%m/%Y}." if made else " Chưa có bản nào."
    yield f"Sổ đang dùng nằm trong máy này, thư mục {keeping.place}."
    yield f"Bản sao lưu tự động nằm ở {keeping.backups}.{last}"
    second = keeping.second_place
    yield (
        f"Nơi sao lưu thứ hai: {second}."
        if second
        else "Chưa chọn nơi sao lưu thứ hai. Nên chọn một USB: Cài đặt → Sao lưu."
    )
    guarded = (
        "Bản sao được niêm phong bằng mật khẩu; người giao báo mật khẩu riêng cho người nhận."
        if keeping.with_password
        else "Bản sao không có mật khẩu riêng: ai có bộ này đều mở được, nên phải giữ kín."
    )
    yield f"Trong bộ bàn giao này có một bản sao toàn bộ sổ. {guarded}"
    yield (
        "Mở bản sao trên máy khác: cài chương trình, ở màn hình bắt đầu bấm Nhận bàn giao, chọn "
        "thư mục của bộ này, ghi mật khẩu nếu được hỏi. Chương trình kiểm tra từng tệp rồi mới "
        "mở sổ."
    )


def _sealed(keeping: Keeping) -> str:
    return (
        f"Nhật ký của chương trình đến việc số {keeping.action_id}, dấu niêm {keeping.seal}. Vào "
        "Cài đặt → Kiểm tra số liệu → Đối chiếu dấu niêm, gõ số và chữ này: khớp nghĩa là sổ "
        "nhận được đúng là sổ đã giao, không ai cắt bớt hay viết lại."
    )
