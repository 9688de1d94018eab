"""The sections of a periodic report and the sentences each may say (`reports.md`)."""

from dataclasses import dataclass

Paragraphs = tuple[tuple[str, ...], ...]
"""Templates of `sentences.Teller`, those of one paragraph together."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One section before it has figures.

    Attributes:
        key: By which the officer's own text is kept: `I.7`.
        level: 1 for the parts of the report, 2 for their sections.
        heading: With its number; `{next}` is the time that is planned for.
        congress: Paragraphs that only reports over a term or half of it add.
    """

    key: str
    level: int
    heading: str
    paragraphs: Paragraphs = ()
    congress: Paragraphs = ()


OUTLINE: tuple[Outline, ...] = (
    Outline("I", 1, "I. KẾT QUẢ CÔNG TÁC HỘI"),
    Outline(
        "I.1",
        2,
        "1. Tham gia xây dựng Đảng, chính quyền",
        (
            (
                "Hội đã chủ trì, phối hợp tổ chức [{supervisions} cuộc giám sát"
                "|{dialogues} cuộc đối thoại với cấp ủy và chính quyền].",
                "Cán bộ, hội viên tham gia [{dialogue_opinions} ý kiến tại các cuộc đối thoại"
                "|{document_opinions} ý kiến góp ý vào các dự thảo văn kiện].",
            ),
            (
                "Đến ngày {@cut_off}, có {members_with_external_posts} hội viên giữ các chức "
                "danh trong Đảng, chính quyền, Mặt trận Tổ quốc, các đoàn thể và tổ dân phố"
                "[, chiếm {members_with_external_posts%members_closing} trong tổng số "
                "{members_closing} hội viên].",
            ),
        ),
    ),
    Outline(
        "I.2",
        2,
        "2. Phát triển kinh tế, giảm nghèo; quản lý quỹ Hội và các nguồn vốn vay",
        (
            (
                "Toàn Hội hiện còn [{member_households_poor} hộ hội viên nghèo"
                "|{member_households_near_poor} hộ hội viên cận nghèo"
                "|{member_households_dilapidated} hộ hội viên ở nhà tạm hoặc nhà dột nát].",
                "Trong kỳ, Hội đã hỗ trợ {poor_households_helped} hộ nghèo với số tiền "
                "{poor_households_helped_amount} đồng.",
            ),
            (
                "Chân quỹ toàn Hội đến ngày {@cut_off} là {fund_base_total} đồng (cấp Hội "
                "{fund_base_branch} đồng, các chi hội {fund_base_chi_hoi} đồng), bình quân "
                "{fund_base_per_member} đồng/hội viên.",
                "Hội phí đã thu {dues_collected} đồng trên số phải thu {dues_due} đồng"
                "[, đạt {dues_collected%dues_due}].",
                "Từ nguồn quỹ, Hội đã cho hội viên vay {loans_disbursed} đồng{loans_disbursed^}"
                "[, trong đó cho vay không lấy lãi {loans_disbursed_interest_free} đồng].",
                "Hiện có {loan_borrowers} hội viên đang vay với dư nợ {loans_outstanding} đồng"
                "[, trong đó nợ quá hạn {loans_overdue} đồng].",
            ),
            (
                "Hội quản lý {policy_bank_groups} tổ tiết kiệm và vay vốn của Ngân hàng Chính "
                "sách xã hội với {policy_bank_households} hộ vay, dư nợ {policy_bank_balance} "
                "đồng.",
            ),
        ),
    ),
    Outline(
        "I.3",
        2,
        "3. Công tác tình nghĩa, chăm lo đời sống hội viên",
        (
            (
                "Tổ chức thăm hỏi, tặng quà {visits_total} lượt{visits_total^} với tổng số tiền "
                "{visits_total_amount} đồng[, hiện vật trị giá {visits_goods_value} đồng]"
                "[; trong đó Hội chi {visits_paid_by_branch} đồng, các chi hội chi "
                "{visits_paid_by_chi_hoi} đồng].",
                "Thăm hỏi hội viên ốm đau, khó khăn và trong dịp lễ, tết {visits_members_care} "
                "lượt, số tiền {visits_members_care_amount} đồng.",
                "Phúng viếng {funerals} hội viên từ trần, số tiền {funerals_amount} đồng.",
                "Mừng thọ {longevity_gifts} hội viên, số tiền {longevity_gifts_amount} đồng.",
                "Nhân ngày thành lập Quân đội nhân dân Việt Nam 22/12, tặng quà "
                "{army_day_gifts} lượt, số tiền {army_day_gifts_amount} đồng.",
                "Tổ chức gặp mặt, tặng quà hội viên theo chủ đề: {reunion_gifts}.",
            ),
            (
                "Hỗ trợ xây mới, sửa chữa nhà ở cho {housing_supported} gia đình hội viên, số "
                "tiền Hội hỗ trợ {housing_support_amount} đồng.",
            ),
            (
                "Các cuộc vận động, ủng hộ thu được {contributions_total} đồng"
                "{contributions_total^}[, trong đó {contributions_off_book} đồng không qua sổ "
                "quỹ của Hội].",
                "Kết quả từng cuộc vận động: {contributions_by_campaign}.",
                "So với chỉ tiêu được giao (đồng): {campaign_target_rate}.",
            ),
        ),
    ),
    Outline(
        "I.4",
        2,
        "4. Tham gia giữ gìn an ninh, quốc phòng, công tác tuyển quân",
        (
            (
                "Tặng quà động viên {enlistment_gifts} thanh niên lên đường nhập ngũ, số tiền "
                "{enlistment_gifts_amount} đồng.",
            ),
        ),
    ),
    Outline(
        "I.5",
        2,
        "5. Giáo dục truyền thống cho thế hệ trẻ",
        (
            (
                "Tổ chức {tradition_talks} buổi nói chuyện truyền thống với "
                "{tradition_attendance} lượt người nghe.",
            ),
        ),
    ),
    Outline(
        "I.6",
        2,
        "6. Giáo dục chính trị tư tưởng, thông tin thời sự",
        (
            (
                "Tổ chức {news_sessions} buổi thông tin thời sự với {news_attendance} lượt hội "
                "viên tham dự.",
            ),
        ),
    ),
    Outline(
        "I.7",
        2,
        "7. Xây dựng tổ chức Hội",
        (
            (
                "Đến ngày {@cut_off}, toàn Hội có {members_closing} hội viên[, sinh hoạt tại "
                "{chi_hoi_count} chi hội][ và {phan_hoi_count} phân hội].",
                "Trong đó có [{members_female} hội viên nữ"
                "|{members_ethnic_minority} hội viên là người dân tộc thiểu số"
                "|{members_exempt} hội viên được miễn sinh hoạt].",
            ),
            (
                "Trong kỳ, Hội đã [kết nạp mới {members_admitted} hội viên{members_admitted^}"
                "|kết nạp lại {members_readmitted} hội viên"
                "|tiếp nhận {members_transferred_in} hội viên chuyển đến].",
                "Số hội viên giảm trong kỳ: [chuyển đi {members_transferred_out}"
                "|từ trần {members_deceased}|xóa tên {members_struck_off}"
                "|xin ra khỏi Hội {members_resigned}|khai trừ {members_expelled}].",
                "So với đầu kỳ ({members_opening} hội viên), tổng số hội viên "
                "{members_closing-members_opening}.",
            ),
            (
                "Toàn Hội có {clubs_count} CLB cựu quân nhân với {club_members} thành viên.",
                "Trong kỳ có [{clubs_founded} CLB cựu quân nhân được thành lập mới"
                "|{club_members_joined} thành viên mới tham gia CLB cựu quân nhân].",
            ),
            (
                "Các chi hội tổ chức {unit_meetings} buổi sinh hoạt{unit_meetings^}.",
                "Ban Chấp hành, Ban Thường vụ họp {board_meetings} cuộc.",
                "Hội đã tiến hành {inspections} cuộc kiểm tra.",
            ),
        ),
        congress=(
            (
                "Hội viên là đảng viên có {members_party} đồng chí[, chiếm "
                "{members_party%members_closing} trong tổng số {members_closing} hội viên].",
            ),
            (
                "Về độ tuổi: [dưới 60 tuổi {members_age_under_60} hội viên"
                "|từ 60 đến 69 tuổi {members_age_60_69} hội viên"
                "|từ 70 đến 79 tuổi {members_age_70_79} hội viên"
                "|từ 80 tuổi trở lên {members_age_80_plus} hội viên].",
            ),
            (
                "Về thời kỳ tham gia quân đội: [chống Pháp {members_anti_french} hội viên"
                "|chống Mỹ {members_anti_american} hội viên"
                "|bảo vệ biên giới {members_border_wars} hội viên"
                "|làm nhiệm vụ quốc tế ở Campuchia {members_cambodia} hội viên].",
            ),
            (
                "Về diện chính sách: [{members_wounded} thương binh"
                "|{members_sick_soldiers} bệnh binh"
                "|{members_agent_orange} hội viên nhiễm chất độc da cam].",
            ),
        ),
    ),
    Outline(
        "I.8",
        2,
        "8. Công tác thi đua, khen thưởng",
        (
            (
                "Hội viên đạt danh hiệu Cựu chiến binh gương mẫu: {exemplary_members}.",
                "Gia đình hội viên đạt danh hiệu Gia đình văn hóa: {cultural_families}.",
                "Chi hội hoàn thành xuất sắc nhiệm vụ: {units_excellent}.",
                "Chi hội hoàn thành tốt nhiệm vụ trở lên: {units_good_or_better}.",
            ),
            ("Khen thưởng trong kỳ: {awards_by_form}.",),
        ),
    ),
    Outline(
        "I.9",
        2,
        "9. Thực hiện các nhiệm vụ trọng tâm",
        (
            (
                "Hội giao {tasks_items} đầu việc cho các đơn vị, đã hoàn thành {tasks_done} việc"
                "[, đạt {tasks_done%tasks_items}].",
                "Đến ngày {@cut_off}, còn {tasks_overdue} đầu việc quá hạn (tính cả việc của "
                "các kỳ trước).",
                "Kết quả so với chỉ tiêu: {tasks_target_rate}.",
            ),
        ),
    ),
    Outline("II", 1, "II. ĐÁNH GIÁ CHUNG"),
    Outline("II.1", 2, "1. Ưu điểm"),
    Outline("II.2", 2, "2. Tồn tại, hạn chế"),
    Outline("II.3", 2, "3. Nguyên nhân"),
    Outline("II.4", 2, "4. Bài học kinh nghiệm"),
    Outline("III", 1, "III. PHƯƠNG HƯỚNG, NHIỆM VỤ {next}"),
    Outline("IV", 1, "IV. KIẾN NGHỊ, ĐỀ XUẤT"),
)
"""All sections in the order of print."""

OPENING = "opening"
"""Key of the officer's own text before the opening sentence."""

TASKS_SECTION = "I.9"
"""The section that holds the table of tasks."""

PLAN_SECTION = "III"
"""The section that says what is planned."""

TEXT_SECTIONS = (OPENING, *(outline.key for outline in OUTLINE if outline.key not in ("I", "II")))
"""The sections that take the officer's own text."""
