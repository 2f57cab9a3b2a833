"""Plans divide one amount, by every kind of weight."""

from array import array
from decimal import Decimal
from typing import Any

import pytest
from taakgericht import DataError, Method, Plan, TieRule

D = Decimal


def test_parts_add_up_and_the_cent_goes_to_the_first() -> None:
    with Plan([1, 1, 1]) as plan:
        assert len(plan) == 3
        assert plan.allocate(D("1.00")) == [D("0.34"), D("0.33"), D("0.33")]
        assert plan.allocate_cents(-100) == [-34, -33, -33]


def test_weights_are_ints_decimals_or_memory() -> None:
    expected = [D("62.50"), D("37.50")]
    for weights in ([5, 3], (D("12.5"), D("7.5")), [D("1.25"), D("0.75")], array("q", [5, 3]), memoryview(array("q", [5, 3]))):
        assert Plan(weights).allocate(D(100)) == expected
    assert Plan([D("0.5"), 1]).allocate_cents(3) == [1, 2]


@pytest.mark.parametrize("weights", [[0.5, 1], [D(1), 0.5], [None], array("d", [1.0]), array("i", [1]), "12", 3])
def test_other_weights_are_refused(weights: Any) -> None:
    with pytest.raises(TypeError):
        Plan(weights)


def test_method_tie_rule_and_unit_are_those_asked_for() -> None:
    assert Plan([1, 1, 1], tie=TieRule.LAST).allocate_cents(100) == [33, 33, 34]
    assert Plan([1, 1, 1], method=Method.LAST_TAKES_REST).allocate_cents(200) == [66, 66, 68]
    assert Plan([1, 1, 1], unit=100).allocate_cents(1000) == [400, 300, 300]
    assert Plan([5, 1, 1], method=Method.JEFFERSON).allocate_cents(6) == [5, 1, 0]


def test_the_order_of_parties_gives_nobody_another_amount() -> None:
    youths = {"GM1663": 3, "GM0005": 3, "GM0053": 3}
    assert Plan.by_id(youths).allocate_cents(100) == [33, 34, 33]
    other = dict(reversed(youths.items()))
    assert Plan.by_id(other).allocate_cents(100) == [33, 34, 33]
    assert len(Plan.by_id({"Súdwest-Fryslân": 1})) == 1
    with pytest.raises(DataError, match='key "weights": GM0005, GM0053 and GM1663 tie for the last unit') as tie:
        Plan.by_id(youths, tie=TieRule.REFUSE).allocate_cents(100)
    assert tie.value.item == 1
    with pytest.raises(DataError, match="ids: an empty text, expected an id"):
        Plan.by_id({"GM0005": 1, "": 1})
    with pytest.raises(TypeError):
        Plan.by_id({"GM0005": 0.5})  # type: ignore[dict-item]


def test_parts_lie_within_their_bounds() -> None:
    plan = Plan([1, 1, 2])
    assert plan.allocate_within(D(1), [D("0.30"), None, None], None) == [D("0.30"), D("0.23"), D("0.47")]
    assert plan.allocate_within(D(1), None, [None, None, D("0.40")]) == [D("0.30"), D("0.30"), D("0.40")]
    with pytest.raises(ValueError, match="expected a bound for each of 3 weights, found 1"):
        plan.allocate_within(D(1), [None], None)


def test_a_tie_can_be_left_to_a_person() -> None:
    with pytest.raises(DataError) as found:
        Plan([1, 1], tie=TieRule.REFUSE).allocate_cents(1)
    assert (found.value.name, found.value.item) == ("TKG_E_TIE", 0)


def test_a_closed_plan_says_so() -> None:
    with Plan([1]) as plan:
        pass
    plan.close()
    with pytest.raises(ValueError, match="this Plan is closed"):
        plan.allocate_cents(1)
    with pytest.raises(ValueError, match="this Plan is closed"), plan:
        pass
