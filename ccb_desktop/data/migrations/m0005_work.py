"""Schema 5: the yearly plan, activities, grading, awards."""

_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE key_tasks (
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        upper_task TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    "CREATE INDEX ix_key_tasks_year ON key_tasks (year)",
    """
    CREATE TABLE task_items (
        key_task_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        what TEXT NOT NULL,
        measure TEXT NOT NULL,
        target TEXT,
        expected TEXT NOT NULL,
        recurrence VARCHAR(7) NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(key_task_id) REFERENCES key_tasks (id)
    )
    """,
    "CREATE INDEX ix_task_items_key_task_id ON task_items (key_task_id)",
    """
    CREATE TABLE assignments (
        item_id INTEGER NOT NULL,
        unit_id INTEGER,
        person_id INTEGER,
        responsible TEXT NOT NULL,
        place TEXT NOT NULL,
        period TEXT NOT NULL,
        due_on DATE,
        target TEXT,
        registered_on DATE,
        done_on DATE,
        checked_by TEXT NOT NULL,
        checked_on DATE,
        check_note TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(item_id) REFERENCES task_items (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_assignments_item_id ON assignments (item_id)",
    "CREATE INDEX ix_assignments_person_id ON assignments (person_id)",
    """
    CREATE TABLE progress_steps (
        assignment_id INTEGER NOT NULL,
        reported_on DATE,
        amount TEXT,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(assignment_id) REFERENCES assignments (id)
    )
    """,
    "CREATE INDEX ix_progress_steps_assignment_id ON progress_steps (assignment_id)",
    """
    CREATE TABLE settled_overlaps (
        first_assignment_id INTEGER NOT NULL,
        second_assignment_id INTEGER NOT NULL,
        decision TEXT NOT NULL,
        settled_on DATE NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (first_assignment_id, second_assignment_id),
        FOREIGN KEY(first_assignment_id) REFERENCES assignments (id),
        FOREIGN KEY(second_assignment_id) REFERENCES assignments (id)
    )
    """,
    """
    CREATE TABLE commitments (
        person_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        content TEXT NOT NULL,
        signed_on DATE,
        kept VARCHAR(8) NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_commitments_person_id ON commitments (person_id)",
    """
    CREATE TABLE activities (
        held_on DATE NOT NULL,
        to_on DATE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        unit_id INTEGER,
        role VARCHAR(11) NOT NULL,
        place TEXT NOT NULL,
        sessions INTEGER NOT NULL,
        members_present INTEGER,
        youth_present INTEGER,
        people_present INTEGER,
        opinions INTEGER,
        quantity TEXT,
        measure TEXT NOT NULL,
        cost_dong INTEGER NOT NULL,
        voucher_id INTEGER,
        result TEXT NOT NULL,
        lessons TEXT NOT NULL,
        fix_by_on DATE,
        fixed_on DATE,
        assignment_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id),
        FOREIGN KEY(assignment_id) REFERENCES assignments (id)
    )
    """,
    "CREATE INDEX ix_activities_assignment_id ON activities (assignment_id)",
    "CREATE INDEX ix_activities_held_on ON activities (held_on)",
    "CREATE INDEX ix_activities_voucher_id ON activities (voucher_id)",
    """
    CREATE TABLE attendances (
        activity_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        presence VARCHAR(7) NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (activity_id, person_id),
        FOREIGN KEY(activity_id) REFERENCES activities (id),
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_attendances_activity_id ON attendances (activity_id)",
    "CREATE INDEX ix_attendances_person_id ON attendances (person_id)",
    """
    CREATE TABLE grading_years (
        year INTEGER NOT NULL,
        stage VARCHAR(6) NOT NULL,
        graded_on DATE,
        excellent_points TEXT NOT NULL,
        good_points TEXT NOT NULL,
        done_points TEXT NOT NULL,
        excellent_cap INTEGER NOT NULL,
        agreed_on DATE,
        agreed_by TEXT NOT NULL,
        locked_on DATE,
        unlock_reason TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (year)
    )
    """,
    """
    CREATE TABLE member_results (
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        unit_id INTEGER,
        grade TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (year, person_id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_member_results_person_id ON member_results (person_id)",
    """
    CREATE TABLE unit_ratings (
        year INTEGER NOT NULL,
        unit_id INTEGER NOT NULL,
        rating VARCHAR(9) NOT NULL,
        strength TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (year, unit_id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    """
    CREATE TABLE score_criteria (
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        kind VARCHAR(9) NOT NULL,
        most_points TEXT NOT NULL,
        evidence VARCHAR(16) NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    "CREATE INDEX ix_score_criteria_year ON score_criteria (year)",
    """
    CREATE TABLE unit_scores (
        criterion_id INTEGER NOT NULL,
        unit_id INTEGER NOT NULL,
        points TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (criterion_id, unit_id),
        FOREIGN KEY(criterion_id) REFERENCES score_criteria (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    """
    CREATE TABLE awards (
        awarded_on DATE NOT NULL,
        recipient_kind VARCHAR(6) NOT NULL,
        recipient TEXT NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        form TEXT NOT NULL,
        giver TEXT NOT NULL,
        decision_no TEXT NOT NULL,
        content TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_awards_awarded_on ON awards (awarded_on)",
    "CREATE INDEX ix_awards_person_id ON awards (person_id)",
    """
    CREATE TABLE disciplines (
        person_id INTEGER NOT NULL,
        decided_on DATE NOT NULL,
        form VARCHAR(9) NOT NULL,
        decision_no TEXT NOT NULL,
        reason TEXT NOT NULL,
        ended_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_disciplines_person_id ON disciplines (person_id)",
    """
    CREATE TABLE nominations (
        year INTEGER NOT NULL,
        recipient_kind VARCHAR(6) NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        form TEXT NOT NULL,
        giver TEXT NOT NULL,
        reason TEXT NOT NULL,
        stage VARCHAR(8) NOT NULL,
        award_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(award_id) REFERENCES awards (id)
    )
    """,
    "CREATE INDEX ix_nominations_person_id ON nominations (person_id)",
)
_PAPERS: tuple[str, ...] = (
    "ALTER TABLE attached_files ADD COLUMN progress_id INTEGER REFERENCES progress_steps (id)",
    "ALTER TABLE attached_files ADD COLUMN activity_id INTEGER REFERENCES activities (id)",
    "CREATE INDEX ix_attached_files_progress_id ON attached_files (progress_id)",
    "CREATE INDEX ix_attached_files_activity_id ON attached_files (activity_id)",
)

_CODES = """
    INSERT INTO codes (list_name, code, label, position, retired, built_in)
        SELECT column1, column2, column3, column4, 0, 1 FROM (VALUES
        ('ACTIVITY_KIND', 'UNIT_MEETING', 'Sinh hoạt chi hội', 0),
        ('ACTIVITY_KIND', 'BOARD_MEETING', 'Họp BCH/BTV', 1),
        ('ACTIVITY_KIND', 'NEWS_SESSION', 'Thông tin thời sự', 2),
        ('ACTIVITY_KIND', 'TRADITION_TALK', 'Nói chuyện truyền thống', 3),
        ('ACTIVITY_KIND', 'SUPERVISION', 'Giám sát', 4),
        ('ACTIVITY_KIND', 'INSPECTION', 'Kiểm tra', 5),
        ('ACTIVITY_KIND', 'DIALOGUE', 'Đối thoại', 6),
        ('ACTIVITY_KIND', 'OPINION_ROUND', 'Góp ý văn kiện', 7),
        ('ACTIVITY_KIND', 'COMMUNITY_WORK', 'Vệ sinh, cờ, mỹ quan', 8),
        ('ACTIVITY_KIND', 'SECURITY', 'An ninh trật tự', 9),
        ('ACTIVITY_KIND', 'REUNION_TRIP', 'Về nguồn', 10),
        ('ACTIVITY_KIND', 'CULTURE_SPORT', 'Văn hóa, thể thao', 11),
        ('ACTIVITY_KIND', 'CONFERENCE', 'Hội nghị, đại hội', 12),
        ('ACTIVITY_KIND', 'OTHER', 'Khác', 13),
        ('MEMBER_GRADE', 'EXEMPLARY', 'CCB gương mẫu', 0),
        ('MEMBER_GRADE', 'REACHED', 'Đạt', 1),
        ('MEMBER_GRADE', 'NOT_REACHED', 'Không đạt', 2),
        ('UNIT_STRENGTH', 'STRONG_EXCELLENT', 'Trong sạch, vững mạnh xuất sắc', 0),
        ('UNIT_STRENGTH', 'STRONG', 'Trong sạch, vững mạnh', 1),
        ('UNIT_STRENGTH', 'FAIR', 'Khá', 2),
        ('UNIT_STRENGTH', 'AVERAGE', 'Trung bình', 3),
        ('UNIT_STRENGTH', 'WEAK', 'Yếu', 4),
        ('AWARD_FORM', 'Biểu dương', 'Biểu dương', 0),
        ('AWARD_FORM', 'Giấy khen', 'Giấy khen', 1),
        ('AWARD_FORM', 'Bằng khen', 'Bằng khen', 2),
        ('AWARD_FORM', 'Kỷ niệm chương', 'Kỷ niệm chương', 3),
        ('AWARD_FORM', 'Cờ thi đua', 'Cờ thi đua', 4),
        ('AWARD_FORM', 'Huy chương', 'Huy chương', 5),
        ('AWARD_FORM', 'Huân chương', 'Huân chương', 6),
        ('AWARD_FORM', 'Giải thưởng', 'Giải thưởng', 7),
        ('AWARD_FORM', 'Danh hiệu', 'Danh hiệu', 8),
        ('AWARD_GIVER', 'Hội CCB cơ sở', 'Hội CCB cơ sở', 0),
        ('AWARD_GIVER', 'UBND phường', 'UBND phường', 1),
        ('AWARD_GIVER', 'UBND xã', 'UBND xã', 2),
        ('AWARD_GIVER', 'Hội CCB huyện', 'Hội CCB huyện', 3),
        ('AWARD_GIVER', 'Hội CCB thành phố', 'Hội CCB thành phố', 4),
        ('AWARD_GIVER', 'Hội CCB tỉnh', 'Hội CCB tỉnh', 5),
        ('AWARD_GIVER', 'UBND thành phố', 'UBND thành phố', 6),
        ('AWARD_GIVER', 'UBND tỉnh', 'UBND tỉnh', 7),
        ('AWARD_GIVER', 'Trung ương Hội', 'Trung ương Hội', 8),
        ('AWARD_GIVER', 'Thủ tướng Chính phủ', 'Thủ tướng Chính phủ', 9),
        ('AWARD_GIVER', 'Chủ tịch nước', 'Chủ tịch nước', 10))
        WHERE EXISTS (SELECT 1 FROM codes)
"""
# A branch that begins with this schema is given its lists when it begins.

STATEMENTS: tuple[str, ...] = (*_TABLES, *_PAPERS, _CODES)
