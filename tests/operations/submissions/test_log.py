"""The answer from above is kept beside what was sent, and can be taken back."""

from datetime import date, datetime, timedelta

import pytest

from ccb_desktop.data.submissions import sent
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.submissions.submissions import Submission, Way
from ccb_desktop.operations.submissions import log

SENT_AT = datetime(2026, 7, 1, 9)


@pytest.fixture
def sent_id(store):
    """A report that was sent."""
    one = Submission(
        sent_at=SENT_AT,
        period="2026-H1",
        way=Way.FOLDER,
        place="/media/usb",
        manifest="{}",
        content_sha256="0" * 64,
    )
    with store.writing("Gửi báo cáo") as session:
        return sent.save_submission(session, one)


def test_the_acknowledgement_is_kept_and_taken_back(store, sent_id):
    on = SENT_AT.date() + timedelta(days=2)
    log.acknowledge(store, sent_id, on, None, " nhận đủ ")
    [line] = log.read_log(store, date(2026, 7, 10)).lines
    assert (line.submission.acknowledged_on, line.submission.note) == (on, "nhận đủ")
    log.acknowledge(store, sent_id, None, None)
    [line] = log.read_log(store, date(2026, 7, 10)).lines
    assert line.submission.acknowledged_on is None


def test_no_report_comes_before_it_was_sent(store, sent_id):
    with pytest.raises(Invalid, match="ngày nhận không thể trước"):
        log.acknowledge(store, sent_id, date(2026, 6, 30), None)
