"""The draft of an e-mail carries the package whole, and is opened as not yet sent."""

from email import message_from_bytes
from email.policy import SMTP

from ccb_desktop.documents.packages.email_draft import write_draft


def test_a_draft_carries_its_files_and_words(tmp_path):
    files = {"goi.zip": b"PK\r\n\0\xff", "Thư.txt": b"a\r\nb\n", "thu-cu.eml": b"From: a\n\nb"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    subject = "Hội CCB phường Thanh Khê: Báo cáo 6 tháng đầu năm 2026, phương hướng 6 tháng cuối"
    body = "Kính gửi Hội cấp trên\n\nXin gửi báo cáo.\n"
    paths = [tmp_path / name for name in files]
    draft = write_draft(tmp_path / "thu.eml", "hoi@tinh.vn", subject, body, paths)
    raw = draft.read_bytes()
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    found = message_from_bytes(raw, policy=SMTP)
    assert (found["X-Unsent"], found["To"], found["Subject"]) == ("1", "hoi@tinh.vn", subject)
    assert found.get_body().get_content().replace("\r\n", "\n") == body
    kept = {part.get_filename(): part.get_content() for part in found.iter_attachments()}
    assert kept == files
