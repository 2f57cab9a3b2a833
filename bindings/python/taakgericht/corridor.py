"""How much a cost may deviate from a lump sum, and who bears what lies beyond (Dutch: bandbreedte)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from operator import index
from typing import Any

from ._columns import Column, codes, ints, target, view
from ._handle import Handle
from ._library import call, made
from ._native import lib
from .money import decimals
from .rounding import Mode
from .run import Cancel, Progress, watched
from .split import RULES_VERSION

Breakpoints = Sequence["tuple[Decimal, Decimal]"]
"""From which deviation on, in percent of the lump sum, and how many percent of what lies beyond."""


class Corridor(Handle):
    """Breakpoints on both sides of a lump sum; any number of threads may share it.

    From a deviation on, the municipality bears (`over`) or takes back (`under`) a share, up to the next breakpoint.
    """

    __slots__ = ()

    def __init__(self, over: Breakpoints = (), under: Breakpoints = (), *, rules: int = RULES_VERSION) -> None:
        sides = []
        for side in (over, under):
            sides += [decimals([start for start, _ in side]), decimals([share for _, share in side]), len(side)]
        super().__init__(made("corridor", lib.tkg_corridor_new, index(rules), *sides))

    def settle(
        self,
        lump_sums: Column,
        shadow_costs: Column,
        *,
        mode: Mode = Mode.HALF_UP,
        unit: int = 1,
        out: Any = None,
        statuses: Any = None,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> memoryview:
        """What each provider gets, in cents, of a lump sum and what care would have cost by effort (schaduwkosten).

        `unit` is in cents. The other arguments are those of `Plan.allocate_rows`.
        """
        sums, costs = ints(lump_sums), ints(shadow_costs)
        if len(sums) != len(costs):
            raise ValueError(f"expected a cost for each of {len(sums)} lump sums, found {len(costs)}")
        memory, places = target(out, len(sums)), codes(statuses, len(sums))
        given = self._open, sums, costs, len(sums), mode, index(unit)
        with watched(progress, cancel) as run:
            call(lib.tkg_corridor_settle_i64, *given, memory, len(sums), places, run)
        return view(memory, len(sums))
