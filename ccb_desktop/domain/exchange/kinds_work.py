"""The sheets of welfare, tasks, activities and emulation."""

from ccb_desktop.domain.exchange.fields import FieldType as T
from ccb_desktop.domain.exchange.fields import SheetKind, column

VISITS = SheetKind(
    "visits",
    "Thăm hỏi",
    (
        column("visited_on", T.DATE, header="Ngày", required=True),
        column("occasion", T.CHOICE, header="Dịp", required=True, choices="OCCASION"),
        column(
            "recipient_kind",
            T.CHOICE,
            header="Loại đối tượng",
            required=True,
            choices="RECIPIENT_KIND",
        ),
        column("full_name", T.NAME, "họ tên", required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("card_no", T.CODE),
        column("unit", T.UNIT, "chi hội ccb"),
        column("paid_by", T.CHOICE, header="Cấp chi", required=True, choices="PAID_BY"),
        column("amount_dong", T.AMOUNT, header="Số tiền"),
        column("goods", T.TEXT, header="Hiện vật"),
        column("goods_value_dong", T.AMOUNT, header="Giá trị hiện vật"),
        column("fund", T.TEXT, header="Quỹ"),
        column("theme", T.TEXT, header="Chủ đề"),
        column("note"),
    ),
)

HOUSING = SheetKind(
    "housing",
    "Hỗ trợ nhà ở",
    (
        column("household_head", T.NAME, required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("unit", T.UNIT, "chi hội ccb"),
        column("kind", T.CHOICE, choices="HOUSING_KIND"),
        column("started_on", T.DATE, header="Ngày khởi công"),
        column("handed_over_on", T.DATE, header="Ngày bàn giao"),
        column("branch_amount_dong", T.AMOUNT, header="Hội chi"),
        column("other_amount_dong", T.AMOUNT, header="Nguồn khác"),
        column("note"),
    ),
)

TASKS = SheetKind(
    "tasks",
    "Nhiệm vụ",
    (
        column("year", T.YEAR, header="Năm", required=True),
        column("key_task", T.TEXT, header="Nhiệm vụ trọng tâm", required=True),
        column("item", T.TEXT, "nội dung công việc", header="Việc", required=True),
        column("unit", T.UNIT, header="Đơn vị thực hiện", required=True),
        column("responsible", T.TEXT, header="Người phụ trách"),
        column("place", T.TEXT, header="Địa điểm"),
        column("target", T.NUMBER, header="Chỉ tiêu"),
        column("measure", T.TEXT, header="Đơn vị tính"),
        column("period", T.TEXT, header="Kỳ"),
        column("due_on", T.DATE, header="Hạn"),
        column("result", T.NUMBER, header="Kết quả"),
        column("done_on", T.DATE, header="Ngày hoàn thành"),
        column("note"),
    ),
)

ACTIVITIES = SheetKind(
    "activities",
    "Hoạt động",
    (
        column("held_on", T.DATE, header="Ngày", required=True),
        column("kind", T.CHOICE, required=True, choices="ACTIVITY_KIND"),
        column("name", T.TEXT, header="Tên hoạt động", required=True),
        column("unit", T.UNIT, header="Đơn vị"),
        column("role", T.CHOICE, header="Vai trò", choices="ROLE"),
        column("sessions", T.NUMBER, header="Số buổi"),
        column("members_present", T.NUMBER, header="Lượt hội viên"),
        column("youth_present", T.NUMBER, header="Lượt thanh niên - học sinh"),
        column("people_present", T.NUMBER, header="Lượt nhân dân"),
        column("opinions", T.NUMBER, header="Số ý kiến"),
        column("quantity", T.NUMBER, header="Số lượng"),
        column("measure", T.TEXT, header="Đơn vị tính"),
        column("cost_dong", T.AMOUNT, header="Kinh phí"),
        column("result", T.TEXT, header="Kết quả"),
    ),
)

MEMBER_RESULTS = SheetKind(
    "member_results",
    "Bình xét",
    (
        column("year", T.YEAR, header="Năm", required=True),
        column("full_name", T.NAME, "họ tên", required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("card_no", T.CODE),
        column("unit", T.UNIT, "chi hội ccb"),
        column("result", T.TEXT, "kết quả bình xét", header="Kết quả", required=True),
    ),
)

UNIT_RATINGS = SheetKind(
    "unit_ratings",
    "Xếp loại đơn vị",
    (
        column("year", T.YEAR, header="Năm", required=True),
        column("unit", T.UNIT, "chi hội", header="Đơn vị", required=True),
        column("rating", T.CHOICE, header="Xếp loại", required=True, choices="UNIT_RATING"),
    ),
)

AWARDS = SheetKind(
    "awards",
    "Khen thưởng",
    (
        column("awarded_on", T.DATE, header="Ngày", required=True),
        column(
            "recipient_kind",
            T.CHOICE,
            header="Đối tượng",
            required=True,
            choices="AWARD_RECIPIENT",
        ),
        column("recipient", T.TEXT, "họ và tên", header="Tên", required=True),
        column("born_on", T.BIRTH_DATE, "năm sinh"),
        column("card_no", T.CODE),
        column("form", T.TEXT, "hình thức khen thưởng", header="Hình thức", required=True),
        column("giver", T.TEXT, "cấp khen thưởng", header="Cấp khen", required=True),
        column("decision_no", T.TEXT, "số qđ"),
        column("content", T.TEXT, "nội dung khen thưởng", header="Nội dung"),
    ),
)
