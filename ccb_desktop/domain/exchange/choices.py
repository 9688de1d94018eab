"""The labels of the workbook's choices, their codes, and how else officers write them."""

from collections.abc import Mapping

from ccb_desktop.domain.activities.labels import ACTIVITY_ROLE
from ccb_desktop.domain.code_lists import code_list
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT, RATING
from ccb_desktop.domain.funds.labels import DONOR_KIND, FUND_PURPOSE, MONEY_PLACE
from ccb_desktop.domain.labels import EVENT_KIND, POST_SCOPE, SEX, STATUS, UNIT_KIND
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import PostScope, UnitKind
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.visits.labels import HOUSING_KIND, PAID_BY, RECIPIENT_KIND

CodeLists = Mapping[str, Mapping[str, str]]
"""Name of a code list → code → label, as the branch has edited them."""

CODE_LIST_CHOICES = ("PERIOD", "POLICY", "POVERTY", "HOUSE", "OCCASION", "ACTIVITY_KIND")

_STATUS_ON_ROLL = (Status.ACTIVE, Status.EXEMPT, Status.SUSPENDED)

_FIXED: dict[str, dict[str, str]] = {
    "SEX": dict(SEX.items()),
    "UNIT_KIND": {kind: UNIT_KIND[kind] for kind in UnitKind if kind is not UnitKind.BRANCH},
    "EVENT_KIND": dict(EVENT_KIND.items()),
    "POST_SCOPE": dict(POST_SCOPE.items()),
    "STATUS": {status: STATUS[status] for status in _STATUS_ON_ROLL},
    "FUND_PURPOSE": {code.value: label for code, label in FUND_PURPOSE.items()},
    "VOUCHER_KIND": {"RECEIPT": "Thu", "PAYMENT": "Chi"},
    "MONEY_PLACE": {code.value: label for code, label in MONEY_PLACE.items()},
    "DONOR_KIND": {code.value: label for code, label in DONOR_KIND.items()},
    "RECIPIENT_KIND": {code.value: label for code, label in RECIPIENT_KIND.items()},
    "PAID_BY": {code.value: label for code, label in PAID_BY.items()},
    "HOUSING_KIND": {code.value: label for code, label in HOUSING_KIND.items()},
    "ROLE": {code.value: label for code, label in ACTIVITY_ROLE.items()},
    "UNIT_RATING": {code.value: label for code, label in RATING.items()},
    "AWARD_RECIPIENT": {code.value: label for code, label in AWARD_RECIPIENT.items()},
}

