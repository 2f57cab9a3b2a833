"""Whether printed figures are what others add up to (Dutch: aansluiting)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from operator import index
from typing import Any, NamedTuple

from ._columns import Column, codes, ints, room, view
from ._library import call
from ._native import ffi, lib
from .rounding import Mode
from .run import Cancel, Progress, watched
from .split import RULES_VERSION


class Verdict(IntEnum):
    """Whether a printed figure is what it should be."""

    HOLDS = lib.TKG_VERDICT_HOLDS
    """At face value, exactly (Dutch: sluit aan)."""
    EXPLAINED = lib.TKG_VERDICT_EXPLAINED
    """There is a gap, and rounding explains it (Dutch: verklaarbaar door afronding)."""
    ONLY_IF = lib.TKG_VERDICT_ONLY_IF
    """Rounding explains the gap only if a figure was rounded another way than is said."""
    ERROR = lib.TKG_VERDICT_ERROR
    """Rounding does not explain the gap (Dutch: fout)."""


class Reconciled(NamedTuple):
    """What was found of each row."""

    gaps: memoryview
    """Stated less computed, in cents, at face value."""
    verdicts: memoryview
    """A number of `Verdict`, as `int32`; -1 for a row that failed."""


def reconcile(
    stated: Column,
    terms: Sequence[Column],
    *,
    signs: Sequence[int] | None = None,
    stated_unit: int = 1,
    stated_mode: Mode = Mode.HALF_UP,
    unit: int = 1,
    mode: Mode = Mode.HALF_UP,
    rules: int = RULES_VERSION,
    statuses: Any = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Reconciled:
    """Compares a column of printed figures with the sum of other columns, row by row, in cents.

    A sign of -1 takes a term off. Figures were printed as multiples of units in cents, rounded by the modes: 100 for euros.
    The other arguments are those of `Plan.allocate_rows`.
    """
    column, rows = ints(stated), len(stated)
    figures, signed = _terms(terms, rows), _signs(signs, len(terms))
    gaps, verdicts, places = room(rows), ffi.new("int32_t[]", rows), codes(statuses, rows)
    printed = index(stated_unit), stated_mode, figures, signed, len(terms), index(unit), mode
    with watched(progress, cancel) as run:
        given = index(rules), column, rows, *printed, gaps, verdicts, rows, places, run
        call(lib.tkg_reconcile_rows_i64, *given)
    return Reconciled(view(gaps, rows), memoryview(ffi.buffer(verdicts)).cast("i"))


def _terms(terms: Sequence[Column], rows: int) -> Any:
    figures = room(len(terms) * rows)
    for at, term in enumerate(map(ints, terms)):
        if len(term) != rows:
            raise ValueError(f"expected {rows} figures in every term, found {len(term)}")
        figures[at * rows : (at + 1) * rows] = term
    return figures


def _signs(signs: Sequence[int] | None, count: int) -> Any:
    if signs is None:
        return ffi.NULL
    if len(signs) != count:
        raise ValueError(f"expected a sign for each of {count} terms, found {len(signs)}")
    return ffi.new("int32_t[]", [index(sign) for sign in signs])
