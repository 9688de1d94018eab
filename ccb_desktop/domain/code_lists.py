"""Code lists that the officer can edit, and the entries each begins with (`records.md`)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ccb_desktop.domain.activities.labels import ACTIVITY_KIND
from ccb_desktop.domain.emulation.labels import (
    AWARD_FORM,
    AWARD_GIVER,
    MEMBER_GRADE,
    UNIT_STRENGTH,
)
from ccb_desktop.domain.register.labels import DOCUMENT_KIND
from ccb_desktop.domain.visits.labels import DEATH_PAPERS, OCCASION


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One entry of a code list; a retired one stays on old records but is not offered.

    Attributes:
        built_in: Shipped with the program: rules and figures know it by its code, so it
            may be renamed or retired, never removed.
    """

    id: int | None = None
    list_name: str
    code: str
    label: str
    position: int = 0
    retired: bool = False
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list.

    Attributes:
        holds_codes: Records keep the code (labels follow a renaming); else they keep the
            text itself and the list only offers it.
    """

    name: str
    label: str
    holds_codes: bool
    start: tuple[tuple[str, str], ...]


def _texts(*labels: str) -> tuple[tuple[str, str], ...]:
    return tuple((label, label) for label in labels)


TAG = "TAG"
"""The list of the branch's own tags: people bear them, and nothing else does."""

OCCASION_LIST = "OCCASION"
"""The list of what visits are made for."""

DOCUMENT_KIND_LIST = "DOCUMENT_KIND"
"""The list of the kinds of documents; their codes are the signs in their numbers."""

ACTIVITY_KIND_LIST = "ACTIVITY_KIND"
"""The list of the kinds of activities."""

DEATH_PAPER = "DEATH_PAPER"
"""The list of the papers of which a request for *mai táng phí* may consist."""

CODE_LISTS: tuple[CodeList, ...] = (
    CodeList(
        "PERIOD",
        "Thời kỳ phục vụ",
        True,
        (
            ("ANTI_FRENCH", "Chống Pháp"),
            ("ANTI_AMERICAN", "Chống Mỹ"),
            ("SOUTHWEST_BORDER", "Biên giới Tây Nam"),
            ("NORTHERN_BORDER", "Biên giới phía Bắc"),
            ("CAMBODIA", "Làm nhiệm vụ quốc tế Campuchia"),
            ("LAOS", "Làm nhiệm vụ quốc tế Lào"),
            ("PEACETIME", "Xây dựng và bảo vệ Tổ quốc"),
        ),
    ),
    CodeList(
        "POLICY",
        "Diện chính sách",
        True,
        (
            ("THUONG_BINH", "Thương binh"),
            ("BENH_BINH", "Bệnh binh"),
            ("CHAT_DOC_DA_CAM", "Nhiễm chất độc hóa học"),
            ("THAN_NHAN_LIET_SI", "Thân nhân liệt sĩ"),
            ("NGUOI_CO_CONG", "Người có công"),
            ("TU_DAY", "Tù đày"),
            ("CUU_TNXP", "Cựu thanh niên xung phong"),
            ("QD_290_2005", "Quyết định 290/2005/QĐ-TTg"),
            ("QD_142_2008", "Quyết định 142/2008/QĐ-TTg"),
            ("QD_62_2011", "Quyết định 62/2011/QĐ-TTg"),
            ("QD_49_2015", "Quyết định 49/2015/QĐ-TTg"),
        ),
    ),
    CodeList(
        "POVERTY",
        "Mức sống",
        True,
        (
            ("POOR", "Hộ nghèo"),
            ("NEAR_POOR", "Cận nghèo"),
            ("AVERAGE", "Trung bình"),
            ("FAIRLY_WELL_OFF", "Khá"),
            ("WELL_OFF", "Giàu"),
        ),
    ),
    CodeList(
        "HOUSE",
        "Nhà ở",
        True,
        (("DILAPIDATED", "Tạm, dột nát"), ("SEMI_SOLID", "Bán kiên cố"), ("SOLID", "Kiên cố")),
    ),
    CodeList(
        "ADMISSION_CATEGORY",
        "Đối tượng kết nạp",
        True,
        (
            ("1", "1. Đơn vị vũ trang trước tháng 8/1945"),
            ("2", "2. Bộ đội trong kháng chiến, làm nhiệm vụ quốc tế"),
            ("3", "3. Dân quân, du kích đã tham gia chiến đấu"),
            ("4", "4. Công nhân viên quốc phòng phục vụ chiến đấu"),
            ("5", "5. Sĩ quan, quân nhân chuyên nghiệp hoàn thành nhiệm vụ"),
            ("6", "6. Hạ sĩ quan, chiến sĩ ở vùng núi, biên giới, hải đảo, người Chăm, Khơ Me"),
            ("7", "7. Nhập ngũ từ 30/4/1975 đến 31/8/1989, ở biên giới, hải đảo, gìn giữ hòa bình"),
            ("8", "8. Nhập ngũ sau 31/8/1989, là đảng viên hoặc được khen thưởng"),
            ("9", "9. Sĩ quan dự bị"),
        ),
    ),
    CodeList(
        "RANK",
        "Cấp bậc",
        False,
        _texts(
            *("Binh nhì", "Binh nhất", "Chiến sĩ", "Hạ sĩ", "Trung sĩ", "Thượng sĩ", "Chuẩn úy"),
            *("Thiếu úy", "Trung úy", "Thượng úy", "Đại úy", "Thiếu tá", "Trung tá"),
            *("Thượng tá", "Đại tá", "Thiếu tướng", "Trung tướng", "Thượng tướng", "Đại tướng"),
            *("Dân quân", "Thanh niên xung phong", "Công nhân viên quốc phòng"),
        ),
    ),
    CodeList(
        "POST_TITLE",
        "Chức danh",
        False,
        _texts(
            *("Chủ tịch", "Phó Chủ tịch", "Ủy viên BTV", "Ủy viên BCH", "Trưởng ban Kiểm tra"),
            *("Ủy viên BKT", "Chi hội trưởng", "Chi hội phó", "Phân hội trưởng"),
            *("Phân hội phó", "Chủ nhiệm CLB", "Phó Chủ nhiệm CLB", "Bí thư chi bộ"),
            *("Phó Bí thư chi bộ", "Tổ trưởng tổ dân phố", "Trưởng ban công tác Mặt trận"),
        ),
    ),
    CodeList(
        "ETHNICITY",
        "Dân tộc",
        False,
        _texts("Kinh", "Tày", "Thái", "Mường", "Khơ Me", "Hoa", "Nùng", "H'Mông", "Dao", "Chăm"),
    ),
    CodeList("RELIGION", "Tôn giáo", False, _texts("Không", "Phật giáo", "Công giáo", "Cao Đài")),
    CodeList("EDUCATION", "Trình độ học vấn", False, _texts("7/10", "9/12", "10/10", "12/12")),
    CodeList(
        "POLITICAL_THEORY",
        "Lý luận chính trị",
        False,
        _texts("Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân"),
    ),
    CodeList(
        "THEATRE",
        "Chiến trường",
        False,
        _texts("Chiến trường B", "Chiến trường C", "Chiến trường K", "Trường Sơn"),
    ),
    CodeList(TAG, "Nhãn", True, ()),
    CodeList(
        OCCASION_LIST,
        "Dịp thăm hỏi, tặng quà",
        True,
        tuple((code.value, label) for code, label in OCCASION.items()),
    ),
    CodeList(DEATH_PAPER, "Giấy tờ mai táng phí", True, tuple(DEATH_PAPERS.items())),
    CodeList(
        ACTIVITY_KIND_LIST,
        "Loại hoạt động",
        True,
        tuple((code.value, label) for code, label in ACTIVITY_KIND.items()),
    ),
    CodeList(
        "MEMBER_GRADE",
        "Kết quả bình xét hội viên",
        True,
        tuple((code.value, label) for code, label in MEMBER_GRADE.items()),
    ),
    CodeList("UNIT_STRENGTH", "Trong sạch, vững mạnh", True, tuple(UNIT_STRENGTH.items())),
    CodeList(DOCUMENT_KIND_LIST, "Loại văn bản", True, DOCUMENT_KIND),
    CodeList("AWARD_FORM", "Hình thức khen thưởng", False, _texts(*AWARD_FORM)),
    CodeList("AWARD_GIVER", "Cấp khen thưởng", False, _texts(*AWARD_GIVER)),
    CodeList(
        "VOUCHER_CATEGORY",
        "Khoản mục thu, chi",
        False,
        _texts(
            *("Hội phí", "Ủng hộ", "Hội viên đóng góp", "Kinh phí được cấp", "Lãi tiền gửi"),
            *("Thu hồi vốn vay", "Lãi cho vay", "Cho vay", "Thăm hỏi, tặng quà", "Phúng viếng"),
            *("Mừng thọ", "Hỗ trợ nhà ở", "Hội nghị, sinh hoạt", "Văn phòng phẩm, nước uống"),
            *("Phụ cấp, bồi dưỡng", "Nộp cấp trên", "Khác"),
        ),
    ),
)


