"""The kit of a handover (bộ bàn giao): its files, and the manifest by which they are checked."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ccb_desktop.domain.errors import BadFile

FORMAT = 1
MANIFEST = "ban-giao.json"
"""Without it a folder is no kit; it is written last."""

READ_ME = "0-doc-truoc.txt"
BOOKLET = "1-so-tay-ban-giao.docx"
LIST = "2-danh-muc-ban-giao.docx"
MINUTES = "3-bien-ban-ban-giao.docx"
OPEN_WORK = "4-viec-con-do-dang.docx"
COPY = "so-lieu.ccbk"
COPY_MANIFEST = "so-lieu.ccbk.json"
SEALED = "so-lieu-niem-phong.zip"

TITLES = {
    READ_ME: "Đọc trước",
    BOOKLET: "Sổ tay bàn giao",
    LIST: "Danh mục bàn giao sổ sách, hồ sơ, tiền quỹ",
    MINUTES: "Biên bản bàn giao",
    OPEN_WORK: "Việc còn dở dang",
    COPY: "Bản sao toàn bộ sổ",
    COPY_MANIFEST: "Tờ khai của bản sao",
    SEALED: "Bản sao toàn bộ sổ, niêm phong bằng mật khẩu",
}
"""File → what it is."""

PERSONAL = (
    "Bộ bàn giao có toàn bộ họ tên, số CCCD, hoàn cảnh, sức khỏe của hội viên. Chỉ giao tận tay "
    "người nhận việc, ghi vào biên bản, không gửi qua mạng."
)
"""Said before a kit is written and in what is read first."""

_NO_KIT = (
    "Thư mục này không phải là bộ bàn giao của chương trình, hoặc tệp “ban-giao.json” trong đó đã "
    "hỏng. Số liệu trong máy không đổi. Hãy chọn đúng thư mục có tệp ấy, hoặc xin chép lại."
)


@dataclass(frozen=True, slots=True)
class KitFile:
    """One file of a kit."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KitManifest:
    """What a kit says of itself.

    Attributes:
        made_at: What the clock said.
        on: The day of handing over.
        action_id: The last act that the copy holds.
        chain_hash: Seal of that act.
        with_password: Whether the copy is guarded by a password of the kit.
    """

    branch: str
    made_at: datetime
    on: date
    program: str
    schema: int
    action_id: int
    chain_hash: str
    with_password: bool
    files: tuple[KitFile, ...]


def encode_manifest(kit: KitManifest) -> bytes:
    """The manifest as its file holds it."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "branch": kit.branch,
        "made_at": kit.made_at.isoformat(),
        "on": kit.on.isoformat(),
        "program": kit.program,
        "schema": kit.schema,
        "action": kit.action_id,
        "chain": kit.chain_hash,
        "with_password": kit.with_password,
        "files": [
            {"name": one.name, "title": TITLES[one.name], "size": one.size, "sha256": one.sha256}
            for one in kit.files
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def decode_manifest(content: bytes) -> KitManifest:
    """What a manifest says.

    Raises:
        BadFile: It is none, or of a newer program.
    """
    try:
        said = json.loads(content.decode())
        if int(said["format"]) > FORMAT:
            raise BadFile(
                "Bộ bàn giao này do bản chương trình mới hơn ghi ra. Số liệu trong máy không đổi. "
                "Hãy cài bản chương trình mới rồi nhận lại."
            )
        files = tuple(
            KitFile(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in said["files"]
        )
        kit = KitManifest(
            branch=str(said["branch"]),
            made_at=datetime.fromisoformat(said["made_at"]),
            on=date.fromisoformat(said["on"]),
            program=str(said["program"]),
            schema=int(said["schema"]),
            action_id=int(said["action"]),
            chain_hash=str(said["chain"]),
            with_password=said["with_password"] is True,
            files=files,
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFile(_NO_KIT) from error
    if not _is_whole(files):
        raise BadFile(_NO_KIT)
    return kit


def _is_whole(files: Sequence[KitFile]) -> bool:
    """Whether a kit names files of a kit only, each once, and a copy of the books."""
    names = [one.name for one in files]
    known = len(set(names)) == len(names) and all(name in TITLES for name in names)
    return known and (SEALED in names or COPY in names)


def read_me(kit_branch: str, on_text: str, seal_sentence: str, *, with_password: bool) -> str:
    """What is read first, as plain text that any PC can show."""
    guarded = (
        f"- {SEALED}: bản sao toàn bộ sổ, có mật khẩu. Người giao báo mật khẩu riêng.\n"
        if with_password
        else f"- {COPY}: bản sao toàn bộ sổ. KHÔNG có mật khẩu riêng, phải giữ kín.\n"
    )
    return (
        f"BỘ BÀN GIAO - {kit_branch}\nNgày bàn giao: {on_text}\n\n{PERSONAL}\n\n"
        f"Trong thư mục này:\n- {BOOKLET}: đọc trước tiên, có việc của tuần đầu.\n"
        f"- {LIST}: danh mục để hai bên đối chiếu.\n- {MINUTES}: biên bản để ký.\n"
        f"- {OPEN_WORK}: việc đang làm dở.\n{guarded}"
        f"- {MANIFEST}: để chương trình kiểm tra, không sửa.\n\n"
        "Nhận trên máy khác: cài chương trình, mở lên, bấm “Nhận bàn giao”, chọn thư mục này.\n\n"
        f"{seal_sentence}\n"
    )
