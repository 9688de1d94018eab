"""Schema 4: visits and gift rounds, housing, illnesses, relatives, deaths, days to remember."""

_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE gift_rounds (
        title TEXT NOT NULL,
        occasion TEXT NOT NULL,
        theme TEXT NOT NULL,
        planned_on DATE NOT NULL,
        criteria TEXT NOT NULL,
        paid_by VARCHAR(7) NOT NULL,
        fund_id INTEGER,
        place VARCHAR(4) NOT NULL,
        amount_dong INTEGER NOT NULL,
        goods TEXT NOT NULL,
        goods_value_dong INTEGER NOT NULL,
        paid_on DATE,
        voucher_id INTEGER,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    """
    CREATE TABLE round_recipients (
        round_id INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        recipient_kind VARCHAR(14) NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        address TEXT NOT NULL,
        why TEXT NOT NULL,
        amount_dong INTEGER NOT NULL,
        goods TEXT NOT NULL,
        goods_value_dong INTEGER NOT NULL,
        handed VARCHAR(8) NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(round_id) REFERENCES gift_rounds (id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id)
    )
    """,
    "CREATE INDEX ix_round_recipients_person_id ON round_recipients (person_id)",
    "CREATE INDEX ix_round_recipients_round_id ON round_recipients (round_id)",
    """
    CREATE TABLE visits (
        visited_on DATE NOT NULL,
        occasion TEXT NOT NULL,
        theme TEXT NOT NULL,
        recipient_kind VARCHAR(14) NOT NULL,
        recipient TEXT NOT NULL,
        recipient_key TEXT NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        paid_by VARCHAR(7) NOT NULL,
        amount_dong INTEGER NOT NULL,
        goods TEXT NOT NULL,
        goods_value_dong INTEGER NOT NULL,
        fund_id INTEGER,
        place VARCHAR(4) NOT NULL,
        voucher_id INTEGER,
        returned_voucher_id INTEGER,
        round_id INTEGER,
        visitors TEXT NOT NULL,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id),
        FOREIGN KEY(returned_voucher_id) REFERENCES vouchers (id),
        FOREIGN KEY(round_id) REFERENCES gift_rounds (id)
    )
    """,
    "CREATE INDEX ix_visits_person_id ON visits (person_id)",
    "CREATE INDEX ix_visits_returned_voucher_id ON visits (returned_voucher_id)",
    "CREATE INDEX ix_visits_round_id ON visits (round_id)",
    "CREATE INDEX ix_visits_visited_on ON visits (visited_on)",
    "CREATE INDEX ix_visits_voucher_id ON visits (voucher_id)",
    """
    CREATE TABLE usual_amounts (
        occasion TEXT NOT NULL,
        recipient_kind VARCHAR(14),
        from_age INTEGER,
        amount_dong INTEGER NOT NULL,
        goods TEXT NOT NULL,
        goods_value_dong INTEGER NOT NULL,
        from_on DATE NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE housing_supports (
        head_name TEXT NOT NULL,
        person_id INTEGER,
        unit_id INTEGER,
        kind VARCHAR(6),
        started_on DATE,
        handed_over_on DATE,
        cost_dong INTEGER NOT NULL,
        branch_dong INTEGER NOT NULL,
        fund_id INTEGER,
        voucher_id INTEGER,
        voided_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(unit_id) REFERENCES units (id),
        FOREIGN KEY(fund_id) REFERENCES funds (id),
        FOREIGN KEY(voucher_id) REFERENCES vouchers (id)
    )
    """,
    "CREATE INDEX ix_housing_supports_person_id ON housing_supports (person_id)",
    "CREATE INDEX ix_housing_supports_voucher_id ON housing_supports (voucher_id)",
    """
    CREATE TABLE housing_sources (
        housing_id INTEGER NOT NULL,
        source TEXT NOT NULL,
        amount_dong INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(housing_id) REFERENCES housing_supports (id)
    )
    """,
    "CREATE INDEX ix_housing_sources_housing_id ON housing_sources (housing_id)",
    """
    CREATE TABLE illnesses (
        person_id INTEGER NOT NULL,
        from_on DATE NOT NULL,
        to_on DATE,
        what TEXT NOT NULL,
        hospital TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_illnesses_person_id ON illnesses (person_id)",
    """
    CREATE TABLE relatives (
        person_id INTEGER NOT NULL,
        full_name TEXT NOT NULL,
        relation TEXT NOT NULL,
        born_on TEXT,
        died_on TEXT,
        lunar_death_day TEXT NOT NULL,
        is_martyr BOOLEAN NOT NULL,
        phone TEXT NOT NULL,
        address TEXT NOT NULL,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(person_id) REFERENCES persons (id)
    )
    """,
    "CREATE INDEX ix_relatives_person_id ON relatives (person_id)",
    """
    CREATE TABLE death_cases (
        person_id INTEGER NOT NULL,
        visit_id INTEGER,
        committee TEXT NOT NULL,
        held_where TEXT NOT NULL,
        papers TEXT NOT NULL,
        papers_sent_on DATE,
        card_returned_on DATE,
        closed_on DATE,
        note TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (person_id),
        FOREIGN KEY(person_id) REFERENCES persons (id),
        FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE commemorative_days (
        name TEXT NOT NULL,
        day INTEGER NOT NULL,
        month INTEGER NOT NULL,
        lunar BOOLEAN NOT NULL,
        occasion TEXT NOT NULL,
        usually TEXT NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
)

_PICTURES: tuple[str, ...] = (
    "ALTER TABLE attached_files ADD COLUMN housing_id INTEGER REFERENCES housing_supports (id)",
    "CREATE INDEX ix_attached_files_housing_id ON attached_files (housing_id)",
)

_OCCASIONS = """
    INSERT INTO codes (list_name, code, label, position, retired, built_in)
        SELECT 'OCCASION', column1, column2, column3, 0, 1 FROM (VALUES
        ('SICK', 'Ốm đau', 0),
        ('HARDSHIP', 'Khó khăn', 1),
        ('HOLIDAY', 'Lễ, tết', 2),
        ('FUNERAL', 'Phúng viếng', 3),
        ('LONGEVITY', 'Mừng thọ', 4),
        ('ARMY_DAY', '22/12', 5),
        ('HOI_DAY', '6/12', 6),
        ('WAR_INVALIDS_DAY', '27/7', 7),
        ('REUNION', 'Gặp mặt', 8),
        ('ENLISTMENT', 'Tiễn thanh niên nhập ngũ', 9),
        ('POOR_HOUSEHOLD', 'Hỗ trợ hộ nghèo', 10),
        ('OTHER', 'Khác', 11))
        WHERE EXISTS (SELECT 1 FROM codes)
"""

_DEATH_PAPERS = """
    INSERT INTO codes (list_name, code, label, position, retired, built_in)
        SELECT 'DEATH_PAPER', column1, column2, column3, 0, 1 FROM (VALUES
        ('DEATH_CERTIFICATE', 'Giấy chứng tử (trích lục khai tử)', 0),
        ('DECLARATION', 'Tờ khai đề nghị hưởng mai táng phí', 1),
        ('MERIT_FILE', 'Hồ sơ người có công, giấy chứng nhận', 2),
        ('DECISION_290', 'Quyết định hưởng chế độ theo QĐ 290', 3),
        ('DECISION_142', 'Quyết định hưởng chế độ theo QĐ 142', 4),
        ('DECISION_62', 'Quyết định hưởng chế độ theo QĐ 62', 5),
        ('DECISION_49', 'Quyết định hưởng chế độ theo QĐ 49', 6),
        ('INSURANCE_CARD', 'Thẻ bảo hiểm y tế của người mất', 7),
        ('KIN_ID', 'CCCD của thân nhân đứng đơn', 8),
        ('AUTHORISATION', 'Giấy ủy quyền của các thân nhân', 9),
        ('VETERAN_CONFIRMATION', 'Xác nhận là cựu chiến binh của Hội', 10))
        WHERE EXISTS (SELECT 1 FROM codes)
"""

_DAYS = """
    INSERT INTO commemorative_days (name, day, month, lunar, occasion, usually)
        SELECT column1, column2, column3, column4, column5, column6 FROM (VALUES
        ('Tết Nguyên đán', 1, 1, 1, 'HOLIDAY',
         'Tặng quà hội viên nghèo, cận nghèo, thương binh, bệnh binh; mừng thọ'),
        ('Ngày Chiến thắng 30/4', 30, 4, 0, 'HOLIDAY',
         'Gặp mặt, thăm hội viên tham gia chiến dịch'),
        ('Ngày Thương binh - Liệt sĩ 27/7', 27, 7, 0, 'WAR_INVALIDS_DAY',
         'Thăm thương binh, bệnh binh, gia đình liệt sĩ; viếng nghĩa trang'),
        ('Quốc khánh 2/9', 2, 9, 0, 'HOLIDAY',
         'Thăm hội viên cao tuổi, gia đình chính sách'),
        ('Ngày thành lập Hội 6/12', 6, 12, 0, 'HOI_DAY',
         'Gặp mặt kỷ niệm, tặng quà hội viên khó khăn'),
        ('Ngày thành lập Quân đội 22/12', 22, 12, 0, 'ARMY_DAY',
         'Gặp mặt, tặng quà hội viên'))
        WHERE EXISTS (SELECT 1 FROM codes)
"""
# A branch that begins with this schema is given its lists and days when it begins.

STATEMENTS: tuple[str, ...] = (*_TABLES, *_PICTURES, _OCCASIONS, _DEATH_PAPERS, _DAYS)
