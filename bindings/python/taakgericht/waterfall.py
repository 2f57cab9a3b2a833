"""Lines that a budget runs through (Dutch: trap)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from operator import index
from typing import Any

from ._columns import Column, codes, ints, target, view
from ._handle import Handle
from ._library import call, given, made, utf8
from ._native import ffi, lib
from .money import cents, decimal, decimals
from .run import Cancel, Progress, watched
from .split import RULES_VERSION, TieRule


class Reading(IntEnum):
    """How a printed cut is read, where the base-year budget already lacks one."""

    CUMULATIVE_POINTS = lib.TKG_READING_CUMULATIVE_POINTS
    """8.5% - 3.5% is 5% of the base."""
    LITERAL = lib.TKG_READING_LITERAL
    """8.5% of the base."""
    COMPOUNDING = lib.TKG_READING_COMPOUNDING
    """1 - (1 - 8.5%) / (1 - 3.5%) of the base."""


@dataclass(frozen=True)
class Line:
    """A line of a waterfall; make it by `share`, `share_of_rest`, `fixed` or `residual`.

    Amounts are euros. A memo is shown and never added (Dutch: waarvan).
    """

    name: str
    rule: int
    percent: Decimal = Decimal(0)
    base: int = lib.TKG_BASE_WHOLE
    amount: Decimal = Decimal(0)
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    memo: bool = False

    @staticmethod
    def share(
        name: str,
        percent: Decimal,
        *,
        of: int | None = None,
        floor: Decimal | None = None,
        ceiling: Decimal | None = None,
        memo: bool = False,
    ) -> Line:
        """A percentage of the whole budget, or of the line at position `of`: 8.5 for 8.5%."""
        base = lib.TKG_BASE_WHOLE if of is None else of
        return Line(name, lib.TKG_RULE_SHARE, percent, base, floor=floor, ceiling=ceiling, memo=memo)

    @staticmethod
    def share_of_rest(
        name: str,
        percent: Decimal,
        *,
        floor: Decimal | None = None,
        ceiling: Decimal | None = None,
        memo: bool = False,
    ) -> Line:
        """A percentage of what the parts before it have left."""
        return Line(name, lib.TKG_RULE_SHARE_OF_REST, percent, floor=floor, ceiling=ceiling, memo=memo)

    @staticmethod
    def fixed(
        name: str,
        amount: Decimal,
        *,
        floor: Decimal | None = None,
        ceiling: Decimal | None = None,
        memo: bool = False,
    ) -> Line:
        """The same amount whatever the budget is."""
        return Line(name, lib.TKG_RULE_FIXED, amount=amount, floor=floor, ceiling=ceiling, memo=memo)

    @staticmethod
    def residual(name: str, *, floor: Decimal | None = None, ceiling: Decimal | None = None) -> Line:
        """All that the parts before it have left (Dutch: restpost)."""
        return Line(name, lib.TKG_RULE_RESIDUAL, floor=floor, ceiling=ceiling)


class Waterfall(Handle):
    """Lines that a budget runs through; any number of threads may share it. `unit` is in cents."""

    __slots__ = ("_count",)

    def __init__(
        self, lines: Sequence[Line], *, unit: int = 1, tie: TieRule = TieRule.FIRST, rules: int = RULES_VERSION
    ) -> None:
        names = [ffi.from_buffer(utf8(line.name)) for line in lines]
        written = ffi.new("tkg_line[]", [_line(line, name) for line, name in zip(lines, names)])
        self._take(made("waterfall", lib.tkg_waterfall_new, index(rules), written, len(lines), index(unit), tie))

    @classmethod
    def rta(
        cls,
        year: int,
        lines: Sequence[Decimal],
        residual: Decimal,
        *,
        cut: Decimal | None = None,
        in_base: Decimal | None = None,
        reading: Reading = Reading.CUMULATIVE_POINTS,
        residual_unit: Decimal = Decimal(1),
        rules: int = RULES_VERSION,
    ) -> Waterfall:
        """One year of an RTA schedule: the State's cut (Dutch: korting), the lines, and the residual. All percentages.

        `in_base` is the cut that the base-year budget already lacks; `residual_unit` is what the residual was printed in.
        """
        shares = decimals(lines)
        cuts = [ffi.NULL if one is None else decimal(one) for one in (cut, in_base)]
        rest = decimal(residual), decimal(residual_unit)
        lead = index(rules), index(year), reading
        handle = made("waterfall", lib.tkg_waterfall_new_rta, *lead, *cuts, shares, len(lines), *rest)
        waterfall = cls.__new__(cls)
        waterfall._take(handle)
        return waterfall

    def _take(self, handle: Any) -> None:
        super().__init__(handle)
        self._count: int = given("int64_t", lib.tkg_waterfall_count, handle)

    def __len__(self) -> int:
        return self._count

    def columns(
        self,
        budgets: Column,
        *,
        out: Any = None,
        statuses: Any = None,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> list[memoryview]:
        """Runs a column of budgets in cents through the lines, into a column for each line.

        The parts of a row add up to its budget. The other arguments are those of `Plan.allocate_rows`.
        """
        column = ints(budgets)
        rows = len(column)
        memory, places, cap = target(out, rows * self._count), codes(statuses, rows), rows * self._count
        with watched(progress, cancel) as run:
            call(lib.tkg_waterfall_columns_i64, self._open, column, rows, memory, cap, places, run)
        parts = view(memory, cap)
        return [parts[at * rows : (at + 1) * rows] for at in range(self._count)]


def _line(line: Line, name: Any) -> dict[str, Any]:
    return {
        "struct_size": ffi.sizeof("tkg_line"),
        "rule": line.rule,
        "role": lib.TKG_ROLE_MEMO if line.memo else lib.TKG_ROLE_PART,
        "base": line.base,
        "percent": decimal(line.percent)[0],
        "fixed": cents(line.amount),
        "floor": _bound(line.floor),
        "ceiling": _bound(line.ceiling),
        "name": ffi.cast("char *", name),
        "name_length": len(name),
    }


def _bound(bound: Decimal | None) -> int:
    return lib.TKG_MISSING if bound is None else cents(bound)
