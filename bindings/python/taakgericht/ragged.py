"""Amounts that each have weights of their own."""

from __future__ import annotations

from typing import Any

from ._columns import Column, codes, ints, target, view
from ._library import call
from ._native import lib
from .run import Cancel, Progress, watched
from .split import RULES_VERSION, Method, TieRule, split


def allocate_ragged(
    amounts: Column,
    offsets: Column,
    weights: Column,
    *,
    method: Method = Method.LARGEST_REMAINDER,
    tie: TieRule = TieRule.FIRST,
    unit: int = 1,
    rules: int = RULES_VERSION,
    out: Any = None,
    statuses: Any = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> memoryview:
    """Divides a column of cents, laid out as a list column of Arrow.

    The weights of row r are `weights[offsets[r]:offsets[r + 1]]`, and its parts stand at the same positions of the
    result. The other arguments are those of `Plan` and `Plan.allocate_rows`.
    """
    column, ends, keys = ints(amounts), ints(offsets), ints(weights)
    if len(ends) != len(column) + 1:
        raise ValueError(f"expected {len(column) + 1} offsets for {len(column)} amounts, found {len(ends)}")
    memory, places = target(out, len(keys)), codes(statuses, len(column))
    how = split(method, tie, unit, rules)
    with watched(progress, cancel) as run:
        call(lib.tkg_allocate_ragged_i64, how, column, len(column), ends, keys, memory, len(keys), places, run)
    return view(memory, len(keys))
