"""The sheets of units, people and their memberships, with the usual wordings of headers."""

from ccb_desktop.domain.exchange.fields import FieldType as T
from ccb_desktop.domain.exchange.fields import SheetKind, column

_NAME = (
    "họ tên | họ và tên hội viên | họ tên hội viên | họ và tên ccb | họ và tên cựu chiến binh"
    " | tên hội viên | họ và tên khai sinh | họ và tên đồng chí | họ và tên đ/c | hội viên"
    " | họ tên hv | tên"
)
_FAMILY_NAME = "họ đệm | họ | họ lót | họ chữ đệm | họ và tên đệm | họ và đệm"
_BIRTH = "năm sinh | ngày tháng năm sinh | sinh năm | sinh ngày | ngày sinh dương lịch | ntns | ns"
_CITIZEN_ID = (
    "số cccd | căn cước công dân | số căn cước công dân | số căn cước | căn cước | thẻ căn cước"
    " | số thẻ căn cước | số định danh cá nhân | mã định danh | số định danh | cccd/cmnd"
    " | cmnd/cccd | số cmnd hoặc cccd | cmt/cccd | cccd/cmt | cmnd | cmt | cmtnd | cmnd/cc | cc"
    " | chứng minh nhân dân | chứng minh thư | số chứng minh thư"
)
_PHONE = (
    "số điện thoại | đt | sđt | điện thoại di động | đtdđ | di động | điện thoại liên hệ"
    " | số điện thoại liên hệ | sđt liên hệ | số đt liên lạc | điện thoại liên lạc | tel | phone"
)
_ADDRESS = (
    "nơi ở hiện nay | chỗ ở hiện nay | chỗ ở | nơi ở hiện tại | chỗ ở hiện tại | địa chỉ hiện nay"
    " | địa chỉ | địa chỉ nhà | nơi cư trú | địa chỉ cư trú | trú quán | nơi thường trú"
    " | địa chỉ thường trú | hộ khẩu thường trú | hktt | nơi đăng ký hộ khẩu thường trú"
    " | nơi đăng ký thường trú | nơi đkhktt | thường trú | hộ khẩu | nơi ở địa chỉ"
)
_CARD = (
    "số thẻ hội viên | số thẻ hội | thẻ hội viên | số thẻ ccb | mã thẻ | mã hội viên"
    " | số hiệu thẻ | số thẻ hv | mã hv | mã số hội viên"
)
_UNIT = (
    "chi hội ccb | tên chi hội | thuộc chi hội | chi hội cựu chiến binh | chi hội sinh hoạt"
    " | sinh hoạt tại chi hội | sinh hoạt chi hội | chi hội số | ch | nơi sinh hoạt"
)
_NOTE = "gc | chú thích | ghi chú khác"

UNITS = SheetKind(
    "units",
    "Đơn vị",
    (
        column("code", T.CODE, "mã đơn vị | mã chi hội | ký hiệu", required=True),
        column("name", T.TEXT, "tên chi hội | đơn vị | tên", required=True),
        column("kind", T.CHOICE, "loại đơn vị", required=True, choices="UNIT_KIND"),
        column("parent", T.UNIT, "trực thuộc | thuộc đơn vị | đơn vị cấp trên"),
        column("founded_on", T.PARTIAL_DATE, "thành lập | năm thành lập"),
        column("former_ward", T.TEXT, "phường xã trước sáp nhập | phường cũ | xã cũ"),
        column("contact_name", T.NAME, "chi hội trưởng | phụ trách | họ tên chi hội trưởng"),
        column("contact_phone", T.PHONE, _PHONE),
        column("ended_on", T.PARTIAL_DATE, "ngày giải thể | ngày sáp nhập | kết thúc"),
    ),
)

