"""Reads what the library gives to readers of Apache Arrow, with pyarrow and polars, and compares it cell by cell.

read.py LIBRARY SCENARIO    prints how many cells were compared.
"""

import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_uint32, c_void_p
from decimal import Decimal

import polars
import pyarrow
from pyarrow.cffi import ffi

DECIMAL, INT64, MISSING = 0, 1, -(2**63)


class Failure(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("code", c_int32), ("row", c_int64), ("item", c_int64),
                ("field", ctypes.c_char * 64), ("message", ctypes.c_char * 408)]


class File(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("name_length", c_int64), ("text", c_char_p), ("text_length", c_int64)]


class Statement(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("year", c_int64), ("rows", c_int64),
                ("columns", c_int64), ("id", c_char_p), ("parties", POINTER(c_int64))]


class Column(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("role", c_int32), ("rows", c_int64), ("total", c_int64),
                ("name", c_char_p), ("amounts", POINTER(c_int64))]


library = ctypes.CDLL(sys.argv[1])
failure = Failure(struct_size=ctypes.sizeof(Failure))


def call(name, *arguments):
    if getattr(library, name)(*arguments, byref(failure)) != 0:
        raise ValueError(failure.message.decode())


def file_of(name, path):
    with open(path, "rb") as stream:
        text = stream.read()
    return File(name.encode(), -1, text, len(text))


def outcome_of(path):
    main, names, scenario, outcome = file_of(path, path), c_void_p(), c_void_p(), c_void_p()
    data, length = c_char_p(), c_int64()
    call("tkg_scenario_files", byref(main), byref(names))
    call("tkg_text_view", names, byref(data), byref(length))
    files = [file_of(name, os.path.join(os.path.dirname(path), name)) for name in data.value.decode().splitlines()]
    library.tkg_text_free(names)
    call("tkg_scenario_read", byref(main), (File * len(files))(*files), c_int64(len(files)), byref(scenario))
    call("tkg_scenario_run", scenario, byref(outcome))
    library.tkg_scenario_free(scenario)
    return outcome


def imported(reader, name, *arguments):
    """What a call exports, moved into pyarrow."""
    schema, array = ffi.new("struct ArrowSchema *"), ffi.new("struct ArrowArray *")
    places = [int(ffi.cast("uintptr_t", place)) for place in (schema, array)]
    call(name, *arguments, *map(c_void_p, places))
    return reader._import_from_c(places[1], places[0])


def columns_of(outcome, position):
    """The columns of a statement, as the other calls of the library give them."""
    statement = Statement(struct_size=ctypes.sizeof(Statement))
    call("tkg_outcome_statement", outcome, c_int64(position), byref(statement))
    for each in range(statement.columns):
        column = Column(struct_size=ctypes.sizeof(Column))
        call("tkg_outcome_column", outcome, c_int64(position), c_int64(each), byref(column))
        yield column.name.decode(), column.amounts[: column.rows]


def compare(outcome, position):
    """One statement, of both types and by both readers."""
    statement = c_int64(position)
    table = imported(pyarrow.RecordBatch, "tkg_outcome_arrow", outcome, statement, c_int32(DECIMAL))
    cents = imported(pyarrow.RecordBatch, "tkg_outcome_arrow", outcome, statement, c_int32(INT64))
    table.validate(full=True)
    cents.validate(full=True)
    frame = polars.from_arrow(table)
    columns = list(columns_of(outcome, position))
    names = ["code", "municipality"] + [name for name, _ in columns]
    assert table.schema.names == names and cents.schema.names == names and frame.columns == names, names
    for name, expected in columns:
        euros = [Decimal(amount).scaleb(-2) for amount in expected]
        assert table.schema.field(name).type == pyarrow.decimal128(19, 2)
        assert table.schema.field(name).metadata[b"role"] in (b"part", b"memo", b"total")
        assert table.column(name).to_pylist() == euros, name
        assert cents.schema.field(name).metadata[b"unit"] == b"cent"
        assert cents.column(name).to_pylist() == expected, name
        assert frame.schema[name] == polars.Decimal(19, 2) and frame[name].to_list() == euros, name
    assert all(code.startswith("GM") for code in frame["code"].to_list())
    return len(columns) * len(table)


def compare_amounts():
    """A column with nulls, and the largest and smallest amounts."""
    amounts = [1, -1, MISSING, 2**63 - 1, -(2**63 - 1)]
    expected = [None if amount == MISSING else Decimal(amount).scaleb(-2) for amount in amounts]
    buffer = (c_int64 * len(amounts))(*amounts)
    export = (buffer, c_int64(len(amounts)), c_char_p(b"paid"), c_int64(-1))
    column = imported(pyarrow.Array, "tkg_amounts_arrow", *export, c_int32(DECIMAL))
    column.validate(full=True)
    assert column.to_pylist() == expected and column.null_count == 1
    assert polars.from_arrow(column).to_list() == expected
    empty = imported(pyarrow.Array, "tkg_amounts_arrow", None, c_int64(0), c_char_p(b""), c_int64(0), c_int32(INT64))
    assert empty.to_pylist() == [] and polars.from_arrow(empty).to_list() == []


def main():
    outcome, count = outcome_of(sys.argv[2]), c_int64()
    call("tkg_outcome_statements", outcome, byref(count))
    cells = sum(compare(outcome, position) for position in range(count.value))
    held = imported(pyarrow.RecordBatch, "tkg_outcome_arrow", outcome, c_int64(0), c_int32(DECIMAL))
    before = held.to_pydict()
    library.tkg_outcome_free(outcome)
    assert held.to_pydict() == before, "the table outlives the outcome"
    compare_amounts()
    print(f"{count.value} statements, {cells} cells")


main()
