"""A process that runs one case and gives its results as JSON, so that its memory is its own."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from subprocess import CalledProcessError, run

from benchmarks.made_data import Place, Sizes
from benchmarks.results import Result


class CaseError(Exception):
    """A case that did not come to its end; says the last line of what it complained of."""


def run_apart(name: str, place: Place) -> Iterator[Result]:
    """Run a case in a process of its own.

    Raises:
        CaseError: It raised.
    """
    given = [name, str(place.root), json.dumps(asdict(place.sizes))]
    command = [sys.executable, "-m", "benchmarks.one_case", *given]
    try:
        told = run(command, capture_output=True, check=True).stdout
    except CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").splitlines()
        raise CaseError(lines[-1] if lines else f"ended with {error.returncode}") from error
    for values in json.loads(told.splitlines()[-1]):
        yield Result(**values)


def main() -> None:
    """Run the case that is named, on the place and sizes that are given."""
    from benchmarks.cases import CASES  # noqa: PLC0415 (the caller needs none of them)

    name, root, sizes = sys.argv[1:]
    place = Place(Path(root), Sizes(**json.loads(sizes)))
    print(json.dumps([asdict(result) for result in CASES[name](place)]))


if __name__ == "__main__":
    main()
