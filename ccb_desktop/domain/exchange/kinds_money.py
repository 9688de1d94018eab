"""The sheets of funds, vouchers, dues, campaigns and loans."""

from ccb_desktop.domain.exchange.fields import FieldType as T
from ccb_desktop.domain.exchange.fields import SheetKind, column

FUNDS = SheetKind(
    "funds",
    "Quỹ",
    (
        column("fund", T.TEXT, header="Tên quỹ", required=True),
        column("level", T.UNIT, header="Cấp", required=True),
        column("purpose", T.CHOICE, header="Mục đích", required=True, choices="FUND_PURPOSE"),
        column("opened_on", T.DATE, header="Ngày mở", required=True),
        column("opening_cash_dong", T.AMOUNT, header="Tồn đầu tiền mặt"),
        column("opening_bank_dong", T.AMOUNT, header="Tồn đầu ngân hàng"),
    ),
)

VOUCHERS = SheetKind(
    "vouchers",
    "Thu chi",
    (
        column("issued_on", T.DATE, "ngày tháng | ngày chứng từ", header="Ngày", required=True),
        column("kind", T.CHOICE, "thu chi", required=True, choices="VOUCHER_KIND"),
        column("fund", T.TEXT, "tên quỹ", header="Quỹ", required=True),
        column("content", T.TEXT, "diễn giải", header="Nội dung", required=True),
        column("payer", T.TEXT, "người nộp | người nhận", header="Người nộp/nhận"),
        column("unit", T.UNIT, "chi hội ccb"),
        column("campaign", T.TEXT, header="Đợt vận động"),
        column("amount_dong", T.AMOUNT, header="Số tiền", required=True),
        column("money_place", T.CHOICE, header="Hình thức", choices="MONEY_PLACE"),
        column("old_number", T.CODE, "số phiếu | số chứng từ", header="Số phiếu cũ"),
        column("note"),
    ),
)

DUES = SheetKind(
    "dues",
    "Hội phí",
    (
        column("year", T.YEAR, header="Năm", required=True),
        column("full_name", T.NAME, "họ tên", required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("card_no", T.CODE),
        column("unit", T.UNIT, "chi hội ccb"),
        column("amount_dong", T.AMOUNT, header="Số tiền", required=True),
        column("paid_on", T.DATE, header="Ngày nộp", required=True),
        column("fund", T.TEXT, header="Quỹ"),
    ),
)

CONTRIBUTIONS = SheetKind(
    "contributions",
    "Vận động",
    (
        column("campaign", T.TEXT, header="Đợt vận động", required=True),
        column("given_on", T.DATE, header="Ngày", required=True),
        column("donor", T.TEXT, header="Người ủng hộ", required=True),
        column("donor_kind", T.CHOICE, header="Loại người ủng hộ", choices="DONOR_KIND"),
        column("unit", T.UNIT, "chi hội ccb"),
        column("amount_dong", T.AMOUNT, header="Số tiền"),
        column("goods", T.TEXT, header="Hiện vật"),
        column("goods_value_dong", T.AMOUNT, header="Giá trị hiện vật"),
        column("through_book", T.YES_NO, header="Qua sổ quỹ"),
        column("fund", T.TEXT, header="Quỹ"),
    ),
)

CAMPAIGN_TARGETS = SheetKind(
    "campaign_targets",
    "Chỉ tiêu vận động",
    (
        column("campaign", T.TEXT, header="Đợt vận động", required=True),
        column("unit", T.UNIT, "chi hội ccb", required=True),
        column("target_dong", T.AMOUNT, header="Chỉ tiêu", required=True),
    ),
)

LOANS = SheetKind(
    "loans",
    "Vay vốn",
    (
        column("loan_code", T.CODE, header="Mã vay", required=True),
        column("full_name", T.NAME, "họ và tên", header="Người vay", required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("unit", T.UNIT, "chi hội ccb"),
        column("fund", T.TEXT, header="Quỹ", required=True),
        column("principal_dong", T.AMOUNT, "tiền vay", header="Số tiền", required=True),
        column("rate_per_month", T.NUMBER, "lãi suất", header="Lãi suất (%/tháng)"),
        column("lent_on", T.DATE, header="Ngày vay", required=True),
        column("due_on", T.DATE, "ngày đến hạn", header="Hạn trả"),
        column("purpose", T.TEXT, header="Mục đích"),
    ),
)

REPAYMENTS = SheetKind(
    "repayments",
    "Trả vốn",
    (
        column("loan_code", T.CODE, header="Mã vay", required=True),
        column("paid_on", T.DATE, "ngày trả", header="Ngày", required=True),
        column("principal_dong", T.AMOUNT, "trả gốc", header="Gốc", required=True),
        column("interest_dong", T.AMOUNT, "trả lãi", header="Lãi"),
    ),
)

BANK_LOANS = SheetKind(
    "bank_loans",
    "Vốn NHCSXH",
    (
        column("counted_on", T.DATE, header="Ngày", required=True),
        column("group", T.TEXT, "tên tổ", header="Tổ TK&VV", required=True),
        column("households", T.NUMBER, header="Số hộ"),
        column("balance_dong", T.AMOUNT, header="Dư nợ"),
        column("overdue_dong", T.AMOUNT, header="Nợ quá hạn"),
    ),
)
