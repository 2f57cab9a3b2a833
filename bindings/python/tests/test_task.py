"""Delivered care, corridors around lump sums, and indexed tariffs."""

from array import array
from decimal import Decimal

import pytest
from taakgericht import (
    MISSING, Chaining, Corridor, DataError, Figures, IndexRule, IndexYear, Mode, effort_amounts, effort_sums, index_tariffs,
)  # fmt: skip

D = Decimal


def test_lines_are_worth_tariff_times_volume() -> None:
    assert effort_amounts([8730, 8730], [95, -95]).tolist() == [829350, -829350]
    assert effort_amounts([14550], [95], tariff_decimals=4).tolist() == [13823]
    with pytest.raises(DataError) as found:
        effort_amounts([1, MISSING], [1, 1])
    assert (found.value.kind, found.value.item) == ("missing", 1)
    with pytest.raises(ValueError, match="expected a volume for each of 1 tariffs, found 2"):
        effort_amounts([1], [1, 2])


@pytest.mark.parametrize("groups", [[1, 0, 1], array("I", [1, 0, 1])])
def test_lines_add_up_by_group(groups: list[int]) -> None:
    assert effort_sums([100, 200, 300], [1, 2, 3], groups, 3).tolist() == [400, 1000, 0]
    with pytest.raises(DataError) as found:
        effort_sums([100, 200, 300], [1, 2, 3], groups, 1)
    assert found.value.kind == "out-of-range"
    with pytest.raises(TypeError, match="expected uint32"):
        effort_sums([1], [1], array("q", [0]), 1)


def test_a_corridor_settles_what_lies_beyond() -> None:
    with Corridor(over=[(D(5), D(50)), (D(10), D(100))], under=[(D(5), D(50))]) as corridor:
        assert corridor.settle([100_00] * 4, [100_00, 104_00, 112_00, 80_00]).tolist() == [10000, 10000, 10450, 9250]
        statuses = array("i", [0, 0])
        found = corridor.settle([100, -1], [100, 1], statuses=statuses, mode=Mode.DOWN)
        assert (found.tolist(), statuses.tolist()) == ([100, MISSING], [0, -28])


def test_tariffs_follow_wages_and_prices() -> None:
    rule = IndexRule(Figures(D(90), D(10)))
    years = [IndexYear(Figures(D("5.00"), D("2.00"))), IndexYear(Figures(D(4), D(2)), became=Figures(D("5.5"), D(2)))]
    first, second = rule.percents(2025, years)
    assert (first, second) == (D("4.70"), D("4.23"))
    alone = IndexYear(Figures(D(4), D(2)), before=Figures(D(5), D(2)), became=Figures(D("5.5"), D(2)))
    assert rule.percents(2026, [alone]) == [second]
    assert rule.percents(2026, []) == []
    with pytest.raises(ValueError, match="expected last year's figures, found none at position 1"):
        rule.percents(2025, years[:1] * 2)
    columns = index_tariffs([8730, 100], [first, D(0)], first_year=2025, chaining=Chaining.FROM_BASE)
    assert [column.tolist() for column in columns] == [[9140, 105]] * 2
    with pytest.raises(DataError) as found:
        IndexRule(Figures(D(90), D(5))).percents(2025, years)
    assert found.value.kind == "key-sum"
