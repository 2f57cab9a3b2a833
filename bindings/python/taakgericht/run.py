"""How a long run is watched and stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Optional

from ._handle import Handle
from ._library import call, made
from ._native import ffi, lib
from .errors import Cancelled

Progress = Callable[[int, int], Optional[bool]]
"""Hears how many rows are done, of how many; once for every 1,024 rows. `False` cancels the run."""


class Cancel(Handle):
    """A token by which any thread stops runs on other threads."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(made("cancel", lib.tkg_cancel_new))

    def set(self) -> None:
        """Stops every run that has this token, now and later: they raise `Cancelled`."""
        call(lib.tkg_cancel_set, self._open)


@contextmanager
def watched(progress: Progress | None, cancel: Cancel | None) -> Iterator[Any]:
    """The struct of a run; what `progress` raises comes out of the run."""
    if progress is None and cancel is None:
        yield ffi.NULL
        return
    raised: list[BaseException] = []
    token = ffi.NULL if cancel is None else cancel._open
    callback = ffi.NULL if progress is None else _callback(progress, raised)
    try:
        yield ffi.new(
            "tkg_run *", {"struct_size": ffi.sizeof("tkg_run"), "cancel": token, "progress": callback}
        )
    except Cancelled as cancelled:
        raise (raised[0] if raised else cancelled)


def _callback(progress: Progress, raised: list[BaseException]) -> Any:
    def hears(_: Any, done: int, total: int) -> int:
        try:
            stops = progress(done, total) is False
        except BaseException as error:  # no exception may cross the library
            raised.append(error)
            stops = True
        return lib.TKG_E_CANCELLED if stops else lib.TKG_OK  # type: ignore[no-any-return]

    return ffi.callback("tkg_progress_fn", hears)
