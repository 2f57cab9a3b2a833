"""Pools of members that share what care costs (Dutch: solidariteit)."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from operator import index
from typing import Any, NamedTuple

from ._columns import Column, ints, room, view
from ._handle import Handle
from ._library import call, made
from ._native import ffi, lib
from .money import cents, decimal
from .split import RULES_VERSION, TieRule


class Model(IntEnum):
    """How a pool shares its cost."""

    ACTUAL_USE = lib.TKG_MODEL_ACTUAL_USE
    """Everyone bears the cost of the own clients (Dutch: profijtbeginsel)."""
    INSURANCE = lib.TKG_MODEL_INSURANCE
    """Everyone bears a share of all cost by the key (Dutch: verzekeringsmodel)."""
    BLEND = lib.TKG_MODEL_BLEND
    """A share of every cost is pooled (Dutch: mengvorm)."""
    CORRIDOR = lib.TKG_MODEL_CORRIDOR
    """A deviation from the contribution is one's own within the band (Dutch: bandbreedte)."""
    STOP_LOSS = lib.TKG_MODEL_STOP_LOSS
    """Of what a client costs above the threshold, a share is pooled (Dutch: hoge-kostenregeling)."""


class Netting(IntEnum):
    """Whether underspends pay for overspends."""

    NETTED = lib.TKG_NETTING_NETTED
    """First; what is left is divided by the key."""
    EACH_SIDE = lib.TKG_NETTING_EACH_SIDE
    """No: overspends are borne, and underspends given back, each by its own key."""
    OVERSPENDS_ONLY = lib.TKG_NETTING_OVERSPENDS_ONLY
    """No: overspends are borne; whoever underspends keeps that."""


class Residual(IntEnum):
    """Who gets the cents that are left over."""

    LARGEST = lib.TKG_RESIDUAL_LARGEST
    """The largest remainders."""
    CUMULATIVE = lib.TKG_RESIDUAL_CUMULATIVE
    """Every running total is rounded."""
    FIRST = lib.TKG_RESIDUAL_FIRST
    """The first who has an amount."""
    LAST = lib.TKG_RESIDUAL_LAST
    """The last who has an amount."""


class Settlement(NamedTuple):
    """A year that was settled, in cents for each member."""

    borne: memoryview
    """What it finally bears; together the cost and the levy."""
    transfers: memoryview
    """What it pays, or below zero receives; together the levy."""


class Payment(NamedTuple):
    """A payment from one member to another; they are positions, counted from 0."""

    payer: int
    payee: int
    cents: int


class Pool(Handle):
    """A pool of members, which are positions in columns; any number of threads may share it.

    `share` is a percentage: what is pooled of a blend, the band of a corridor, what is ceded of a stop-loss. Threshold,
    ceiling and levy are euros: of a stop-loss, what a client costs up to here and above this is one's own; and what the
    members bear beyond the cost.
    """

    __slots__ = ("_count",)

    def __init__(
        self,
        key: Column,
        model: Model,
        *,
        share: Decimal = Decimal(0),
        netting: Netting = Netting.NETTED,
        underspend_key: Column | None = None,
        threshold: Decimal = Decimal(0),
        ceiling: Decimal | None = None,
        levy: Decimal = Decimal(0),
        residual: Residual = Residual.LARGEST,
        tie: TieRule = TieRule.FIRST,
        rules: int = RULES_VERSION,
    ) -> None:
        weights = ints(key)
        self._count = len(weights)
        limits = {"threshold": cents(threshold), "ceiling": lib.TKG_MISSING if ceiling is None else cents(ceiling)}
        how = {"model": model, "netting": netting, "residual": residual, "tie_rule": tie}
        size = {"struct_size": ffi.sizeof("tkg_pool_terms"), "rules_version": index(rules)}
        amounts = {"share": decimal(share)[0], "levy": cents(levy), **limits}
        terms = ffi.new("tkg_pool_terms *", {**size, **how, **amounts})
        super().__init__(made("pool", lib.tkg_pool_new, terms, weights, self._members(underspend_key), self._count))

    def __len__(self) -> int:
        return self._count

    def settle(
        self,
        costs: Column,
        *,
        outside: Column | None = None,
        contributions: Column | None = None,
        clients: tuple[Column, Column] | None = None,
    ) -> Settlement:
        """Settles a year, in cents: what the clients of each member cost, and what each bears and pays.

        `outside` is what they cost beyond what is shared; `contributions` (Dutch: inleg) a corridor needs. For a stop-loss,
        `clients` are offsets and costs: member m has the clients `costs[offsets[m]:offsets[m + 1]]`.
        """
        columns = self._members(costs), self._members(outside), self._members(contributions)
        offsets, single = (ffi.NULL, ffi.NULL) if clients is None else self._clients(*clients)
        borne, transfers = room(self._count), room(self._count)
        call(lib.tkg_pool_settle_i64, self._open, *columns, offsets, single, borne, transfers, self._count)
        return Settlement(view(borne, self._count), view(transfers, self._count))

    def _members(self, values: Column | None) -> Any:
        if values is None:
            return ffi.NULL
        memory = ints(values)
        if len(memory) != self._count:
            raise ValueError(f"expected one for each of {self._count} members, found {len(memory)}")
        return memory

    def _clients(self, offsets: Column, costs: Column) -> tuple[Any, Any]:
        ends, single = ints(offsets), ints(costs)
        if len(ends) != self._count + 1 or ends[self._count] > len(single):
            expected = f"expected {self._count + 1} offsets up to {len(single)} clients"
            raise ValueError(f"{expected}, found {len(ends)} up to {ends[len(ends) - 1] if len(ends) else 0}")
        return ends, single


def payments(transfers: Column) -> list[Payment]:
    """Reduces transfers in cents to fewer payments than there are members; they depend on nothing but the transfers."""
    column, needed = ints(transfers), ffi.new("int64_t *")
    most = max(len(column) - 1, 0)
    payer, payee, amounts = room(most), room(most), room(most)
    call(lib.tkg_payments_i64, column, len(column), payer, payee, amounts, most, needed)
    return [Payment(payer[at], payee[at], amounts[at]) for at in range(needed[0])]
