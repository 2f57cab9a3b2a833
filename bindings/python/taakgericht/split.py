"""How something is divided: the method, the tie rule and the unit."""

from __future__ import annotations

from enum import IntEnum
from operator import index
from typing import Any

from ._native import ffi, lib


class Method(IntEnum):
    """Who gets the cents that are left over."""

    LARGEST_REMAINDER = lib.TKG_METHOD_LARGEST_REMAINDER
    """The largest remainders (Hamilton; Dutch: grootste resten)."""
    CUMULATIVE = lib.TKG_METHOD_CUMULATIVE
    """Every running total is rounded; a part is the difference of two."""
    FIRST_TAKES_REST = lib.TKG_METHOD_FIRST_TAKES_REST
    """The first with a weight takes the rest."""
    LAST_TAKES_REST = lib.TKG_METHOD_LAST_TAKES_REST
    """The last with a weight takes the rest (Dutch: sluitpost)."""
    WEBSTER = lib.TKG_METHOD_WEBSTER
    """The divisor method that rounds at the half (Sainte-Laguë)."""
    JEFFERSON = lib.TKG_METHOD_JEFFERSON
    """The divisor method that rounds down (D'Hondt)."""
    ADAMS = lib.TKG_METHOD_ADAMS
    """The divisor method that rounds up."""
    HUNTINGTON_HILL = lib.TKG_METHOD_HUNTINGTON_HILL
    """The divisor method that rounds at the geometric mean."""


class TieRule(IntEnum):
    """Who of those with an equal claim gets the last unit."""

    FIRST = lib.TKG_TIE_FIRST
    """The order of the weights."""
    LAST = lib.TKG_TIE_LAST
    """The last goes first."""
    LARGEST_WEIGHT = lib.TKG_TIE_LARGEST_WEIGHT
    """The largest weight; of equal weights, the first."""
    REFUSE = lib.TKG_TIE_REFUSE
    """A tie is an error, for a person to decide."""


RULES_VERSION: int = lib.TKG_RULES_VERSION
"""The newest rules; results of one version of the rules never change."""


def split(method: Method, tie: TieRule, unit: int, rules: int) -> Any:
    """The struct that the library takes."""
    fields = {"struct_size": ffi.sizeof("tkg_split"), "rules_version": index(rules), "unit": index(unit)}
    return ffi.new("tkg_split *", {**fields, "method": index(method), "tie_rule": index(tie)})
