"""What the officer is told about a damaged store."""

from datetime import datetime
from pathlib import Path

import pytest

from ccb_desktop.domain.store_health import DamageKind, DamageReport, LostAct
from tests.domain.test_backups import a_backup

LOST = LostAct("Thêm hội viên: Nguyễn Văn An", datetime(2026, 6, 5, 14))


def a_report(**said):
    known = {"backup": a_backup(1), "lost": None, "can_be_read": False} | said
    return DamageReport(kind=DamageKind.DAMAGED, sentence="Tệp hỏng.", **known)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (a_report(backup=None), "USB"),
        (a_report(), "12:00 ngày 05/06/2026. Những việc ghi sau"),
        (a_report(lost=[]), "có đủ mọi việc"),
        (a_report(lost=[LOST, LOST]), "2 việc ghi sau lúc đó"),
        (a_report(away=Path("E:/sao-luu")), "12:00 ngày 05/06/2026 ở nơi thứ hai (E:/sao-luu)."),
    ],
)
def test_the_offer_names_the_backup_and_what_would_be_missing(report, said):
    assert said in report.offer
