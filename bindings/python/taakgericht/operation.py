"""Operations by name, on texts: everything that the worked examples of the repository use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from operator import index

from ._library import text_of, utf8
from ._native import ffi, lib
from .split import RULES_VERSION


@dataclass(frozen=True)
class Operation:
    """Something that can be computed from texts."""

    name: str
    """Its name: "split"."""
    about: str
    """What it does, and how arguments are written where that does not go without saying."""
    arguments: tuple[str, ...]
    """The names of its arguments; each has to be given."""
    results: tuple[str, ...]
    """The names of its results."""


def operations() -> list[Operation]:
    """What `call` can do."""
    found = json.loads(text_of(lib.tkg_operations))["operations"]
    return [Operation(one["name"], one["about"], tuple(one["arguments"]), tuple(one["results"])) for one in found]


def call(operation: str, arguments: Mapping[str, str], *, rules: int = RULES_VERSION) -> dict[str, str]:
    """Carries out an operation; the results stand in the order of its `results`.

    Amounts are euros, "1234.56"; entries of a list are separated by spaces; "-" is nothing.
    """
    found: dict[str, str] = json.loads(call_json(operation, arguments, rules=rules))
    return found


def call_json(operation: str, arguments: Mapping[str, str], *, rules: int = RULES_VERSION) -> str:
    """As `call`; the results as the JSON that the library writes."""
    written = [(utf8(name), utf8(text)) for name, text in arguments.items()]
    kept = [(ffi.from_buffer(name), ffi.from_buffer(text)) for name, text in written]
    pairs = ffi.new("tkg_pair[]", [(name, len(name), text, len(text)) for name, text in kept])
    name = utf8(operation)
    return text_of(lib.tkg_call, index(rules), name, len(name), pairs, len(pairs))
