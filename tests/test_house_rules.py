"""The rules of the house that no ready-made tool checks; each is shown to be able to fail."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = PurePosixPath("ccb_desktop")
LONGEST_FILE = 400
LONGEST_FUNCTION = 50

OPEN_ENDS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT INTO|UPDATE\s\w+\sSET|DELETE FROM|CREATE \w+|PRAGMA)\b"
)
PACKAGE_HOST = re.compile(
    r"https?://\S*(pypi|pythonhosted|simple/|registry|mirror|artifactory|nexus)"
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|opt|root)/\w")
IGNORE = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>.*)")
CODES_AND_REASON = re.compile(r"(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s+.*\w{2,}.*")

SUFFIX_TYPES = {
    "_on": {"date", "PartialDate"},
    "_at": {"datetime"},
    "_dong": {"int"},
    "_key": {"str"},
}
TESTS_WITHOUT_A_MODULE = {
    "test_house_rules.py",
    "test_glossary.py",
    "test_dev.py",
    "test_machine.py",
    "test_platform.py",
    "test_handbook.py",
    "test_first_job.py",
    "test_benchmarks.py",
}
TEST_FOLDERS_BY_PURPOSE = {"faults", "windows"}


@dataclass(frozen=True)
class Source:
    """One Python file of the project, or a snippet that pretends to be one."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def in_package(self) -> bool:
        return PACKAGE in self.path.parents

    def lies_in(self, folder: str) -> bool:
        return PACKAGE / folder in self.path.parents


Rule = Callable[[Source], Iterator[str]]


# --- The rules: each yields one complaint per place -------------------------------------


