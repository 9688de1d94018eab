"""Word templates with fields: checked before use, filled for one person or many in one file."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from ccb_desktop.documents.word.package import BODY_PART
from ccb_desktop.documents.xml_text import escape
from ccb_desktop.domain.errors import BadFile

Values = Mapping[str, Any]
"""What a template may use: texts by name, and lists of rows of texts."""

NEW_PAGE = (
    '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/></w:pPr></w:p>'
)
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_BODY = re.compile(r"(.*<w:body>)(.*)(<w:sectPr\b.*)", re.DOTALL)
_MARGINAL = re.compile(r"word/[a-z_]*(?:header|footer)\d*\.xml")
_TAGS = re.compile(r"<[^>]+>")
_FIELD = re.compile(r"\{[{%].*?[%}]\}")
_SWELLING = re.compile(r"\d[\d_]{4,}|\b0[xXoObB]")  # texts as wide as this eat up the memory
_TEMPLATE = "<template>"  # what Jinja calls the file of a template that has none
_SLIPS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_NAME_IN_TROUBLE = re.compile(r"'(\w+)'(?: is undefined)?$")


class Form:
    """A Word file whose texts hold fields such as `{{ full_name }}`.

    It is run in a sandbox: it sees the values it is given and nothing else, and what the
    values hold is text, never markup, except what this program has made by `markup`.

    Raises:
        BadFile: It is no Word file, or is not written as a template must be.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            with zipfile.ZipFile(path) as package:
                self.parts = {name: package.read(name) for name in package.namelist()}
            self._texts = {
                name: self._patched(path, content.decode("utf-8"))
                for name, content in self.parts.items()
                if name == BODY_PART or _MARGINAL.fullmatch(name)
            }
            split = _BODY.fullmatch(self._texts[BODY_PART])
        except (OSError, zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
            raise self._unusable() from error
        if split is None:
            raise self._unusable()
        self._begin, self._body, self._end = split.groups()

    @property
    def size(self) -> int:
        """Letters of its body before it is filled."""
        return len(self._body)

    @property
    def has_fields(self) -> bool:
        """Whether anything in it is filled in."""
        return any("{{" in text or "{%" in text for text in self._texts.values())

    def written_parts(self) -> Iterator[tuple[str, bytes]]:
        """Name and XML of the body and of every header and footer, as somebody wrote them."""
        for name in self._texts:
            yield name, self.parts[name]

    def check(self, sample: Values) -> None:
        """See that it asks for nothing that it will not be given.

        Args:
            sample: Values of every name, each list with a row.

        Raises:
            BadFile: A field is not known, or the fields are not well written: which, where.
        """
        found = self.first_fault(sample)
        if found is not None:
            raise BadFile(
                f"Mẫu “{self.name}” có {found.fault}, ở đoạn: “{found.quote}”. Chưa ghi tệp nào. "
                "Hãy sửa lại chỗ ấy trong mẫu, hoặc dùng lại mẫu của chương trình (trang Báo cáo, "
                "thẻ Mẫu Word)."
            )

    def first_fault(self, sample: Values) -> "FirstFault | None":
        """What goes wrong first when it is filled with these values."""
        found = (_fault_in(text, sample) for text in self._texts.values())
        return next((fault for fault in found if fault is not None), None)

    def side_parts(self, common: Values) -> dict[str, bytes]:
        """Every part but the body; headers and footers filled with what all sheets share."""
        filled = {
            name: sandbox().from_string(text).render(common).encode()
            for name, text in self._texts.items()
            if name != BODY_PART
        }
        others = {name: part for name, part in self.parts.items() if name != BODY_PART}
        return others | filled

    def filled_body(self, everybody: Sequence[Values]) -> Iterator[str]:
        """The body in pieces, each sheet on a page of its own."""
        template = sandbox().from_string(self._body)
        yield self._begin
        for place, values in enumerate(everybody):
            yield (NEW_PAGE if place else "") + template.render(values)
        yield self._end

    @staticmethod
    def _patched(path: Path, xml: str) -> str:
        """Fields whole where Word has cut them into pieces; a line for each paragraph."""
        from docxtpl import DocxTemplate  # noqa: PLC0415 (heavy, wanted only for templates)

        return re.sub(r"<w:p([ >])", r"\n<w:p\1", str(DocxTemplate(path).patch_xml(xml)))

    def _unusable(self) -> BadFile:
        return BadFile(
            f"Mẫu “{self.name}” không phải tệp Word (.docx) dùng được. Chưa ghi tệp nào. "
            "Hãy mở mẫu bằng Word rồi lưu lại, hoặc dùng mẫu có sẵn của chương trình."
        )


class FirstFault(NamedTuple):
    """What goes wrong first in a template, and the words among which it stands."""

    fault: str
    quote: str


@cache
def sandbox() -> Any:
    """Where templates are run: they see the values they are given, and nothing else."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 (heavy, wanted only for templates)
    from jinja2.exceptions import SecurityError  # noqa: PLC0415 (heavy library)
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 (heavy library)

    class Bounded(SandboxedEnvironment):
        """Nothing swells in it: texts are not multiplied, and numbers not raised."""

        intercepted_binops = frozenset(["*", "**", "%"])

        def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
            raise SecurityError(operator)

    return Bounded(undefined=StrictUndefined, finalize=_finisher())


def _fault_in(text: str, sample: Values) -> FirstFault | None:
    from jinja2 import (  # noqa: PLC0415 (heavy library)
        TemplateError,
        TemplateSyntaxError,
        UndefinedError,
    )

    for part in text.split("\n"):
        if any(_SWELLING.search(tag) for tag in _FIELD.findall(part)):
            return FirstFault("số quá lớn trong dấu ngoặc", _plain(part))
    try:
        ParserCreate().Parse(sandbox().from_string(text).render(sample).encode(), True)
    except ExpatError:
        return FirstFault("lệnh đặt không đúng chỗ, điền xong thì tệp Word hỏng", "")
    except TemplateSyntaxError as error:
        fault, line = "chỗ viết sai dấu ngoặc hoặc lệnh", error.lineno
    except UndefinedError as error:
        found = _NAME_IN_TROUBLE.search(str(error))
        fault = f"trường không có trong chương trình: “{found[1] if found else error}”"
        line = _line_of(error)
    except (TemplateError, MemoryError, *_SLIPS) as error:
        fault, line = "lệnh không dùng được", _line_of(error)
    else:
        return None
    return FirstFault(fault, _plain(text.split("\n")[line - 1]))


def markup(made: str) -> Any:
    """A run that this program has made itself, for a field such as `{{r photo }}`."""
    from markupsafe import Markup  # noqa: PLC0415 (comes with the heavy library)

    return Markup(made)


def _finisher() -> Callable[[object], object]:
    """What makes of a value how it stands in Word: text, never markup, line breaks kept.

    Every value that is put out passes it, constants of the template too; so it alone escapes,
    and the slower escaping of Jinja is off.
    """
    from markupsafe import Markup  # noqa: PLC0415 (comes with the heavy library)

    def finish(value: object) -> object:
        if isinstance(value, str):
            if isinstance(value, Markup):
                return value
            text = escape(value)
        else:
            text = escape(str(value))
        return text.replace("\n", _LINE_BREAK) if "\n" in text else text

    return finish


def _line_of(error: Exception) -> int:
    """The line of a template in which it went wrong while it was filled."""
    frames = walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == _TEMPLATE]
    return lines[-1] if lines else 1


def _plain(line: str) -> str:
    return _TAGS.sub("", line).strip()
