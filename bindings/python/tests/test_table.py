"""Tables that add up when rounded, and instalments."""

from decimal import Decimal

import pytest
from taakgericht import DataError, instalments, round_table

D = Decimal


def test_a_table_adds_up_both_ways() -> None:
    table = round_table([150, 150, 150, 150], 2, unit=100)
    assert table.row_totals.tolist() == [300, 300]
    assert table.column_totals.tolist() == [300, 300]
    assert sorted(table.cells.tolist()) == [100, 100, 200, 200]
    assert table.total == 600


def test_totals_can_be_prescribed() -> None:
    table = round_table([150, 150], 2, unit=100, row_totals=[300], column_totals=[100, 200])
    assert table.cells.tolist() == [100, 200]
    with pytest.raises(DataError) as found:
        round_table([150, 150], 2, unit=100, row_totals=[900])
    assert found.value.name == "TKG_E_TABLE_CONFLICT"


def test_shapes_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="expected rows of 2 cells, found 3 cells"):
        round_table([1, 2, 3], 2, unit=1)
    with pytest.raises(ValueError, match="expected 1 row totals, found 2"):
        round_table([1, 2], 2, unit=1, row_totals=[1, 2])


def test_running_totals_of_instalments_are_right() -> None:
    assert instalments(D("100.00"), 3) == [D("33.33"), D("33.34"), D("33.33")]
    with pytest.raises(DataError) as found:
        instalments(D(1), 0)
    assert found.value.name == "TKG_E_ZERO_WEIGHTS"