MEMBERS = SheetKind(
    "members",
    "Hội viên",
    (
        column("card_no", T.CODE, _CARD),
        column("full_name", T.NAME, _NAME, required=True),
        column("born_on", T.BIRTH_DATE, _BIRTH, required=True),
        column("sex", T.CHOICE, "giới | nam nữ | phái | gt", choices="SEX"),
        column("ethnicity", T.TEXT, "thành phần dân tộc"),
        column("religion", T.TEXT, "tg"),
        column("citizen_id", T.CITIZEN_ID, _CITIZEN_ID),
        column("phone", T.PHONE, _PHONE),
        column("home_town", T.TEXT, "quê | nguyên quán | quê gốc | qq | sinh quán"),
        column("address", T.TEXT, _ADDRESS),
        column(
            "street_group",
            T.TEXT,
            "tổ | tdp | khu phố | thôn | ấp | xóm | khóm | bản | buôn | tổ dân phố/thôn"
            " | thôn/tổ dân phố | thôn xóm | khu dân cư | tổ dân cư | tổ nhân dân | kp | tổ dp"
            " | tổ dân phố thôn ấp khu phố | khu phố ấp | thôn tổ",
        ),
        column("unit", T.UNIT, _UNIT, required=True),
        column("sub_unit", T.UNIT, "tên phân hội | thuộc phân hội | ph"),
        column(
            "joined_on",
            T.PARTIAL_DATE,
            "năm vào hội | vào hội | ngày kết nạp | kết nạp | năm kết nạp hội | ngày vào hội ccb"
            " | vào hội ccb | ngày tham gia hội | ngày gia nhập hội | ngày kết nạp vào hội"
            " | vào hội năm | ngày kết nạp hội ccb | tham gia hội | gia nhập hội",
        ),
        column("admission_category", T.CATEGORY, "đối tượng | diện kết nạp | đtkn"),
        column(
            "hoi_post",
            T.TEXT,
            "chức vụ trong hội | chức vụ hội ccb | chức vụ ccb | chức danh hội | chức danh"
            " | chức vụ hiện nay | chức vụ",
        ),
        column(
            "enlisted_on",
            T.PARTIAL_DATE,
            "ngày nhập ngũ | năm nhập ngũ | nn | thời gian nhập ngũ | nhập ngũ năm | ngày nn"
            " | ngày vào quân đội | vào quân đội | vào bộ đội",
        ),
        column(
            "discharged_on",
            T.PARTIAL_DATE,
            "ngày xuất ngũ | năm xuất ngũ | xn | thời gian xuất ngũ | xuất ngũ năm | ngày xn"
            " | phục viên | xuất ngũ phục viên | phục viên xuất ngũ | ngày ra quân | ra quân"
            " | xuất ngũ chuyển ngành | xuất ngũ nghỉ hưu | nghỉ hưu xuất ngũ",
        ),
        column(
            "rank",
            T.TEXT,
            "cấp bậc khi xuất ngũ | quân hàm | cấp bậc quân hàm | cấp bậc quân đội"
            " | cấp bậc trước khi xuất ngũ | cấp bậc cao nhất | cấp hàm | cb",
        ),
        column(
            "military_post",
            T.TEXT,
            "chức vụ trong quân đội | chức vụ khi xuất ngũ | chức vụ trước khi xuất ngũ"
            " | chức vụ qđ | chức vụ cao nhất | chức vụ trong qđ | chức vụ",
        ),
        column(
            "military_unit",
            T.TEXT,
            "đơn vị trước khi xuất ngũ | đơn vị khi xuất ngũ | đơn vị trong quân đội"
            " | đơn vị chiến đấu | đơn vị cũ | phiên hiệu đơn vị | đơn vị qđ | đơn vị",
        ),
        column(
            "periods",
            T.CODES,
            "thời kỳ tham gia | thời kỳ tham gia quân đội | thời kỳ phục vụ | thời kỳ chiến đấu"
            " | thời kỳ kháng chiến | tham gia kháng chiến | thời kỳ tham gia kháng chiến"
            " | giai đoạn",
            choices="PERIOD",
        ),
        column(
            "theatres",
            T.TEXT,
            "chiến trường tham gia | nơi chiến đấu | địa bàn chiến đấu | các chiến trường",
        ),
        column(
            "party_joined_on",
            T.PARTIAL_DATE,
            "vào đảng | năm vào đảng | ngày kết nạp đảng | kết nạp đảng | ngày vào đcsvn"
            " | ngày vào đảng csvn | ngày dự bị | vào đảng năm | ngày vào đảng dự bị"
            " | đảng ngày vào | đảng vào",
        ),
        column(
            "party_official_on",
            T.PARTIAL_DATE,
            "chính thức | ngày vào đảng chính thức | ngày chính thức vào đảng"
            " | ngày công nhận chính thức | ngày đảng chính thức | vào đảng chính thức",
        ),
        column("party_badge", T.BADGE, "huy hiệu | hhđ | huy hiệu đảng năm"),
        column(
            "education",
            T.TEXT,
            "học vấn | trình độ văn hóa | văn hóa | trình độ | tđhv | tđvh"
            " | trình độ giáo dục phổ thông | trình độ phổ thông",
        ),
        column(
            "qualification",
            T.TEXT,
            "trình độ chuyên môn | chuyên môn nghiệp vụ | trình độ chuyên môn nghiệp vụ"
            " | trình độ cm | cmnv | chuyên môn kỹ thuật | trình độ chuyên môn kỹ thuật",
        ),
        column(
            "political_theory",
            T.TEXT,
            "trình độ lý luận chính trị | llct | trình độ llct | lý luận | trình độ chính trị"
            " | trình độ lý luận",
        ),
        column(
            "policies",
            T.CODES,
            "đối tượng chính sách | chính sách | chế độ chính sách | diện chính sách được hưởng"
            " | chế độ được hưởng | gia đình chính sách | chế độ",
            choices="POLICY",
        ),
        column(
            "policy_rate",
            T.PERCENT,
            "tỷ lệ thương tật | tỉ lệ thương tật | thương tật | tỷ lệ mất sức | tỷ lệ mslđ"
            " | tỷ lệ tổn thương | tỷ lệ % | tltt | mất sức lao động | tỷ lệ mất sức lao động",
        ),
        column(
            "insurance_no",
            T.CODE,
            "số thẻ bhyt | bhyt | thẻ bhyt | số bhyt | bảo hiểm y tế | số thẻ bảo hiểm y tế"
            " | mã bhyt | thẻ bảo hiểm y tế | mã số bhyt",
        ),
        column(
            "medal_year",
            T.YEAR,
            "kỷ niệm chương | knc | năm knc | năm tặng kỷ niệm chương | năm nhận knc"
            " | kỷ niệm chương ccb | năm được tặng kỷ niệm chương | kỷ niệm chương ccbvn",
        ),
        column(
            "commendations",
            T.TEXT,
            "huân huy chương | huân chương huy chương | khen thưởng huân huy chương"
            " | các hình thức khen thưởng | hình thức khen thưởng | thành tích khen thưởng",
        ),
        column("household_head", T.NAME, "tên chủ hộ | họ tên chủ hộ | họ và tên chủ hộ"),
        column(
            "poverty",
            T.CHOICE,
            "mức sống gia đình | hoàn cảnh kinh tế | kinh tế gia đình | hoàn cảnh gia đình"
            " | kinh tế | kinh tế hộ | loại hộ | phân loại hộ | đời sống | đời sống kinh tế",
            choices="POVERTY",
        ),
        column(
            "house_state",
            T.CHOICE,
            "tình trạng nhà ở | loại nhà | nhà | tình trạng nhà | hiện trạng nhà ở | nhà cửa",
            choices="HOUSE",
        ),
        column("cultural_family", T.YES_NO, "gđvh | đạt gia đình văn hóa | danh hiệu gđvh"),
        column(
            "status",
            T.CHOICE,
            "tình trạng | tình trạng sinh hoạt | trạng thái sinh hoạt | tình trạng hội viên",
            choices="STATUS",
        ),
        column("note", T.TEXT, _NOTE),
        column("other_name", T.TEXT, "tên thường gọi | bí danh | tên gọi khác", written=False),
        column("occupation", T.TEXT, "nghề nghiệp hiện nay | nghề", written=False),
        column("party_cell", T.TEXT, "chi bộ sinh hoạt | sinh hoạt chi bộ", written=False),
        column(
            "citizen_id_issued_on",
            T.PARTIAL_DATE,
            "ngày cấp | ngày cấp cmnd | ngày cấp cmnd/cccd | ngày cấp căn cước",
            written=False,
        ),
        column(
            "policy_grade",
            T.TEXT,
            "hạng thương tật | loại thương binh",
            header="Hạng thương binh",
            written=False,
        ),
        column("family_name", T.NAME_PART, _FAMILY_NAME, header="Họ và chữ đệm", written=False),
        column("given_name", T.NAME_PART, header="Tên đứng ở cột riêng", written=False),
        column("male", T.SEX_COLUMN, header="Nam", written=False),
        column("female", T.SEX_COLUMN, header="Nữ", written=False),
    ),
    roster=True,
)

