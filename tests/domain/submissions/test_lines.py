"""What was sent and nobody has acknowledged is reminded of, once."""

from datetime import date, datetime, timedelta

from ccb_desktop.domain.submissions.lines import ANSWER_DAYS, SubmissionLine, overdue_ids
from ccb_desktop.domain.submissions.manifest import write_manifest
from ccb_desktop.domain.submissions.submissions import Submission, Way
from tests import packages

TODAY = date(2026, 7, 20)


def line(own, days_ago, period="2026-H1", acknowledged_on=None, manifest=""):
    return SubmissionLine(
        submission=Submission(
            id=own,
            sent_at=datetime(2026, 7, 20, 8) - timedelta(days=days_ago),
            period=period,
            way=Way.ZIP,
            place="E:",
            manifest=manifest,
            content_sha256="",
            acknowledged_on=acknowledged_on,
        )
    )


def test_only_the_last_sending_of_a_period_is_waited_for():
    late = ANSWER_DAYS + 1
    lines = [
        line(5, ANSWER_DAYS, "2026-Q2"),
        line(4, late),
        line(3, late + 5),
        line(2, late, "2026-06", acknowledged_on=TODAY),
        line(1, late, "2025"),
    ]
    assert overdue_ids(lines, TODAY) == {4, 1}


def test_a_line_tells_its_period_and_files():
    files = [packages.package_file("a.docx")]
    text = write_manifest(packages.manifest_of(files)).decode()
    told = line(1, 0, manifest=text)
    assert (told.period_name, told.file_count) == ("6 tháng đầu năm 2026", 1)
    assert told.manifest.files == tuple(files)
    spoilt = line(1, 0, "la", manifest="{")
    assert (spoilt.period_name, spoilt.file_count, spoilt.manifest) == ("la", 0, None)
