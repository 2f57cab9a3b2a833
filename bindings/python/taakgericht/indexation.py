"""How tariffs follow wages and prices (Dutch: indexatie)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from operator import index
from typing import Any, NamedTuple

from ._columns import Column, ints, target, view
from ._library import call
from ._native import ffi, lib
from .money import decimal, decimals, number
from .rounding import Mode
from .split import RULES_VERSION


class Correction(IntEnum):
    """How last year's provisional figures are put right."""

    RATIO = lib.TKG_INDEX_RATIO
    """By how much its definitive level exceeds the provisional one: c + (1+d)/(1+p) - 1."""
    DIFFERENCE = lib.TKG_INDEX_DIFFERENCE
    """The difference in percentage points: c + (d - p)."""
    COMPOUNDING = lib.TKG_INDEX_COMPOUNDING
    """From last year's definitive level, off the level that was paid: (1+c)*(1+d)/(1+p) - 1."""


class Stage(IntEnum):
    """What is corrected."""

    WEIGHTED = lib.TKG_STAGE_WEIGHTED
    """Wages and prices are weighed, and then corrected."""
    EACH = lib.TKG_STAGE_EACH
    """They are corrected each by itself, and then weighed."""


class Chaining(IntEnum):
    """What next year's tariff is reckoned from."""

    ON_ROUNDED = lib.TKG_CHAIN_ON_ROUNDED
    """The rounded tariff of the year before."""
    FROM_BASE = lib.TKG_CHAIN_FROM_BASE
    """The tariff of the base year, by all indices since."""


class Figures(NamedTuple):
    """Rises in percent: 4.91 for 4.91%."""

    wages: Decimal
    """Dutch: OVA."""
    prices: Decimal
    """Dutch: PPC."""


@dataclass(frozen=True)
class IndexRule:
    """How a contract is indexed (Dutch: indexatiebepaling); wages and prices weigh 100 together."""

    weights: Figures
    correction: Correction = Correction.RATIO
    stage: Stage = Stage.WEIGHTED
    mode: Mode = Mode.HALF_UP
    decimals: int = 2
    rules: int = RULES_VERSION

    def percent(
        self, year: int, provisional: Figures, *, before: Figures | None = None, became: Figures | None = None
    ) -> Decimal:
        """The percentage that tariffs rise by in a year.

        `before` and `became` are last year's figures, provisional and definitive; neither in the first year of a contract.
        """
        figures = [ffi.NULL if one is None else _figures(one) for one in (provisional, before, became)]
        out = ffi.new("tkg_decimal *")
        call(lib.tkg_index_percent, self._raw(), index(year), *figures, out)
        return number(out)

    def _raw(self) -> Any:
        how = {"method": self.correction, "stage": self.stage, "mode": self.mode, "decimals": index(self.decimals)}
        weights = {"wages": decimal(self.weights.wages)[0], "prices": decimal(self.weights.prices)[0]}
        size = {"struct_size": ffi.sizeof("tkg_index_rule"), "rules_version": index(self.rules)}
        return ffi.new("tkg_index_rule *", {**size, **how, **weights})


def index_tariffs(
    tariffs: Column,
    percents: Sequence[Decimal],
    *,
    first_year: int,
    chaining: Chaining = Chaining.ON_ROUNDED,
    mode: Mode = Mode.HALF_UP,
    unit: int = 1,
    rules: int = RULES_VERSION,
    out: Any = None,
) -> list[memoryview]:
    """Indexes tariffs in cents from year to year: a column for each percentage. `unit` is in cents."""
    column, years = ints(tariffs), len(percents)
    rows, memory = len(column), target(out, len(column) * years)
    how = index(first_year), chaining, mode, index(unit)
    call(lib.tkg_index_tariffs_i64, index(rules), column, rows, decimals(percents), years, *how, memory, rows * years)
    parts = view(memory, rows * years)
    return [parts[year * rows : (year + 1) * rows] for year in range(years)]


def _figures(figures: Figures) -> Any:
    return ffi.new("tkg_index_figures *", [decimal(figures.wages)[0], decimal(figures.prices)[0]])
