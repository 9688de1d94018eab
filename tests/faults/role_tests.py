"""K3: which of the operations' own tests call an operation, found in the tests themselves."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "tests" / "operations"
PACKAGE = "ccb_desktop.operations"

CALLED_BY = {
    "visits.deaths.save_death": (
        "tests/operations/visits/test_deaths.py::test_it_is_resumed_and_closed",
    ),
    "word_templates.take_saved": (
        "tests/operations/test_word_templates.py::"
        "test_every_change_saved_in_word_is_taken_in_at_once",
    ),
    "emulation.nominations.remove_nominations": (
        "tests/operations/emulation/test_nominations.py::"
        "test_a_nomination_not_decided_upon_can_be_taken_out",
    ),
    "funds.vouchers.discard_draft": (
        "tests/operations/funds/test_vouchers.py::"
        "test_a_draft_can_be_thrown_away_and_leaves_no_gap",
    ),
}
"""The test to take where the first two that name an operation do not have it done."""


def callers_of(names):
    """Operation → the tests that name it, those of the file that mirrors its module first."""
    found = defaultdict(list)
    for path in sorted(HOME.rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        modules, functions = _imported(tree), _functions(tree)
        for test, function in functions.items():
            if not test.startswith("test_"):
                continue
            said = _said(function, functions)
            for name in names:
                module, _, act = name.rpartition(".")
                direct = f"{module}.{act}" in modules and act in said
                if direct or (module in modules and act in said):
                    found[name].append(f"{path.relative_to(ROOT)}::{test}")
    for name, tests in found.items():
        tests.sort(key=lambda test: not _mirrors(test, name))
    return found


def _mirrors(test, name):
    *folders, module, _act = name.split(".")
    return test.startswith("/".join(["tests/operations", *folders, f"test_{module}.py"]))


def _imported(tree):
    """Modules of the operations, and what was taken out of them, as operations are named."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            place = node.module.removeprefix(PACKAGE).lstrip(".")
            found |= {f"{place}.{one.name}".lstrip(".") for one in node.names}
    return found


def _functions(tree):
    """Tests, helpers and fixtures of a file by name."""
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _said(function, functions, seen=frozenset()):
    """Every name and attribute in a function, and in those of the same file that it names."""
    said = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    said |= {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
    said |= {one.arg for one in function.args.args}
    for name in said & functions.keys() - seen:
        said |= _said(functions[name], functions, seen | {name})
    return said
