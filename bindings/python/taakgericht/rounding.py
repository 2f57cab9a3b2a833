"""How a number is rounded at a named step."""

from __future__ import annotations

from enum import IntEnum

from ._native import lib


class Mode(IntEnum):
    """Which of the two multiples next to a number it becomes."""

    HALF_UP = lib.TKG_MODE_HALF_UP
    """The nearest; a half goes away from zero (Dutch: rekenkundig)."""
    HALF_EVEN = lib.TKG_MODE_HALF_EVEN
    """The nearest; a half goes to the even multiple."""
    HALF_DOWN = lib.TKG_MODE_HALF_DOWN
    """The nearest; a half goes towards zero."""
    UP = lib.TKG_MODE_UP
    """Away from zero."""
    DOWN = lib.TKG_MODE_DOWN
    """Towards zero (Dutch: afkappen)."""
    FLOOR = lib.TKG_MODE_FLOOR
    """The multiple below."""
    CEILING = lib.TKG_MODE_CEILING
    """The multiple above."""
    EXACT = lib.TKG_MODE_EXACT
    """Neither: a number between two multiples is an error."""