def short_files(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines"


def short_functions(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name} has {lines} lines"


def opening_line(source: Source) -> Iterator[str]:
    docstring = ast.get_docstring(source.tree, clean=False) or ""
    first, *_ = docstring.splitlines() or [""]
    if not first or not first.endswith("."):
        yield "the file does not open with a sentence saying what lives there"


def init_is_a_docstring(source: Source) -> Iterator[str]:
    if source.path.name == "__init__.py":
        rest = [ast.unparse(node) for node in source.tree.body[1:]]
        if any(not line.startswith("__version__ = ") for line in rest):
            yield "an __init__ holds more than its docstring"


def messages_in_one_place(source: Source) -> Iterator[str]:
    elsewhere = source.in_package and source.path != PACKAGE / "ui/kit/messages.py"
    if elsewhere and "QMessageBox" in used_names(source):
        yield "QMessageBox outside ui/kit/messages.py"


def sql_only_in_data(source: Source) -> Iterator[str]:
    if not source.in_package or source.lies_in("data"):
        return
    for text in spoken_strings(source):
        if SQL.search(text):
            yield f"SQL outside data: {text[:40]!r}"
    if any(name.split(".")[0] in {"sqlalchemy", "sqlcipher3"} for name in imports(source)):
        yield "a database library outside data"


def no_open_ends(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.splitlines(), 1):
        if OPEN_ENDS.search(line):
            yield f"left open in line {number}"


def no_print(source: Source) -> Iterator[str]:
    if source.in_package and "print" in used_names(source):
        yield "print"


def no_promise_broken_late(source: Source) -> Iterator[str]:
    if source.in_package and "NotImplementedError" in used_names(source):
        yield "NotImplementedError, where @abstractmethod or an argument is missed by mypy"


def ignores_have_reasons(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.splitlines(), 1):
        found = IGNORE.search(line)
        if found and not CODES_AND_REASON.fullmatch(found["rest"].strip()):
            yield f"an ignore without its code or its reason in line {number}"


def no_strange_places(source: Source) -> Iterator[str]:
    yield from strange_places(source.text)


def suffixes_keep_their_word(source: Source) -> Iterator[str]:
    if not source.in_package or source.lies_in("data"):
        return
    for node in source.nodes:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name, types = node.target.id, plain_types(node.annotation)
            for suffix, allowed in SUFFIX_TYPES.items():
                if name.endswith(suffix) and types and not types <= allowed:
                    yield f"{name} is {', '.join(sorted(types))}"


def mirrored_tests(source: Source) -> Iterator[str]:
    folder, name = source.path.parent, source.path.name
    if folder.parts[:1] != ("tests",) or not name.startswith("test_"):
        return
    if name in TESTS_WITHOUT_A_MODULE or TEST_FOLDERS_BY_PURPOSE & set(folder.parts):
        return
    place = ROOT / PACKAGE / folder.relative_to("tests")
    found = [path.stem for path in place.rglob("*") if path.suffix in {"", ".py"}]
    modules = [f"_{name}_" for stem in found for name in (stem, f"{place.name}_{stem}")]
    words = name.removeprefix("test_").removesuffix(".py").split("_")
    stems = ["_".join(["", *words[:count], ""]) for count in range(1, len(words) + 1)]
    if not any(stem in module for stem in stems for module in modules):
        yield f"its name begins with no module of {place.relative_to(ROOT)}"


# --- What the rules ask of a file -------------------------------------------------------


def used_names(source: Source) -> set[str]:
    names = {node.id for node in source.nodes if isinstance(node, ast.Name)}
    attributes = {node.attr for node in source.nodes if isinstance(node, ast.Attribute)}
    imported = {name.split(".")[-1] for name in imports(source)}
    return names | attributes | imported


def imports(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def spoken_strings(source: Source) -> Iterator[str]:
    """The strings of a file that are no docstrings."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    docstrings = {
        id(node.body[0].value)
        for node in source.nodes
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in source.nodes:
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield node.value


def plain_types(annotation: ast.expr) -> set[str]:
    """The names of an annotation such as `date | None`; none when it is more than names."""
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        return plain_types(annotation.left) | plain_types(annotation.right)
    return {annotation.id} if isinstance(annotation, ast.Name) else set()


def strange_places(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        if PACKAGE_HOST.search(line):
            yield f"a package host in line {number}"
        if MACHINE_PATH.search(line):
            yield f"a path of one machine in line {number}"


# --- The project keeps them -------------------------------------------------------------


def python_files() -> Iterator[Source]:
    folders = [ROOT / name for name in ("ccb_desktop", "tests", "benchmarks")]
    for file in [
        *ROOT.glob("*.py"),
        *(file for folder in folders for file in folder.rglob("*.py")),
    ]:
        path = PurePosixPath(file.relative_to(ROOT).as_posix())
        yield Source(path, file.read_text(encoding="utf-8"))


def complaints(rule: Rule, sources: Iterable[Source]) -> list[str]:
    return [f"{source.path}: {found}" for source in sources for found in rule(source)]


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return list(python_files())


BROKEN: dict[Rule, tuple[str, str]] = {
    short_files: ("ccb_desktop/paths.py", "x = 1\n" * (LONGEST_FILE + 1)),
    short_functions: ("dev.py", "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION),
    opening_line: ("dev.py", '"""Things"""\n'),
    init_is_a_docstring: ("ccb_desktop/ui/__init__.py", '"""Doc."""\nfrom a import b\n'),
    messages_in_one_place: (
        "ccb_desktop/ui/members/page.py",
        "from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning(None, '', '')\n",
    ),
    sql_only_in_data: ("ccb_desktop/operations/x.py", "q = 'SELECT id FROM people'\n"),
    no_open_ends: ("dev.py", "x = 1  # TO" + "DO: later\n"),
    no_print: ("ccb_desktop/cli.py", "print('x')\n"),
    no_promise_broken_late: (
        "ccb_desktop/ui/kit/x.py",
        "def value(self):\n    raise NotImplementedError\n",
    ),
    ignores_have_reasons: ("dev.py", "import os  # no" + "qa: F401\n"),
    no_strange_places: ("dev.py", "where = '/op" + "t/venv'\n"),
    suffixes_keep_their_word: (
        "ccb_desktop/domain/x.py",
        "class A:\n    born_on: str | None\n",
    ),
    mirrored_tests: ("tests/domain/test_nothing_like_it.py", ""),
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule: Rule, sources: list[Source]) -> None:
    found = complaints(rule, sources)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_it_would_be_noticed(rule: Rule) -> None:
    path, text = BROKEN[rule]
    assert complaints(rule, [Source(PurePosixPath(path), text)]) != []


def test_every_rule_is_kept_and_can_fail() -> None:
    rules = {
        function
        for function in globals().values()
        if getattr(function, "__annotations__", {}) == {"source": Source, "return": Iterator[str]}
    }
    assert rules - {imports, spoken_strings} == set(BROKEN)


@pytest.mark.parametrize(
    "line",
    [
        "import docx  # noqa: PLC0415 (heavy, wanted only when a paper is written)",
        "x = y  # type: ignore[attr-defined]  # the stubs lack it",
    ],
)
def test_an_ignore_with_code_and_reason_is_accepted(line: str) -> None:
    assert list(ignores_have_reasons(Source(PurePosixPath("dev.py"), line))) == []


def test_every_subject_of_the_windows_is_kept_apart_from_the_others() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    kept_apart = next(c["modules"] for c in contracts if c["type"] == "independence")
    subjects = {file.parent.name for file in (ROOT / PACKAGE / "ui").glob("*/__init__.py")}
    assert sorted(kept_apart) == sorted(f"ccb_desktop.ui.{name}" for name in subjects - {"kit"})


def test_the_other_files_name_no_package_host_and_no_path_of_one_machine() -> None:
    endings = {".md", ".toml", ".txt", ".spec", ""}
    folders = [ROOT, ROOT / "docs", ROOT / ".ci"]
    files = [file for folder in folders for file in folder.iterdir() if file.is_file()]
    found = [
        f"{file.name}: {complaint}"
        for file in files
        if file.suffix in endings and not file.name.startswith(".")
        for complaint in strange_places(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_package_host_would_be_noticed() -> None:
    assert list(strange_places("pip install -i https:/" + "/pypi.example/simple/ x")) != []


def places_named(page: str) -> list[str]:
    """What a page names as a place of the house: `data/store.py`, `ui/kit/`."""
    return re.findall(r"`([\w./]+(?:\.py|/))`", page)


def test_the_page_of_the_house_names_only_places_that_are_there() -> None:
    named = places_named((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    floors = (ROOT / PACKAGE, ROOT)
    lost = [place for place in named if not any((floor / place).exists() for floor in floors)]
    assert named
    assert lost == []


def test_a_place_is_read_from_a_page() -> None:
    assert places_named("see `data/gone.py` in `data/`, or `Invalid`") == ["data/gone.py", "data/"]
