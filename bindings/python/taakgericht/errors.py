"""What a call raises: one class for each kind of reason, with the words and the place of the failure."""

from __future__ import annotations

from typing import Any

from ._native import ffi, lib


class Error(Exception):
    """A call that was not carried out; `str` of it is the message.

    The code decides, and the name of it is for people; the wording of a message may change.
    """

    code: int
    """The number of the status, such as `TKG_E_OVERFLOW`."""
    name: str
    """The name of the status: "TKG_E_OVERFLOW"."""
    kind: str
    """The kind of an error of data in a word, as diagnoses write it: "key-sum"; otherwise empty."""
    row: int | None
    """The row of a batch, counted from 0."""
    item: int | None
    """The position in a list, such as that of a weight, counted from 0."""
    field: str
    """What it is about, such as "weights" or "year 2016"."""
    message: str
    """Where, what was found, what was expected, and on a second line what to do."""

    def __init__(
        self, code: int, message: str, *, row: int | None = None, item: int | None = None, field: str = ""
    ) -> None:
        super().__init__(code, message)
        self.code, self.message, self.row, self.item, self.field = code, message, row, item, field
        self.name = ffi.string(lib.tkg_status_name(code)).decode()
        self.kind = ffi.string(lib.tkg_status_kind(code)).decode()

    def __str__(self) -> str:
        return self.message


class UseError(Error):
    """A mistake in the calling program, such as rules of a version that there is not."""


class DataError(Error, ValueError):
    """The data: weights that add up to zero, a schedule that is not 100%, a scenario that contradicts itself."""


class RunError(Error):
    """This run, on this machine: cancelled, or not enough memory."""


class Cancelled(RunError):
    """The run was cancelled by its token or by its progress function."""


class InternalError(Error):
    """A mistake in the library, caught before it could do harm: please report it."""


def _kind(code: int) -> type[Error]:
    if code == lib.TKG_E_CANCELLED:
        return Cancelled
    if -20 < code < 0:
        return UseError
    if -60 < code <= -20:
        return DataError
    return RunError if -80 < code <= -60 else InternalError


def failure(status: int, record: Any) -> Error:
    """The exception for a status and the record that the library filled in."""
    text = ffi.string(record.message).decode()
    field = ffi.string(record.field).decode()
    return _kind(status)(status, text, row=_place(record.row), item=_place(record.item), field=field)


def _place(position: int) -> int | None:
    return None if position < 0 else position