CLUB_MEMBERS = SheetKind(
    "club_members",
    "Thành viên CLB",
    (
        column("full_name", T.NAME, f"họ và tên thành viên | {_NAME}", required=True),
        column("born_on", T.BIRTH_DATE, _BIRTH, required=True),
        column("club", T.UNIT, "câu lạc bộ | tên clb | clb cqn | thuộc clb", required=True),
        column("club_joined_on", T.PARTIAL_DATE, "ngày tham gia clb | vào clb | ngày tham gia"),
        column("citizen_id", T.CITIZEN_ID, _CITIZEN_ID),
        column("phone", T.PHONE, _PHONE),
        column("address", T.TEXT, _ADDRESS),
        column("note", T.TEXT, _NOTE),
    ),
    roster=True,
)

EVENTS = SheetKind(
    "events",
    "Biến động",
    (
        column(
            "happened_on",
            T.PARTIAL_DATE,
            "ngày biến động | thời gian | ngày tháng năm | ngày tháng",
            required=True,
        ),
        column("full_name", T.NAME, _NAME, required=True),
        column("born_on", T.BIRTH_DATE, _BIRTH),
        column("card_no", T.CODE, _CARD),
        column("citizen_id", T.CITIZEN_ID, _CITIZEN_ID),
        column("unit", T.UNIT, _UNIT),
        column(
            "event_kind",
            T.CHOICE,
            "biến động | nội dung biến động | hình thức biến động",
            required=True,
            choices="EVENT_KIND",
        ),
        column("decision_no", T.TEXT, "số qđ | quyết định số | quyết định"),
        column("decision_on", T.PARTIAL_DATE, "ngày qđ | ngày ra quyết định"),
        column("elsewhere", T.TEXT, "nơi đi | nơi đến | nơi chuyển đi/đến | nơi chuyển"),
        column("until_on", T.PARTIAL_DATE, "đến hết ngày | hết hạn"),
        column("reason", T.TEXT, "nguyên nhân"),
        column("note", T.TEXT, _NOTE),
    ),
)

POSTS = SheetKind(
    "posts",
    "Chức danh",
    (
        column("full_name", T.NAME, _NAME, required=True),
        column("born_on", T.BIRTH_DATE, _BIRTH),
        column("card_no", T.CODE, _CARD),
        column("citizen_id", T.CITIZEN_ID, _CITIZEN_ID),
        column("unit", T.UNIT, _UNIT),
        column("title", T.TEXT, "chức vụ", required=True),
        column("scope", T.CHOICE, "phạm vi tổ chức", required=True, choices="POST_SCOPE"),
        column("organisation", T.TEXT, "tên tổ chức | cơ quan tổ chức"),
        column("from_on", T.PARTIAL_DATE, "giữ chức từ | từ | bắt đầu"),
        column("to_on", T.PARTIAL_DATE, "đến | kết thúc"),
    ),
)

MANUAL_FIGURES = SheetKind(
    "manual_figures",
    "Số liệu nhập tay",
    (
        column("indicator", T.CODE, "mã chỉ tiêu", required=True),
        column("from_on", T.DATE, required=True),
        column("to_on", T.DATE, required=True),
        column("value", T.FIGURE, "số liệu", required=True),
        column("source_note", T.TEXT, "nguồn số liệu"),
    ),
)
