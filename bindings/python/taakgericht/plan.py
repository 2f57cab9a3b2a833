"""Weights made ready for many divisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import index
from typing import Any

from ._columns import Column, codes, ints, optional, room, target, view
from ._handle import Handle
from ._library import call, given, made, utf8
from ._native import lib
from .money import cents, decimals, euros
from .run import Cancel, Progress, watched
from .split import RULES_VERSION, Method, TieRule, split


class Plan(Handle):
    """Weights made ready for many divisions (Dutch: verdeelsleutel); any number of threads may share it.

    Weights are whole numbers, such as inhabitants, or decimals, such as percentages. `unit` is in cents: parts are
    multiples of it, and so has to be what is divided. Every division adds up to what was divided.
    """

    __slots__ = ("_count",)

    def __init__(
        self,
        weights: Column | Sequence[Decimal | int],
        *,
        method: Method = Method.LARGEST_REMAINDER,
        tie: TieRule = TieRule.FIRST,
        unit: int = 1,
        rules: int = RULES_VERSION,
    ) -> None:
        how = split(method, tie, unit, rules)
        numbers, function = _weights(weights)
        super().__init__(made("plan", function, how, numbers, len(numbers)))
        self._count: int = given("int64_t", lib.tkg_plan_count, self._open)

    @classmethod
    def by_id(
        cls,
        weights: Mapping[str, int],
        *,
        method: Method = Method.LARGEST_REMAINDER,
        tie: TieRule = TieRule.FIRST,
        unit: int = 1,
        rules: int = RULES_VERSION,
    ) -> Plan:
        """Parties with ids, such as the codes of municipalities, and what each weighs, such as inhabitants.

        Who gets the last cent goes by the ids, so a mapping in another order gives every party the same amount; the parts
        stand in the order of the mapping.
        """
        ids, numbers = [utf8(party) for party in weights], ints(list(weights.values()))
        offsets = ints(list(accumulate(map(len, ids), initial=0)))
        how, plan = split(method, tie, unit, rules), cls.__new__(cls)
        handle = made("plan", lib.tkg_plan_new_by_id, how, b"".join(ids), offsets, numbers, len(numbers))
        Handle.__init__(plan, handle)
        plan._count = len(numbers)
        return plan

    def __len__(self) -> int:
        return self._count

    def allocate(self, amount: Decimal) -> list[Decimal]:
        """Divides one amount in euros; the parts stand in the order of the weights."""
        return [euros(part) for part in self.allocate_cents(cents(amount))]

    def allocate_cents(self, amount: int) -> list[int]:
        """Divides one amount in cents."""
        out = room(self._count)
        call(lib.tkg_allocate_i64, self._open, index(amount), out, self._count)
        return list(out)

    def allocate_within(
        self, amount: Decimal, floors: Sequence[Decimal | None] | None, ceilings: Sequence[Decimal | None] | None
    ) -> list[Decimal]:
        """Divides one amount in euros so that every part lies between its floor and its ceiling; None for no bound."""
        low, high = self._bounds(floors), self._bounds(ceilings)
        out = room(self._count)
        call(lib.tkg_allocate_bounded_i64, self._open, cents(amount), low, high, out, self._count)
        return [euros(part) for part in out]

    def _bounds(self, bounds: Sequence[Decimal | None] | None) -> Any:
        if bounds is not None and len(bounds) != self._count:
            raise ValueError(f"expected a bound for each of {self._count} weights, found {len(bounds)}")
        missing = lib.TKG_MISSING
        return optional(None if bounds is None else [missing if one is None else cents(one) for one in bounds])

    def allocate_rows(
        self,
        amounts: Column,
        *,
        out: Any = None,
        statuses: Any = None,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> memoryview:
        """Divides a column of cents; the parts of each amount stand together.

        `out` is memory for the parts, new if None. With `statuses`, memory for an int32 for each row, a row that fails
        has its code there and `MISSING` for parts; without, the first such row is raised.
        """
        return self._batch(lib.tkg_allocate_rows_i64, amounts, out, statuses, progress, cancel)

    def allocate_columns(
        self,
        amounts: Column,
        *,
        out: Any = None,
        statuses: Any = None,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> list[memoryview]:
        """Divides a column of cents into a column for each weight: the fastest way for many rows.

        The arguments are those of `allocate_rows`.
        """
        parts = self._batch(lib.tkg_allocate_columns_i64, amounts, out, statuses, progress, cancel)
        rows = len(parts) // self._count
        return [parts[at * rows : (at + 1) * rows] for at in range(self._count)]

    def _batch(
        self,
        function: Any,
        amounts: Column,
        out: Any,
        statuses: Any,
        progress: Progress | None,
        cancel: Cancel | None,
    ) -> memoryview:
        column = ints(amounts)
        rows = len(column)
        memory, places = target(out, rows * self._count), codes(statuses, rows)
        with watched(progress, cancel) as run:
            call(function, self._open, column, rows, memory, rows * self._count, places, run)
        return view(memory, rows * self._count)


def _weights(weights: Any) -> tuple[Any, Any]:
    if isinstance(weights, Sequence) and any(isinstance(weight, Decimal) for weight in weights):
        exact = [Decimal(weight) if isinstance(weight, int) else weight for weight in weights]
        return decimals(exact), lib.tkg_plan_new_decimal
    return ints(weights), lib.tkg_plan_new