def code_list(name: str) -> CodeList:
    """The list of that name."""
    return next(entry for entry in CODE_LISTS if entry.name == name)


def labels_of(codes: Iterable[Code], list_name: str) -> dict[str, str]:
    """Code → label of one list, retired entries included, in the order of the list."""
    entries = sorted((c for c in codes if c.list_name == list_name), key=lambda c: c.position)
    return {entry.code: entry.label for entry in entries}


def offered(
    codes: Iterable[Code], list_name: str, kept: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Code and label of what a form offers, in the order of the list.

    Args:
        codes: Of any lists.
        list_name: Which is meant.
        kept: What the record has already; it is offered even where it is retired.
    """
    of_list = sorted((c for c in codes if c.list_name == list_name), key=lambda c: c.position)
    return [(c.code, c.label) for c in of_list if not c.retired or c.code in kept]


def labels_by_list(codes: Iterable[Code]) -> dict[str, dict[str, str]]:
    """Name of a list → code → label, for every list that the codes are of."""
    entries = list(codes)
    return {name: labels_of(entries, name) for name in {entry.list_name for entry in entries}}


def free_code(label: str, others: Iterable[Code]) -> str:
    """The code of a new entry: its label, told apart from codes whose label has changed.

    A semicolon parts codes in the store, so that no code may hold one.
    """
    plain = label.replace(";", ",")
    taken = {other.code for other in others}
    tried = (plain, *(f"{plain} {number}" for number in range(2, len(taken) + 3)))
    return next(code for code in tried if code not in taken)


def starting_codes() -> list[Code]:
    """Every entry a new branch begins with."""
    return [
        Code(list_name=entry.name, code=code, label=label, position=place, built_in=True)
        for entry in CODE_LISTS
        for place, (code, label) in enumerate(entry.start)
    ]
