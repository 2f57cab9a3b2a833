"""What every object that holds a handle of the library can do."""

from __future__ import annotations

from types import TracebackType
from typing import Any, TypeVar

_Self = TypeVar("_Self", bound="Handle")


class Handle:
    """Holds a handle until it is closed, or until nothing refers to it.

    A call in another thread, and a view of a column, hold it for as long as they last; so closing is always safe.
    """

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def _open(self) -> Any:
        if self._handle is None:
            raise ValueError(f"this {type(self).__name__} is closed")
        return self._handle

    def close(self) -> None:
        """Lets the handle go; after that, only `close` can be called."""
        self._handle = None

    def __enter__(self: _Self) -> _Self:
        self._open
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
