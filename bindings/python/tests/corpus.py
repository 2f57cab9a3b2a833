"""Carries out the worked examples of the corpus through the library, and compares bytes.

python corpus.py FILE.csv ...    says how many cases of each file came out as they should; stops at the first that does not
"""

import csv
import json
import sys
from pathlib import Path

from taakgericht import DataError
from taakgericht.operation import Operation, call_json, operations

ABOUT_THE_CASE = {"id", "source", "not", "error", "remark"}


class Wrong(Exception):
    """A case that came out otherwise."""


def count(file: Path) -> int:
    """How many cases of a file came out as they should: all of them."""
    operation = {one.name: one for one in operations()}[file.stem]
    with file.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for case in cases:
        compare(operation, case)
    return len(cases)


def compare(operation: Operation, case: dict[str, str]) -> None:
    """One case: the bytes of its results, or the kind of its error."""
    columns = {*operation.arguments, *operation.results, *ABOUT_THE_CASE}
    if not columns - {"not"} <= set(case) <= columns or None in case.values():
        raise Wrong(f"{operation.name}, {case.get('id')}: the columns are {list(case)}, expected {sorted(columns)}")
    try:
        found = call_json(operation.name, {name: case[name] for name in operation.arguments})
    except DataError as error:
        found = error.kind
    results = {name: case[name] for name in operation.results}
    expected = case["error"] or json.dumps(results, ensure_ascii=False, separators=(",", ":"))
    if found != expected:
        raise Wrong(f"{operation.name}, {case['id']}: found {found}, expected {expected}")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        print(path.stem, count(path))
