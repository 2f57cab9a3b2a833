"""Columns of `int64` cents: what a caller has, without a copy where it already is memory of that kind."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence, Set
from operator import index
from typing import Any, Union

from ._native import ffi

Column = Union[Sequence[int], "array[int]", memoryview]
"""Whole numbers: a buffer of `int64` (`array('q')`, a memoryview, numpy, Arrow), or a sequence of `int`."""

_fresh = ffi.new_allocator(should_clear_after_alloc=False)


def ints(values: Any) -> Any:
    """The memory of a column: its own when it has any, otherwise a copy."""
    view = _view(values)
    if view is None:
        if isinstance(values, (Mapping, Set)):
            raise TypeError(f"expected numbers in an order, found a {type(values).__name__}")
        # `index`, because cffi would cut the decimals off a Decimal.
        return ffi.new("int64_t[]", [index(value) for value in values])
    return ffi.from_buffer("int64_t[]", in_one_piece(view, "int64", "ql", 8))


def optional(values: Any) -> Any:
    """As `ints`; NULL for None."""
    return ffi.NULL if values is None else ints(values)


def in_one_piece(view: memoryview, kind: str, letters: str, size: int) -> memoryview:
    """The memory, if it holds numbers of this kind one after another."""
    letter = view.format.lstrip("@=<")
    if view.itemsize != size or letter not in tuple(letters) or not view.c_contiguous:
        raise TypeError(f"expected {kind} in one piece, found format {view.format!r} with strides {view.strides}")
    return view


def _view(values: Any) -> memoryview | None:
    try:
        return memoryview(values)
    except TypeError:
        return None


def room(count: int) -> Any:
    """Memory for so many numbers, not cleared: the library fills all of it."""
    return _fresh("int64_t[]", count)


def target(out: Any, count: int) -> Any:
    """Where a result goes: memory of the caller, or new memory."""
    if out is None:
        return room(count)
    given = in_one_piece(memoryview(out), "int64", "ql", 8)
    return _writable("int64_t[]", given, count, "amounts")


def codes(statuses: Any, rows: int) -> Any:
    """The memory in which each row gets its status; NULL for None."""
    if statuses is None:
        return ffi.NULL
    given = in_one_piece(memoryview(statuses), "int32", "il", 4)
    return _writable("int32_t[]", given, rows, "statuses")


def _writable(kind: str, given: memoryview, count: int, what: str) -> Any:
    if given.readonly:
        raise TypeError(f"expected memory for {what} that can be written")
    memory = ffi.from_buffer(kind, given)
    if len(memory) < count:
        raise ValueError(f"expected room for {count} {what}, found room for {len(memory)}")
    return memory


def view(memory: Any, count: int) -> memoryview:
    """The numbers in some memory, which stays for as long as somebody looks at it."""
    return memoryview(ffi.buffer(memory, count * 8)).cast("q")
