"""Decimals and amounts: `Decimal` euros on the outside, whole cents inside, and nothing rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from operator import index
from typing import Any

from ._library import call, given, utf8
from ._native import ffi, lib

_ZEROS = 1000

MISSING: int = lib.TKG_MISSING
"""The number in a column that is no amount; it is never a result."""


class Notation(IntEnum):
    """How people write amounts."""

    PLAIN = lib.TKG_NOTATION_PLAIN
    """Digits and a point: "1234.56"."""
    DUTCH = lib.TKG_NOTATION_DUTCH
    """"1.234,56", with a euro sign or without."""
    EITHER = lib.TKG_NOTATION_EITHER
    """Whichever of the two has a meaning; an error where both have one."""


def cents(euros: Decimal) -> int:
    """Euros as whole cents; `DataError` when digits would be lost."""
    return int(given("int64_t", lib.tkg_decimal_to_i64, decimal(euros), 2))


def euros(cents: int) -> Decimal:
    """Whole cents as euros, with two decimals whatever the context of `decimal` says; `MISSING` is no amount."""
    if index(cents) == MISSING:
        given("tkg_decimal", lib.tkg_decimal_from_i64, MISSING, 2)
    whole, rest = divmod(abs(index(cents)), 100)
    return Decimal(f"{'-' if cents < 0 else ''}{whole}.{rest:02}")


def parse_amount(text: str, notation: Notation = Notation.PLAIN) -> Decimal:
    """Reads an amount in euros: "1234.56", or "€ 1.234,56" in Dutch notation."""
    written = utf8(text)
    return euros(given("int64_t", lib.tkg_amount_parse, written, len(written), notation))


def format_amount(amount: Decimal, notation: Notation = Notation.PLAIN) -> str:
    """Writes an amount of whole cents: "1234.56", or "1.234,56" in Dutch notation."""
    buffer = ffi.new("char[]", 32)
    call(lib.tkg_amount_format, cents(amount), notation, buffer, len(buffer), ffi.NULL)
    return str(ffi.string(buffer).decode())


def decimal(number: Decimal) -> Any:
    """A number as the library takes it: at most 28 digits, all kept; `DataError` otherwise."""
    out = ffi.new("tkg_decimal *")
    written = plain(number)
    call(lib.tkg_decimal_parse, written, len(written), out)
    return out


def decimals(numbers: Sequence[Decimal]) -> Any:
    """Numbers in a row, as the library takes them."""
    return ffi.new("tkg_decimal[]", [decimal(one)[0] for one in numbers])


def number(raw: Any) -> Decimal:
    """A number that the library gave, with all its decimals."""
    buffer = ffi.new("char[]", 32)
    call(lib.tkg_decimal_format, raw, buffer, len(buffer), ffi.NULL)
    return Decimal(ffi.string(buffer).decode())


def plain(number: Decimal) -> bytes:
    """A number in digits; floats are refused, since they have lost theirs."""
    if not isinstance(number, Decimal):
        raise TypeError(f"expected a Decimal, found {type(number).__name__}: {number!r}")
    # Where its zeros would fill memory, it stays as it is, and no call reads it.
    return format(number, "f" if abs(number.adjusted()) <= _ZEROS else "").encode()
