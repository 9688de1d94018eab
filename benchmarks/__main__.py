"""Runs the cases, prints their table, and writes their lines into `docs/benchmarks.md`.

python -m benchmarks            every case in its full size
python -m benchmarks start keys some cases only; the lines of the others stay on the page
python -m benchmarks --short    every case in a small size, to see that it still runs; no page
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases import CASES
from benchmarks.made_data import SHORT, Place, Sizes
from benchmarks.one_case import CaseError, run_apart
from benchmarks.results import Result, machine, plain_table, write_page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main() -> int:
    """Run what is asked for; gives 1 when a case did not come to its end, missed goals or not."""
    given = _arguments()
    names = given.cases or list(CASES)
    with tempfile.TemporaryDirectory(prefix="ccb-benchmarks-") as folder:
        place = Place(given.data or Path(folder), SHORT if given.short else Sizes())
        results, failed = _run(names, place, None if given.short or given.no_page else PAGE)
    print(f"\n{machine()}\n\n{plain_table([result.cells() for result in results])}")
    if given.short:
        print("\nSmall sizes: the table shows that every case runs, its ratios say little.")
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("cases", nargs="*", metavar="case", help=", ".join(CASES))
    parser.add_argument("--short", action="store_true", help="small sizes; writes no page")
    parser.add_argument("--no-page", action="store_true", help="leave the page as it is")
    parser.add_argument("--data", type=Path, help="keep what the cases work on in this folder")
    given = parser.parse_args()
    unknown = [name for name in given.cases if name not in CASES]
    if unknown:
        parser.error(f"no such case: {', '.join(unknown)}")
    return given


def _run(names: Sequence[str], place: Place, page: Path | None) -> tuple[list[Result], bool]:
    """The results of all cases, also of those after one that failed, and whether one did.

    Each is on the page as soon as it is known: a run of half an hour may be ended.
    """
    results: list[Result] = []
    failed = False
    for name in names:
        print(f"» {name}", flush=True)
        try:
            found = list(run_apart(name, place))
        except CaseError as failure:
            failed = True
            print(f"  FAILED: {failure}", flush=True)
            continue
        results += found
        if page is not None:
            write_page(page, {name: found}, list(CASES))
    return results, failed


if __name__ == "__main__":
    sys.exit(main())
