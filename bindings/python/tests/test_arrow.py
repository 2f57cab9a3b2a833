"""pyarrow and polars read statements and columns; nothing is held longer than they hold it."""

import gc
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars
import pyarrow  # type: ignore[import-untyped]
import pytest
from places import BMWE
from taakgericht import MISSING, Plan, Scenario, Statement, arrow, arrow_column

D = Decimal


@pytest.fixture
def statement() -> Statement:
    with Scenario.read(BMWE) as scenario, scenario.run() as outcome:
        return outcome["rta-groningen/2016"]


def test_pyarrow_reads_a_statement_in_euros(statement: Statement) -> None:
    table = pyarrow.table(statement)
    assert table.column_names == ["code", "municipality", *statement.columns]
    assert table["municipality"].to_pylist() == ["Bedum", "Winsum", "Eemsmond", "De Marne"]
    assert table.schema.field("korting").type == pyarrow.decimal128(19, 2)
    assert table.schema.field("korting").metadata == {b"role": b"part"}
    assert table["korting"].to_pylist() == statement["korting"].amounts
    table.validate(full=True)


def test_polars_reads_a_statement_in_euros(statement: Statement) -> None:
    frame = polars.DataFrame(statement)
    assert frame["directe_zorg"].to_list() == statement["directe_zorg"].amounts
    assert frame.schema["directe_zorg"] == polars.Decimal(19, 2)
    assert frame["total"].sum() == D("13878933.00")


def test_both_read_a_statement_in_cents(statement: Statement) -> None:
    exported: Any = statement.in_cents()
    assert pyarrow.table(exported)["korting"].to_pylist() == statement["korting"].cents.tolist()
    assert polars.DataFrame(exported)["korting"].to_list() == statement["korting"].cents.tolist()
    assert pyarrow.schema(exported).field("korting").type == pyarrow.int64()


def test_both_read_a_column_and_what_is_missing_is_null() -> None:
    exported: Any = arrow_column([100, MISSING, -5], "zorg")
    assert pyarrow.array(exported).to_pylist() == [D("1.00"), None, D("-0.05")]
    assert polars.Series(exported).to_list() == [D("1.00"), None, D("-0.05")]
    part: Any = arrow_column(Plan([1, 2]).allocate_columns([300, 600])[1], "deel", in_cents=True)
    assert pyarrow.array(part).to_pylist() == [200, 400]


def test_columns_of_arrow_are_read_without_a_copy() -> None:
    amounts = pyarrow.array([100, 200], pyarrow.int64())
    assert Plan([1, 1]).allocate_rows(memoryview(amounts.buffers()[1]).cast("q")).tolist() == [50, 50, 100, 100]


@pytest.mark.parametrize("use", [lambda capsules: None, lambda capsules: pyarrow.RecordBatch._import_from_c_capsule(*capsules)])
def test_every_struct_is_freed(statement: Statement, use: Callable[[Any], Any]) -> None:
    used = use(statement.__arrow_c_array__())
    schema = statement.__arrow_c_schema__()
    assert schema is not None
    del used, schema
    gc.collect()
    assert arrow._held == {}
