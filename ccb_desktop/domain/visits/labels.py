"""What the records, fields and codes of welfare are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.visits.housing import HousingKind, HousingStage
from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind

OCCASION = {
    Occasion.SICK: "Ốm đau",
    Occasion.HARDSHIP: "Khó khăn",
    Occasion.HOLIDAY: "Lễ, tết",
    Occasion.FUNERAL: "Phúng viếng",
    Occasion.LONGEVITY: "Mừng thọ",
    Occasion.ARMY_DAY: "22/12",
    Occasion.HOI_DAY: "6/12",
    Occasion.WAR_INVALIDS_DAY: "27/7",
    Occasion.REUNION: "Gặp mặt",
    Occasion.ENLISTMENT: "Tiễn thanh niên nhập ngũ",
    Occasion.POOR_HOUSEHOLD: "Hỗ trợ hộ nghèo",
    Occasion.OTHER: "Khác",
}
"""What the list OCCASION begins with; the branch may rename and add."""

DEATH_PAPERS: Mapping[str, str] = {
    "DEATH_CERTIFICATE": "Giấy chứng tử (trích lục khai tử)",
    "DECLARATION": "Tờ khai đề nghị hưởng mai táng phí",
    "MERIT_FILE": "Hồ sơ người có công, giấy chứng nhận",
    "DECISION_290": "Quyết định hưởng chế độ theo QĐ 290",
    "DECISION_142": "Quyết định hưởng chế độ theo QĐ 142",
    "DECISION_62": "Quyết định hưởng chế độ theo QĐ 62",
    "DECISION_49": "Quyết định hưởng chế độ theo QĐ 49",
    "INSURANCE_CARD": "Thẻ bảo hiểm y tế của người mất",
    "KIN_ID": "CCCD của thân nhân đứng đơn",
    "AUTHORISATION": "Giấy ủy quyền của các thân nhân",
    "VETERAN_CONFIRMATION": "Xác nhận là cựu chiến binh của Hội",
}
"""What the list DEATH_PAPER begins with: the usual papers of a *mai táng phí* file.

Few files need all of them; the branch may rename, add and retire.
"""

RECIPIENT_KIND = {
    RecipientKind.MEMBER: "Hội viên",
    RecipientKind.RELATIVE: "Thân nhân",
    RecipientKind.POLICY_FAMILY: "Gia đình chính sách",
    RecipientKind.POOR_HOUSEHOLD: "Hộ nghèo",
    RecipientKind.RECRUIT: "Thanh niên nhập ngũ",
    RecipientKind.OTHER: "Khác",
}
PAID_BY = {PaidBy.BRANCH: "Hội", PaidBy.CHI_HOI: "Chi hội"}
HOUSING_KIND = {HousingKind.NEW: "Xây mới", HousingKind.REPAIR: "Sửa chữa"}
HOUSING_DEED: Mapping[HousingKind | None, str] = {
    HousingKind.NEW: "xây mới nhà ở",
    HousingKind.REPAIR: "sửa chữa nhà ở",
    None: "nhà ở",
}
"""What is done to a house, within a sentence."""
HOUSING_STAGE = {
    HousingStage.PLANNED: "Chưa khởi công",
    HousingStage.STARTED: "Đang làm",
    HousingStage.HANDED_OVER: "Đã bàn giao",
    HousingStage.VOIDED: "ĐÃ HỦY",
}
HANDED = {Handed.LISTED: "Chưa nhận", Handed.RECEIVED: "Đã nhận", Handed.ABSENT: "Vắng"}

RECORD: Mapping[str, str] = {
    "visits": "Thăm hỏi",
    "gift_rounds": "Đợt tặng quà",
    "round_recipients": "Người trong đợt tặng quà",
    "usual_amounts": "Mức chi thường lệ",
    "housing_supports": "Hỗ trợ nhà ở",
    "housing_sources": "Nguồn hỗ trợ nhà ở",
    "illnesses": "Ốm đau, điều trị",
    "relatives": "Thân nhân",
    "death_cases": "Việc tang",
    "commemorative_days": "Ngày kỷ niệm",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "visits": frozenset({"recipient_key"}),
    "gift_rounds": frozenset({"criteria"}),
    "housing_sources": frozenset({"housing_id"}),
    "death_cases": frozenset({"visit_id"}),
}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("gift_rounds", "title"): "Tên đợt",
    ("housing_supports", "kind"): "Loại",
    ("relatives", "full_name"): "Họ tên thân nhân",
    ("commemorative_days", "name"): "Ngày kỷ niệm",
    ("death_cases", "papers"): "Giấy tờ mai táng phí đã có",
}

FIELD: Mapping[str, str] = {
    "visited_on": "Ngày thăm",
    "occasion": "Dịp",
    "theme": "Chủ đề",
    "recipient": "Người nhận",
    "recipient_kind": "Loại đối tượng",
    "paid_by": "Cấp chi",
    "visitors": "Người đi thăm",
    "round_id": "Đợt tặng quà",
    "returned_voucher_id": "Phiếu hoàn tiền quà",
    "planned_on": "Ngày dự kiến",
    "why": "Diện",
    "from_age": "Tuổi từ",
    "handed": "Nhận quà",
    "started_on": "Ngày khởi công",
    "handed_over_on": "Ngày bàn giao",
    "cost_dong": "Tổng chi phí",
    "branch_dong": "Hội chi",
    "source": "Nguồn",
    "housing_id": "Nhà ở",
    "what": "Bệnh, thương tích",
    "hospital": "Nơi điều trị",
    "relation": "Quan hệ",
    "is_martyr": "Liệt sĩ",
    "committee": "Ban tang lễ",
    "held_where": "Nơi và giờ làm lễ",
    "papers_sent_on": "Nộp hồ sơ mai táng phí",
    "card_returned_on": "Thu lại thẻ",
    "closed_on": "Xong ngày",
    "day": "Ngày",
    "lunar": "Âm lịch",
    "usually": "Việc thường làm",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

_YES_NO = {"1": "Có", "0": "Không"}
CODES: Mapping[str, Mapping[str, str]] = {
    "recipient_kind": {code.value: label for code, label in RECIPIENT_KIND.items()},
    "paid_by": {code.value: label for code, label in PAID_BY.items()},
    "handed": {code.value: label for code, label in HANDED.items()},
    "is_martyr": _YES_NO,
    "lunar": _YES_NO,
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "housing_supports": {"kind": {code.value: label for code, label in HOUSING_KIND.items()}},
}
"""Table → column → code → label."""

POINTS: Mapping[str, str] = {
    "round_id": "gift_rounds",
    "housing_id": "housing_supports",
    "returned_voucher_id": "vouchers",
}
"""Column → table of the record that it names."""
