"""Tables that still add up when they are rounded, and instalments whose running totals are right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from operator import index

from ._columns import Column, ints, optional, room, view
from ._library import call
from ._native import ffi, lib
from .money import cents, euros


@dataclass(frozen=True)
class Table:
    """A rounded table, in cents; the cells stand row by row."""

    cells: memoryview
    row_totals: memoryview
    column_totals: memoryview
    total: int


def round_table(
    cells: Column, columns: int, *, unit: int, row_totals: Column | None = None, column_totals: Column | None = None
) -> Table:
    """Rounds a table of cents, row by row, to multiples of `unit`, so that it adds up along its rows and its columns.

    Totals can be prescribed; every cell and every total goes to the multiple just below or just above.
    """
    memory = ints(cells)
    rows, odd = divmod(len(memory), columns) if columns > 0 else (0, len(memory))
    if odd:
        raise ValueError(f"expected rows of {columns} cells, found {len(memory)} cells")
    totals = _prescribed(row_totals, rows, "row"), _prescribed(column_totals, columns, "column")
    out, out_rows, out_columns, total = room(len(memory)), room(rows), room(columns), ffi.new("int64_t *")
    results = out, len(memory), out_rows, out_columns, total
    call(lib.tkg_table_round, memory, rows, columns, index(unit), *totals, *results)
    return Table(view(out, len(memory)), view(out_rows, rows), view(out_columns, columns), total[0])


def _prescribed(totals: Column | None, count: int, kind: str) -> object:
    if totals is not None and len(totals) != count:
        raise ValueError(f"expected {count} {kind} totals, found {len(totals)}")
    return optional(totals)


def instalments(amount: Decimal, count: int) -> list[Decimal]:
    """Divides an amount in euros into instalments (Dutch: termijnen) of which every running total is right."""
    out = room(max(count, 0))
    call(lib.tkg_instalments, cents(amount), index(count), out)
    return [euros(part) for part in out]
