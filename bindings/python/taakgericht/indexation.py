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


_NOTHING = Figures(Decimal(0), Decimal(0))


@dataclass(frozen=True)
class IndexYear:
    """The figures of a year."""

    provisional: Figures
    """As they are known when the tariffs are set."""
    became: Figures | None = None
    """What last year's became, definitively; None in the first year of a contract."""
    before: Figures | None = None
    """What last year's were provisionally: only for the first of the years, unless it is the first of the contract."""


@dataclass(frozen=True)
class IndexRule:
    """How a contract is indexed (Dutch: indexatiebepaling); wages and prices weigh 100 together."""

    weights: Figures
    correction: Correction = Correction.RATIO
    stage: Stage = Stage.WEIGHTED
    mode: Mode = Mode.HALF_UP
    decimals: int = 2
    rules: int = RULES_VERSION

    def percents(self, first_year: int, years: Sequence[IndexYear]) -> list[Decimal]:
        """The percentages that tariffs rise by, in years that follow each other.

        Only the first of them may be without last year's figures: then it is the first year of a contract.
        """
        first = bool(years) and years[0].became is None
        figures = _figures([year.provisional for year in years]), _before(years), _became(years)
        out = ffi.new("tkg_decimal[]", len(years))
        call(lib.tkg_index_percents, self._raw(), index(first_year), *figures, len(years), first, out, len(years))
        return [number(ffi.addressof(out, at)) for at in range(len(years))]

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


def _before(years: Sequence[IndexYear]) -> Any:
    """What was provisional in the year before each: given, or that of the year before in the row."""
    given = [years[0].before or _NOTHING] if years else []
    return _figures(given + [year.provisional for year in years[:-1]])


def _became(years: Sequence[IndexYear]) -> Any:
    missing = [at for at, year in enumerate(years) if at > 0 and year.became is None]
    if missing or (years and (years[0].became is None) != (years[0].before is None)):
        raise ValueError(f"expected last year's figures, found none at position {missing[0] if missing else 0}")
    return _figures([year.became or _NOTHING for year in years])


def _figures(figures: Sequence[Figures]) -> Any:
    return ffi.new("tkg_index_figures[]", [(decimal(one.wages)[0], decimal(one.prices)[0]) for one in figures])
