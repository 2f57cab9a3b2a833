"""Scenarios: a TOML text with the CSV tables that it names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from ._handle import Handle
from ._library import made, text_of, utf8
from ._native import ffi, lib
from .outcome import Outcome


class Scenario(Handle):
    """A scenario that was read and proved; any number of threads may share it."""

    __slots__ = ()

    def __init__(self, text: str | bytes, tables: Mapping[str, str | bytes], *, name: str = "scenario.toml") -> None:
        """Reads a scenario from texts; `tables` are by the names that the scenario has for them."""
        with _Files(name, text, tables) as files:
            super().__init__(made("scenario", lib.tkg_scenario_read, *files))

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Scenario:
        """Reads a scenario from a file, and the tables that it names from files beside it."""
        text, tables = read_texts(path)
        return cls(text, tables, name=Path(path).name)

    def run(self) -> Outcome:
        """Carries the scenario out."""
        return Outcome(made("outcome", lib.tkg_scenario_run, self._open))

    def explain(self, figure: str) -> dict[str, Any]:
        """Explains one figure, "rta-groningen/2016/directe_zorg/Bedum", down to its inputs and their sources."""
        written = utf8(figure)
        return _object(text_of(lib.tkg_scenario_explain, self._open, written, len(written)))


def diagnose(
    text: str | bytes, tables: Mapping[str, str | bytes], *, name: str = "scenario.toml"
) -> list[dict[str, Any]]:
    """Everything that is wrong with a scenario; an empty list when it can be carried out."""
    with _Files(name, text, tables) as files:
        errors: list[dict[str, Any]] = _object(text_of(lib.tkg_scenario_diagnose, *files))["errors"]
        return errors


def table_names(text: str | bytes, *, name: str = "scenario.toml") -> list[str]:
    """The names of the tables that a scenario needs."""
    with _Files(name, text, {}) as (main, _, _):
        return text_of(lib.tkg_scenario_files, main).splitlines()


def read_texts(path: str | PathLike[str]) -> tuple[bytes, dict[str, bytes]]:
    """The text of a scenario and of its tables, for `Scenario` and `diagnose`."""
    file = Path(path)
    text = file.read_bytes()
    return text, {name: (file.parent / name).read_bytes() for name in table_names(text, name=file.name)}


class _Files:
    """The texts as the library takes them, for as long as the call lasts."""

    def __init__(self, name: str, text: str | bytes, tables: Mapping[str, str | bytes]) -> None:
        self._kept: list[Any] = []
        self._main = ffi.new("tkg_file *", self._file(name, text))
        self._tables = ffi.new("tkg_file[]", [self._file(*table) for table in tables.items()])

    def _file(self, name: str, text: str | bytes) -> dict[str, Any]:
        called, written = self._keep(name), self._keep(text)
        return {"name": called, "name_length": len(called), "text": written, "text_length": len(written)}

    def _keep(self, text: str | bytes) -> Any:
        memory = ffi.from_buffer("char[]", utf8(text) if isinstance(text, str) else text)
        self._kept.append(memory)
        return memory

    def __enter__(self) -> tuple[Any, Any, int]:
        return self._main, self._tables, len(self._tables)

    def __exit__(self, *_: object) -> None:
        self._kept.clear()


def _object(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found
