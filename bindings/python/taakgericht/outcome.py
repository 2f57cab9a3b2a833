"""What came out of a scenario: statements of columns of amounts, with a row for each municipality."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from ._columns import view
from ._handle import Handle
from ._library import given, text_of
from ._native import ffi, lib
from .arrow import Exported, amounts_as
from .money import euros


class Role(IntEnum):
    """What a column is in the sum of its row."""

    PART = lib.TKG_ROLE_PART
    """A part of the total."""
    MEMO = lib.TKG_ROLE_MEMO
    """Already inside another column: never add it (Dutch: waarvan)."""
    TOTAL = lib.TKG_ROLE_TOTAL
    """The whole that is divided."""


@dataclass(frozen=True)
class Party:
    """A municipality: its code, its name, and the year of the division to which the code belongs."""

    code: str
    name: str
    division: int


@dataclass(frozen=True)
class Column:
    """A column of a statement."""

    name: str
    role: Role
    cents: memoryview
    """One amount for each row, as `int64` in the memory of the outcome, which stays for as long as this is there."""
    total_cents: int

    @property
    def amounts(self) -> list[Decimal]:
        """The amounts in euros."""
        return [euros(amount) for amount in self.cents]

    @property
    def total(self) -> Decimal:
        """Their sum in euros."""
        return euros(self.total_cents)


class Statement:
    """An allocation statement (Dutch: verdeelstaat): columns by name, with a row for each party."""

    def __init__(self, handle: Any, position: int, parties: list[Party]) -> None:
        self._handle, self._position = handle, position
        found = given("tkg_statement", lib.tkg_outcome_statement, handle, position)
        self.id: str = _text(found.id)
        """Its name, "rta-groningen/2016"."""
        self.year: int | None = None if found.year == lib.TKG_MISSING else found.year
        self.parties = [parties[at] for at in ffi.unpack(found.parties, found.rows)] if found.rows else []
        """The party of each row."""
        columns = (_column(handle, position, at) for at in range(found.columns))
        self.columns: dict[str, Column] = {column.name: column for column in columns}
        """The columns by name, in order."""

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[Any, Any]:
        """For `pyarrow.table` and `polars.DataFrame`: "code", "municipality", and the columns in euros, decimal128(19, 2)."""
        return self._exported().__arrow_c_array__()

    def __arrow_c_schema__(self) -> Any:
        """The schema of that."""
        return self._exported().__arrow_c_schema__()

    def in_cents(self) -> Exported:
        """As it is itself to readers of Arrow, with the columns in cents, int64."""
        return self._exported(in_cents=True)

    def _exported(self, in_cents: bool = False) -> Exported:
        return Exported(lib.tkg_outcome_arrow, self._handle, self._position, amounts_as(in_cents))

    def to_dict(self) -> dict[str, list[str] | list[Decimal]]:
        """The statement as columns: the codes, the names, and the euros of each column."""
        named: dict[str, list[str] | list[Decimal]] = {
            "code": [party.code for party in self.parties],
            "party": [party.name for party in self.parties],
        }
        return {**named, **{name: column.amounts for name, column in self.columns.items()}}


class Outcome(Handle, Mapping[str, Statement]):
    """What came out of a scenario: its statements by name. Any number of threads may share it."""

    __slots__ = ("_ids", "_parties")

    def __init__(self, handle: Any) -> None:
        super().__init__(handle)
        self._parties = [_party(handle, at) for at in range(given("int64_t", lib.tkg_outcome_parties, handle))]
        count = given("int64_t", lib.tkg_outcome_statements, handle)
        statements = (given("tkg_statement", lib.tkg_outcome_statement, handle, at) for at in range(count))
        self._ids = {_text(statement.id): at for at, statement in enumerate(statements)}

    @property
    def parties(self) -> list[Party]:
        """The municipalities, in the order of their codes."""
        return list(self._parties)

    def __getitem__(self, statement: str) -> Statement:
        return Statement(self._open, self._ids[statement], self._parties)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def findings(self, language: str = "en") -> dict[str, Any]:
        """What was found about the published tables (Dutch: aansluiting), in words of a language: "en" or "nl"."""
        words = {"en": lib.TKG_LANGUAGE_EN, "nl": lib.TKG_LANGUAGE_NL}
        if language not in words:
            raise ValueError(f'expected "en" or "nl", found {language!r}')
        read: dict[str, Any] = json.loads(text_of(lib.tkg_outcome_findings, self._open, words[language]))
        return read

    def to_json(self) -> str:
        """The whole outcome: statements, residues, comparisons, settlements, verdicts, and the receipt."""
        return text_of(lib.tkg_outcome_json, self._open)

    def to_dict(self) -> dict[str, Any]:
        """As `to_json`, read; amounts are texts there, so that no float stands between."""
        found: dict[str, Any] = json.loads(self.to_json())
        return found


def _column(handle: Any, statement: int, position: int) -> Column:
    found = given("tkg_column", lib.tkg_outcome_column, handle, statement, position)
    # The amounts belong to the outcome: whoever looks at them holds it.
    amounts = ffi.gc(found.amounts, lambda _, owner=handle: None)
    cents = view(amounts, found.rows).toreadonly()
    return Column(_text(found.name), Role(found.role), cents, found.total)


def _party(handle: Any, position: int) -> Party:
    found = given("tkg_party", lib.tkg_outcome_party, handle, position)
    return Party(_text(found.code), _text(found.name), found.division)


def _text(pointer: Any) -> str:
    return str(ffi.string(pointer).decode())
