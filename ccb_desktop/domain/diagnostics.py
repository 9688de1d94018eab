"""What a helper far away needs to know of a PC and its books, without anybody's name or number.

Only facts that are put in by name get into the file: counts, sizes, versions, switches. What an
officer has typed is never among them, and what is left of words is redacted once more.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_OURS = re.compile(r"[A-Za-z0-9_.,:;()/=<>#~+\- ]*")
_LONG_NUMBER = re.compile(r"\d{7,}")
_NOTE_LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
    r"|Python [\w.+]+, Qt [\w.]+, [\w.+\-]+"
    r"|[A-Za-z_][\w.]*"
    r"|  [\w.<>\-]+:\d+ [\w<>]+",
    re.ASCII,
)

HEAD = (
    "TỆP CHẨN ĐOÁN - Sổ Hội CCB",
    "Tệp này để gửi người hỗ trợ. Trong tệp chỉ có phiên bản, dung lượng, số đếm, không có tên,",
    "số giấy tờ, số điện thoại hay địa chỉ của ai. Có thể mở ra đọc trước khi gửi.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Sections of facts in order, each fact a name and a value in ASCII; the notes of faults."""

    sections: Sequence[tuple[str, Mapping[str, object]]]
    notes: Sequence[str] = field(default=())


def diagnosis_text(told: Diagnosis) -> str:
    """The file."""
    lines = [*HEAD, ""]
    for title, facts in told.sections:
        lines.append(f"[{title}]")
        lines += [f"{name} = {redacted(str(value))}" for name, value in facts.items()]
        lines.append("")
    lines.append("[notes of faults, newest first]")
    lines += list(redacted_note(told.notes)) or ["none"]
    return "\n".join(lines) + "\n"


def redacted(text: str) -> str:
    """A fact as it may leave: words of plain letters, and no number as long as a person's."""
    if not _OURS.fullmatch(text):
        return "[redacted]"
    return _LONG_NUMBER.sub(lambda found: f"[{len(found[0])} digits]", text)


def redacted_note(lines: Iterable[str]) -> Iterable[str]:
    """The lines of notes of the program's own form; any other is left out."""
    return [line if _NOTE_LINE.fullmatch(line) else "[redacted]" for line in lines if line]
