"""Waterfalls run columns of budgets through their lines."""

from decimal import Decimal

import pytest
from taakgericht import DataError, Line, Reading, Waterfall

D = Decimal


def test_shares_fixed_amounts_bounds_and_a_residual() -> None:
    lines = [
        Line.fixed("kantoor", D("100.00")),
        Line.share("uitvoering", D("10")),
        Line.share("waarvan", D("50"), of=1, memo=True),
        Line.share_of_rest("innovatie", D("50"), ceiling=D("300.00")),
        Line.residual("zorg"),
    ]
    with Waterfall(lines) as waterfall:
        assert len(waterfall) == 5
        found = [column.tolist() for column in waterfall.columns([100_000, 200_000])]
    assert found == [[10_000] * 2, [10_000, 20_000], [5_000, 10_000], [30_000] * 2, [50_000, 140_000]]


def test_the_schedule_of_groningen_in_2016() -> None:
    lines = [D("2.5"), D("2.5"), D(10)]
    with Waterfall.rta(2016, lines, D(80), cut=D("8.5"), in_base=D("3.5")) as waterfall:
        columns = waterfall.columns([1_387_893_300])
    assert [column[0] for column in columns] == [69_394_665, 34_697_333, 34_697_332, 138_789_330, 1_110_314_640]
    with pytest.raises(DataError) as found:
        Waterfall.rta(2016, lines, D(80), cut=D("8.5"), in_base=D("3.5"), reading=Reading.LITERAL)
    assert (found.value.name, found.value.field) == ("TKG_E_SCHEDULE_SUM", 'schedule "rta", year 2016')
    assert "the lines add up to 103.5%, expected 100%" in found.value.message


def test_a_waterfall_that_uses_too_little_is_refused() -> None:
    with pytest.raises(DataError) as found:
        Waterfall([Line.share("a", D(50)), Line.share("b", D(40))])
    assert found.value.name == "TKG_E_WATERFALL"


def test_names_stand_once() -> None:
    with pytest.raises(DataError) as found:
        Waterfall([Line.share("a", D(50)), Line.residual("a")])
    assert found.value.name == "TKG_E_DUPLICATE"
