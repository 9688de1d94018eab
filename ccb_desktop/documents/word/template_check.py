"""Every fault of a template, with its place: fields nobody gives, braces, loops, lost words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ccb_desktop.documents.word.forms import Form, Values, sandbox
from ccb_desktop.documents.word.template_lines import Line, lines_of
from ccb_desktop.domain.templates.faults import FaultKind, TemplateFault
from ccb_desktop.domain.templates.fields import PHOTO, is_list, names_like

_TAG = re.compile(r"\{\{(?P<field>.*?)\}\}|\{%(?P<command>.*?)%\}|\{#.*?#\}")
_OF_WHAT = re.compile(r"(?P<of>tr|tc|p|r)\s+(?P<rest>.*)", re.DOTALL)
_SINGLE = re.compile(r"\{\s*([A-Za-z_][\w.]*)\s*\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_BEGINS = ("for", "if")
_OF_TABLES = ("colspan", "cellbg", "vm", "hm")  # commands of docxtpl about cells
_ANYTHING = object()


def faults_of(form: Form, sample: Values, words: Mapping[str, str]) -> list[TemplateFault]:
    """Everything that is wrong with a template, in the order in which it stands there.

    Args:
        form: The template.
        sample: Values of every field, each list with a row.
        words: Field → what it means, to find what may have been meant.
    """
    found = [
        fault
        for name, content in form.written_parts()
        for fault in _Check(sample, words).faults(lines_of(name, content))
    ]
    if found:
        return found
    left = form.first_fault(sample)
    return [TemplateFault(FaultKind.FAILS, "khi điền thử", left.quote, left.fault)] if left else []


@dataclass
class _Check:
    """One part of a template from its beginning to its end."""

    sample: Values
    words: Mapping[str, str]
    found: list[TemplateFault] = field(default_factory=list)
    open: list[tuple[str, Line, dict[str, Any]]] = field(default_factory=list)

    def faults(self, lines: Iterator[Line]) -> list[TemplateFault]:
        for line in lines:
            self._look_at(line)
        for command, line, _scope in self.open:
            self._tell(FaultKind.NOT_ENDED, line, command)
        return self.found

    def _tell(self, kind: FaultKind, line: Line, name: str, like: tuple[str, ...] = ()) -> None:
        self.found.append(TemplateFault(kind, line.place, line.text.strip(), name, like))

    def _look_at(self, line: Line) -> None:
        for tag in _TAG.finditer(line.text):
            if tag["field"] is not None:
                self._field(line, tag["field"])
            elif tag["command"] is not None:
                self._command(line, tag["command"])
        rest = _TAG.sub("", line.text)
        if "{{" in rest or "{%" in rest:
            self._tell(FaultKind.UNCLOSED, line, "")
        elif "}}" in rest or "%}" in rest:
            self._tell(FaultKind.UNOPENED, line, "")
        else:
            for single in _SINGLE.finditer(rest):
                if self._is_known(single[1].split(".")[0]):
                    self._tell(FaultKind.ONE_BRACE, line, single[1])

    def _field(self, line: Line, written: str) -> None:
        part = _OF_WHAT.fullmatch(written)
        of, said = (part["of"], part["rest"]) if part else ("", written.strip())
        if (said.strip() == PHOTO) != (of == "r") and self._is_known(said.strip()):
            self._tell(FaultKind.AS_RUN, line, said.strip())
        self._expression(line, f"{{{{ {said} }}}}", said.strip(), alone=True)

    def _command(self, line: Line, written: str) -> None:
        said = written.strip().strip("-").strip()
        part = _OF_WHAT.fullmatch(said)
        of, said = (part["of"], part["rest"].strip()) if part else ("", said)
        self._stands_right(line, of, said)
        word = said.split(" ")[0] if said else ""
        if word == "for":
            self._loop(line, said)
        elif word in ("if", "elif"):
            self._expression(line, f"{{% if {said.removeprefix(word)} %}}{{% endif %}}", said)
            if word == "if":
                self.open.append((word, line, {}))
            else:
                self._continues(line, word, ("if",))
        elif word == "else":
            self._continues(line, word, _BEGINS)
        elif word in ("endfor", "endif"):
            self._ends(line, word)
        elif word not in _OF_TABLES:
            self._tell(FaultKind.COMMAND, line, said or "{% %}")

    def _stands_right(self, line: Line, of: str, said: str) -> None:
        """A command of a row or paragraph takes all of it away, and whatever else stands there."""
        if of == "tr" and line.row_text is None:
            self._tell(FaultKind.NOT_IN_ROW, line, f"tr {said}")
        around = {"tr": line.row_text, "p": line.text}.get(of)
        if around is not None and _TAG.sub("", around).strip():
            self._tell(FaultKind.TEXT_LOST, line, f"{{%{of} {said} %}}")

    def _continues(self, line: Line, word: str, what: tuple[str, ...]) -> None:
        if not self.open or self.open[-1][0] not in what:
            self._tell(FaultKind.NOT_BEGUN, line, word)

    def _ends(self, line: Line, word: str) -> None:
        begun = word.removeprefix("end")
        if begun in [command for command, _line, _scope in self.open]:
            while (last := self.open.pop())[0] != begun:
                self._tell(FaultKind.NOT_ENDED, last[1], last[0])
        else:
            self._tell(FaultKind.NOT_BEGUN, line, word)

    def _loop(self, line: Line, said: str) -> None:
        from jinja2 import nodes  # noqa: PLC0415 (heavy, wanted only for templates)

        scope: dict[str, Any] = {"loop": _ANYTHING}
        self.open.append(("for", line, scope))
        tree = self._expression(line, f"{{% {said} %}}{{% endfor %}}", said, looped=True)
        loop = tree.find(nodes.For) if tree is not None else None
        if loop is None:
            return
        rows = self._rows(line, loop.iter)
        if isinstance(loop.target, nodes.Name):
            scope[loop.target.name] = rows
        else:
            scope |= {one.name: _ANYTHING for one in loop.target.find_all(nodes.Name)}

    def _rows(self, line: Line, over: Any) -> Any:
        """What a row of the list looks like over which a loop goes."""
        from jinja2 import nodes  # noqa: PLC0415 (heavy, wanted only for templates)

        if not isinstance(over, nodes.Name) or not self._is_known(over.name):
            return _ANYTHING
        value = self._value(over.name)
        if is_list(value):
            return value[0] if value else _ANYTHING
        if value is not _ANYTHING:
            self._tell(FaultKind.NO_LIST, line, over.name)
        return _ANYTHING

    def _expression(
        self, line: Line, template: str, said: str, *, alone: bool = False, looped: bool = False
    ) -> Any:
        """See that every name in it is known; gives what was understood of it.

        Args:
            line: Where it stands.
            template: It, as a template of its own.
            said: What stands between the braces.
            alone: Whether it is to be printed.
            looped: Whether it is a loop, which binds names and takes a list.
        """
        from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 (heavy library)

        try:
            tree = sandbox().parse(template.translate(_QUOTES))
        except TemplateSyntaxError:
            self._tell(FaultKind.BADLY_WRITTEN, line, said)
            return None
        bound = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
        for name in tree.find_all(nodes.Name):
            if name.name not in bound and not self._is_known(name.name):
                like = names_like(name.name, self.sample, self.words)
                self._tell(FaultKind.UNKNOWN, line, name.name, tuple(like))
        for part in tree.find_all(nodes.Getattr):
            self._part(line, part)
        if alone and self._is_known(said):
            self._stands_alone(line, said)
        return tree

    def _stands_alone(self, line: Line, name: str) -> None:
        """What is printed by itself must be a text."""
        value = self._value(name)
        if is_list(value):
            self._tell(FaultKind.LIST_ALONE, line, name)
        elif isinstance(value, Mapping):
            self._tell(FaultKind.ROW_ALONE, line, name, tuple(f"{name}.{own}" for own in value)[:3])

    def _part(self, line: Line, part: Any) -> None:
        """`row.name`: a field of the rows of a list."""
        owner = getattr(part.node, "name", "")
        row = self._value(owner) if owner and self._is_known(owner) else _ANYTHING
        if isinstance(row, Mapping) and part.attr not in row:
            own = {f"{owner}.{name}": self._word(name) for name in row}
            like = names_like(part.attr, row, {name: self._word(name) for name in row})
            told = tuple(f"{owner}.{name}" for name in like) or tuple(own)[:3]
            self._tell(FaultKind.NOT_OF_ROW, line, f"{owner}.{part.attr}", told)

    def _word(self, name: str) -> str:
        """What a field of rows means, of whatever list it is."""
        ending = f".{name}"
        return next((said for key, said in self.words.items() if key.endswith(ending)), name)

    def _is_known(self, name: str) -> bool:
        return name in self.sample or any(name in scope for _c, _l, scope in self.open)

    def _value(self, name: str) -> Any:
        for _command, _line, scope in reversed(self.open):
            if name in scope:
                return scope[name]
        return self.sample[name]
