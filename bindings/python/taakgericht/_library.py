"""Calls into the C library: every status other than TKG_OK is raised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._native import ffi, lib
from .errors import failure

_RECORD = ffi.typeof("tkg_error *")
_RECORD_SIZE = ffi.sizeof("tkg_error")


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function that takes a `tkg_error` as its last argument."""
    record = ffi.new(_RECORD)
    record.struct_size = _RECORD_SIZE
    status = function(*arguments, record)
    if status != lib.TKG_OK:
        raise failure(status, record)


def made(kind: str, function: Callable[..., int], *arguments: Any) -> Any:
    """Calls a function that makes a handle; it is freed when nothing refers to it any more."""
    out = ffi.new(f"tkg_{kind} **")
    call(function, *arguments, out)
    return ffi.gc(out[0], getattr(lib, f"tkg_{kind}_free"))


def given(kind: str, function: Callable[..., int], *arguments: Any) -> Any:
    """Calls a function that fills in one number or struct."""
    out = ffi.new(f"{kind} *")
    if ffi.typeof(out).item.kind == "struct" and kind != "tkg_decimal":
        out.struct_size = ffi.sizeof(kind)
    call(function, *arguments, out)
    return out if ffi.typeof(out).item.kind == "struct" else out[0]


def utf8(text: str) -> bytes:
    """A text as the library takes it."""
    if not isinstance(text, str):
        raise TypeError(f"expected a str, found {type(text).__name__}: {text!r}")
    return text.encode()


def text_of(function: Callable[..., int], *arguments: Any) -> str:
    """Calls a function that makes a text."""
    text = made("text", function, *arguments)
    data, length = ffi.new("char **"), ffi.new("int64_t *")
    call(lib.tkg_text_view, text, data, length)
    return bytes(ffi.buffer(data[0], length[0])).decode()


call(lib.tkg_check_abi, lib.TKG_ABI_VERSION, lib.TKG_VERSION_MINOR)
