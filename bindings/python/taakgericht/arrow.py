"""Columns for whatever reads Apache Arrow (pyarrow, polars, duckdb): the capsules of its PyCapsule interface."""

from __future__ import annotations

import ctypes
from typing import Any

from ._columns import Column, ints
from ._library import call, utf8
from ._native import ffi, lib

_Destructor = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_new = ctypes.pythonapi.PyCapsule_New
_new.restype = ctypes.py_object
_new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, _Destructor]
# In a destructor the capsule has no owner any more, so it is passed by its address.
_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype = ctypes.c_void_p
_pointer.argtypes = [ctypes.c_void_p, ctypes.c_char_p]

_SCHEMA, _ARRAY = b"arrow_schema", b"arrow_array"
_held: dict[int, Any] = {}
"""The structs of the capsules that are about, by their addresses."""


def capsules(function: Any, *arguments: Any) -> tuple[Any, Any]:
    """What a function of the library exports: a schema and an array, each in its capsule."""
    schema, array = ffi.new("struct ArrowSchema *"), ffi.new("struct ArrowArray *")
    call(function, *arguments, schema, array)
    return _capsule(schema, _SCHEMA, _free_schema), _capsule(array, _ARRAY, _free_array)


def _capsule(struct: Any, name: bytes, destructor: Any) -> Any:
    address = int(ffi.cast("intptr_t", struct))
    _held[address] = struct
    return _new(address, name, destructor)


def _freed(capsule: int, name: bytes) -> None:
    struct = _held.pop(_pointer(capsule, name))
    # A reader that took it has set this to NULL.
    if struct.release != ffi.NULL:
        struct.release(struct)


_free_schema = _Destructor(lambda capsule: _freed(capsule, _SCHEMA))
_free_array = _Destructor(lambda capsule: _freed(capsule, _ARRAY))

# A capsule may be the last thing that a program lets go of.
for _destructor in (_free_schema, _free_array):
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(_destructor))


class Exported:
    """Something that the library exports to Arrow, by a function with these arguments."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self._function, self._arguments = function, arguments

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[Any, Any]:
        """The schema and the array; another schema is not followed, since an amount stays what it is."""
        return capsules(self._function, *self._arguments)

    def __arrow_c_schema__(self) -> Any:
        """The schema alone."""
        return self.__arrow_c_array__()[0]


def arrow_column(cents: Column, name: str, *, in_cents: bool = False) -> Exported:
    """A column of cents, such as one that a call gave: for `pyarrow.array` and `polars.Series`.

    Euros as decimal128(19, 2), or int64 cents; `MISSING` becomes null.
    """
    column, called = ints(cents), utf8(name)
    return Exported(lib.tkg_amounts_arrow, column, len(column), called, len(called), amounts_as(in_cents))


def amounts_as(in_cents: bool) -> int:
    """How amounts are laid out."""
    return lib.TKG_ARROW_INT64 if in_cents else lib.TKG_ARROW_DECIMAL  # type: ignore[no-any-return]
