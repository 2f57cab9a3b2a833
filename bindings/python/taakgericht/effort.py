"""What lines of delivered care are worth (Dutch: prijs maal hoeveelheid)."""

from __future__ import annotations

from array import array
from operator import index
from typing import Any

from ._columns import Column, in_one_piece, ints, target, view
from ._library import call
from ._native import ffi, lib


def effort_amounts(
    tariffs: Column, volumes: Column, *, tariff_decimals: int = 2, volume_decimals: int = 0, out: Any = None
) -> memoryview:
    """What each line is worth in cents: tariff times volume, rounded half away from zero to the cent.

    Tariffs are euros and volumes are units, as whole numbers with so many decimals: with 4, a tariff of 873000 is 87.30
    euros. `out` is memory for the amounts, new if None.
    """
    prices, counts, decimals = _lines(tariffs, volumes, tariff_decimals, volume_decimals)
    memory = target(out, len(prices))
    call(lib.tkg_effort_amounts_i64, prices, counts, len(prices), *decimals, memory, len(prices))
    return view(memory, len(prices))


def effort_sums(
    tariffs: Column,
    volumes: Column,
    groups: Any,
    count: int,
    *,
    tariff_decimals: int = 2,
    volume_decimals: int = 0,
    out: Any = None,
) -> memoryview:
    """Adds the amounts of lines up by group, such as a municipality: `count` sums, at the positions that `groups` gives.

    `groups` is memory of `uint32`, or a sequence of `int`. The other arguments are those of `effort_amounts`.
    """
    prices, counts, decimals = _lines(tariffs, volumes, tariff_decimals, volume_decimals)
    places = ffi.from_buffer("uint32_t[]", _groups(groups))
    if len(places) != len(prices):
        raise ValueError(f"expected a group for each of {len(prices)} lines, found {len(places)}")
    memory = target(out, index(count))
    call(lib.tkg_effort_sums_i64, prices, counts, places, len(prices), *decimals, memory, index(count))
    return view(memory, index(count))


def _lines(tariffs: Column, volumes: Column, *decimals: int) -> tuple[Any, Any, tuple[int, ...]]:
    prices, counts = ints(tariffs), ints(volumes)
    if len(prices) != len(counts):
        raise ValueError(f"expected a volume for each of {len(prices)} tariffs, found {len(counts)}")
    return prices, counts, tuple(index(number) for number in decimals)


def _groups(groups: Any) -> memoryview:
    try:
        found = memoryview(groups)
    except TypeError:
        found = memoryview(array("I", groups))
    return in_one_piece(found, "uint32", "IL", 4)
