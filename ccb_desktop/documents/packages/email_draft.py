"""A draft of an e-mail with the package attached, for the mail program of the PC to open."""

import hashlib
import mimetypes
from collections.abc import Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import NotFound, ReadOnly


def write_draft(
    target: Path, address: str, subject: str, body: str, attachments: Sequence[Path]
) -> Path:
    """Write an `.eml` file that mail programs open as a message not yet sent.

    Raises:
        NotFound: A file to attach is gone.
        FileInUse, DiskFull, ReadOnly, NotFound, Invalid: As `safe_write.replacing`.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = address
    message["Subject"] = subject
    message.set_content(body, cte="base64")
    hashes = []
    for path in attachments:
        content = _content(path)
        hashes.append(hashlib.sha256(content).hexdigest())
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        if main in ("text", "message", "multipart"):
            main, sub = "application", "octet-stream"  # no mail program may mend its lines
        message.add_attachment(content, maintype=main, subtype=sub, filename=path.name)

    def check(written: Path) -> None:
        found = message_from_bytes(written.read_bytes(), policy=SMTP)
        parts = found.iter_attachments() if isinstance(found, EmailMessage) else ()
        kept = [hashlib.sha256(part.get_content()).hexdigest() for part in parts]
        if kept != hashes:
            raise ReadOnly(
                f"Thư nháp vừa ghi vào “{target.parent}” đọc lại không đúng nên không được dùng. "
                "Số liệu trong máy còn nguyên. Hãy ghi sang thư mục khác."
            )

    write_bytes(target, message.as_bytes(), check)
    return target


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(
            f"Không đọc được tệp “{path}” để đính kèm. Số liệu trong máy vẫn nguyên. Hãy làm lại."
        ) from error