# What else is written for a code; compared as `fold` leaves it.
_ALSO: dict[str, dict[str, str]] = {
    "SEX": {
        Sex.MALE: "m | male | ông | trai | đàn ông",
        Sex.FEMALE: "f | female | bà | gái | phụ nữ",
    },
    "UNIT_KIND": {
        UnitKind.CHI_HOI: "ch | chi hội ccb",
        UnitKind.PHAN_HOI: "ph | phân hội ccb",
        UnitKind.CLUB: "clb | câu lạc bộ | clb cựu quân nhân | câu lạc bộ cựu quân nhân",
    },
    "EVENT_KIND": {
        EventKind.ADMITTED: "kết nạp mới | kết nạp hội viên | kết nạp hội viên mới | vào hội",
        EventKind.READMITTED: "tái kết nạp",
        EventKind.TRANSFERRED_IN: "chuyển về | nơi khác chuyển đến | chuyển sinh hoạt đến",
        EventKind.TRANSFERRED_OUT: "chuyển đi nơi khác | chuyển sinh hoạt đi | chuyển sinh hoạt",
        EventKind.MOVED_UNIT: "chuyển chi hội khác | chuyển nội bộ",
        EventKind.EXEMPTED: "miễn sinh hoạt hội | được miễn sinh hoạt | miễn sh",
        EventKind.RESUMED: "trở lại sinh hoạt | hết miễn sinh hoạt",
        EventKind.SUSPENDED: "đình chỉ sinh hoạt",
        EventKind.STRUCK_OFF: "xóa tên khỏi danh sách | xóa tên hội viên",
        EventKind.RESIGNED: "ra khỏi hội | xin ra hội | xin thôi | ra hội",
        EventKind.EXPELLED: "khai trừ khỏi hội",
        EventKind.DECEASED: "chết | mất | qua đời | đã mất | tử vong | hy sinh | đã từ trần",
    },
    "POST_SCOPE": {
        PostScope.HOI: "hội ccb | ccb | hội cựu chiến binh",
        PostScope.PARTY: "đảng ủy | chi bộ | cấp ủy",
        PostScope.GOVERNMENT: "hđnd | ubnd | nhà nước",
        PostScope.FRONT: "mặt trận | mặt trận tổ quốc | ubmttq",
        PostScope.MASS_ORG: "các đoàn thể | đoàn thể khác",
        PostScope.STREET_GROUP: "tdp | thôn | khu phố | ấp | xóm | tổ",
    },
    "STATUS": {
        Status.ACTIVE: "sinh hoạt | đang sinh hoạt hội | bình thường | có | đang sh",
        Status.EXEMPT: "miễn | miễn sh | được miễn sinh hoạt",
        Status.SUSPENDED: "đình chỉ sinh hoạt",
    },
    "PERIOD": {
        "ANTI_FRENCH": "kháng chiến chống pháp | pháp | kccp | kc chống pháp | cp",
        "ANTI_AMERICAN": "kháng chiến chống mỹ | mỹ | kccm | kc chống mỹ | chống mỹ cứu nước"
        " | kháng chiến chống mỹ cứu nước | cm",
        "SOUTHWEST_BORDER": "bảo vệ biên giới tây nam | bgtn | tây nam | chiến tranh biên giới"
        " tây nam | chiến tranh bảo vệ biên giới tây nam",
        "NORTHERN_BORDER": "bảo vệ biên giới phía bắc | bgpb | phía bắc | chiến tranh biên giới"
        " phía bắc | chiến tranh bảo vệ biên giới phía bắc",
        "CAMBODIA": "campuchia | căm pu chia | cam pu chia | nhiệm vụ quốc tế campuchia | k"
        " | làm nhiệm vụ quốc tế ở campuchia | quốc tế campuchia | nvqt campuchia",
        "LAOS": "lào | nhiệm vụ quốc tế lào | làm nhiệm vụ quốc tế ở lào | quốc tế lào | nvqt lào",
        "PEACETIME": "xây dựng bảo vệ tổ quốc | bảo vệ tổ quốc | bvtq | xdbvtq | hòa bình"
        " | xây dựng và bvtq | thời bình | xd và bvtq",
    },
    "POLICY": {
        "THUONG_BINH": "tb | thương binh loại a | thương binh loại b | cctb",
        "BENH_BINH": "bb",
        "CHAT_DOC_DA_CAM": "chất độc da cam | nhiễm chất độc da cam | cđdc | da cam | chất độc"
        " hóa học | cđhh | nạn nhân chất độc da cam | người nhiễm chất độc hóa học | nhiễm cđdc"
        " | nhiễm cđhh | nạn nhân da cam",
        "THAN_NHAN_LIET_SI": "tnls | gia đình liệt sĩ | gđls | con liệt sĩ | thân nhân ls"
        " | vợ liệt sĩ | con ls | gia đình liệt sỹ | thân nhân liệt sỹ | con liệt sỹ"
        " | thân nhân gia đình liệt sĩ",
        "NGUOI_CO_CONG": "ncc | người có công với cách mạng | người có công cách mạng"
        " | có công cách mạng",
        "TU_DAY": "bị địch bắt tù đày | người bị địch bắt tù đày | bị tù đày | tù binh",
        "CUU_TNXP": "tnxp | thanh niên xung phong | cựu tnxp",
        "QD_290_2005": "290 | qđ 290 | quyết định 290 | 290/2005 | qđ 290/2005 | 290/2005/qđ-ttg",
        "QD_142_2008": "142 | qđ 142 | quyết định 142 | 142/2008 | qđ 142/2008 | 142/2008/qđ-ttg",
        "QD_62_2011": "62 | qđ 62 | quyết định 62 | 62/2011 | qđ 62/2011 | 62/2011/qđ-ttg",
        "QD_49_2015": "49 | qđ 49 | quyết định 49 | 49/2015 | qđ 49/2015 | 49/2015/qđ-ttg",
    },
    "POVERTY": {
        "POOR": "nghèo",
        "NEAR_POOR": "hộ cận nghèo",
        "AVERAGE": "tb | đủ ăn | hộ trung bình",
        "FAIRLY_WELL_OFF": "khá giả | hộ khá",
        "WELL_OFF": "hộ giàu",
    },
    "HOUSE": {
        "DILAPIDATED": "nhà tạm | tạm | dột nát | nhà dột nát | nhà tạm dột nát | tạm bợ"
        " | nhà tạm bợ",
        "SEMI_SOLID": "nhà bán kiên cố | cấp 4 | nhà cấp 4",
        "SOLID": "nhà kiên cố | mái bằng | nhà tầng",
    },
    "OCCASION": {
        "SICK": "thăm ốm | thăm hội viên ốm",
        "HOLIDAY": "tết | lễ tết | tết nguyên đán",
        "FUNERAL": "viếng | từ trần | tang lễ | phúng điếu",
        "LONGEVITY": "chúc thọ | mừng thọ chúc thọ",
        "ARMY_DAY": "ngày 22/12",
        "HOI_DAY": "ngày 6/12 | 06/12",
        "WAR_INVALIDS_DAY": "ngày 27/7 | 27/07 | thương binh liệt sĩ",
        "REUNION": "gặp mặt truyền thống",
        "ENLISTMENT": "thanh niên nhập ngũ | tiễn tân binh | nhập ngũ",
    },
    "ACTIVITY_KIND": {
        "BOARD_MEETING": "họp bch | họp btv | họp ban chấp hành | họp ban thường vụ",
        "NEWS_SESSION": "thời sự | nghe thời sự",
        "COMMUNITY_WORK": "vệ sinh môi trường | vệ sinh",
        "SECURITY": "an ninh",
        "CULTURE_SPORT": "văn nghệ thể thao | văn nghệ",
        "CONFERENCE": "hội nghị | đại hội",
    },
    "ROLE": {"TAKING_PART": "tham gia"},
    "MONEY_PLACE": {"CASH": "tm", "BANK": "ck | ngân hàng"},
    "UNIT_RATING": {
        "EXCELLENT": "xuất sắc | hoàn thành xuất sắc nhiệm vụ | htxs | htxsnv",
        "GOOD": "tốt | hoàn thành tốt nhiệm vụ | htt | httnv",
        "DONE": "hoàn thành nhiệm vụ | ht | htnv",
        "NOT_DONE": "không hoàn thành nhiệm vụ | kht | khtnv",
    },
}


def labels_of_choices(choices: str, code_lists: CodeLists | None = None) -> Mapping[str, str]:
    """Code → label of one list of choices, in the order in which they are offered.

    Args:
        choices: Name of the list, as a field says; empty for none.
        code_lists: The branch's own code lists; those not in it are as first delivered.
    """
    if choices in _FIXED:
        return _FIXED[choices]
    if choices in (code_lists or {}):
        return (code_lists or {})[choices]
    return dict(code_list(choices).start) if choices in CODE_LIST_CHOICES else {}


def codes_by_wording(choices: str, code_lists: CodeLists | None = None) -> dict[str, str]:
    """Every wording of a list of choices, folded → its code.

    Labels come before other wordings, so a label that the officer has chosen for one code
    is never taken for another.
    """
    labels = labels_of_choices(choices, code_lists)
    wordings = {fold(label): code for code, label in labels.items()}
    for code in labels:
        wordings.setdefault(fold(code), code)
    for code, others in _ALSO.get(choices, {}).items():
        for wording in others.split("|"):
            if code in labels:
                wordings.setdefault(fold(wording), code)
    return wordings
