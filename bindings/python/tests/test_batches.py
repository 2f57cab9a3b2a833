"""Columns of cents go in and come out without a copy, whole or with a status for each row."""

from array import array
from decimal import Decimal
from typing import Any

import pytest
from taakgericht import MISSING, Cancel, Cancelled, DataError, Plan, TieRule, UseError, allocate_ragged

AMOUNTS = [100, -100, 0, 7]
PARTS = [34, 33, 33, -34, -33, -33, 0, 0, 0, 3, 2, 2]


@pytest.mark.parametrize("kind", [list, tuple, lambda values: array("q", values), lambda values: memoryview(array("q", values))])
def test_rows_and_columns_hold_the_same(kind: Any) -> None:
    plan = Plan([1, 1, 1])
    rows, columns = plan.allocate_rows(kind(AMOUNTS)), plan.allocate_columns(kind(AMOUNTS))
    assert rows.tolist() == PARTS
    assert [column.tolist() for column in columns] == [PARTS[0::3], PARTS[1::3], PARTS[2::3]]
    assert rows.format == "q"


def test_no_rows_give_no_parts() -> None:
    assert [column.tolist() for column in Plan([1, 2]).allocate_columns([])] == [[], []]
    assert Plan([1, 2]).allocate_rows([]).tolist() == []
    assert allocate_ragged([], [0], []).tolist() == []


def test_parts_go_into_the_memory_of_the_caller() -> None:
    out = array("q", bytes(8 * 13))
    Plan([1, 1, 1]).allocate_rows(AMOUNTS, out=out)
    assert out.tolist() == [*PARTS, 0]
    with pytest.raises(ValueError, match="expected room for 12 amounts, found room for 11"):
        Plan([1, 1, 1]).allocate_rows(AMOUNTS, out=out[:11])
    with pytest.raises(TypeError, match="expected memory for amounts that can be written"):
        Plan([1, 1, 1]).allocate_rows(AMOUNTS, out=memoryview(out).toreadonly())
    for other in (bytearray(8 * 12), array("i", bytes(8 * 12)), array("d", bytes(8 * 12))):
        with pytest.raises(TypeError, match="expected int64 in one piece"):
            Plan([1, 1, 1]).allocate_rows(AMOUNTS, out=other)
    with pytest.raises(TypeError, match="expected int32 in one piece"):
        Plan([1, 1, 1]).allocate_rows(AMOUNTS, statuses=out)


def test_overlapping_memory_is_refused() -> None:
    memory = array("q", [3, 3])
    with pytest.raises(UseError) as found:
        Plan([1]).allocate_rows(memory, out=memory)
    assert found.value.name == "TKG_E_ARGUMENT"


def test_the_first_row_that_fails_is_raised() -> None:
    with pytest.raises(DataError) as found:
        Plan([1, 1]).allocate_rows([2, 4, MISSING, 3])
    assert (found.value.name, found.value.row) == ("TKG_E_MISSING", 2)


def test_every_row_can_have_a_status() -> None:
    statuses = array("i", [9] * 3)
    columns = Plan([1, 1], tie=TieRule.REFUSE).allocate_columns([2, 3, 4], statuses=statuses)
    assert statuses.tolist() == [0, -35, 0]
    assert [column.tolist() for column in columns] == [[1, MISSING, 2], [1, MISSING, 2]]
    with pytest.raises(ValueError, match="expected room for 3 statuses, found room for 2"):
        Plan([1, 1]).allocate_columns([2, 3, 4], statuses=statuses[:2])


def test_a_column_in_pieces_is_refused() -> None:
    with pytest.raises(TypeError, match="in one piece"):
        Plan([1]).allocate_rows(memoryview(array("q", [1, 2, 3]))[::2])


def test_amounts_out_of_range_are_refused() -> None:
    with pytest.raises(OverflowError):
        Plan([1]).allocate_rows([2**63])
    with pytest.raises(OverflowError):
        Plan([1]).allocate_cents(2**63)


def test_each_row_can_have_weights_of_its_own() -> None:
    assert allocate_ragged([100, 9], [0, 3, 5], [1, 1, 1, 1, 2]).tolist() == [34, 33, 33, 3, 6]
    with pytest.raises(DataError) as found:
        allocate_ragged([100, 9], [0, 3, 3], [1, 1, 1])
    assert (found.value.name, found.value.row) == ("TKG_E_ZERO_WEIGHTS", 1)
    with pytest.raises(ValueError, match="expected 3 offsets for 2 amounts, found 2"):
        allocate_ragged([100, 9], [0, 3], [1, 1, 1])


def test_progress_is_told_and_can_cancel() -> None:
    heard: list[tuple[int, int]] = []
    Plan([1, 2]).allocate_rows([3] * 3000, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(0, 3000), (1024, 3000), (2048, 3000), (3000, 3000)]
    with pytest.raises(Cancelled):
        Plan([1, 2]).allocate_rows([3] * 3000, progress=lambda done, total: False)


def test_what_progress_raises_comes_out() -> None:
    def fails(done: int, total: int) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError, match="0"):
        Plan([1, 2]).allocate_rows([3] * 3000, progress=fails)


def test_a_token_stops_runs() -> None:
    with Cancel() as cancel:
        assert Plan([1]).allocate_rows([3], cancel=cancel).tolist() == [3]
        cancel.set()
        with pytest.raises(Cancelled) as found:
            Plan([1]).allocate_rows([3], cancel=cancel)
        assert found.value.name == "TKG_E_CANCELLED"


@pytest.mark.parametrize("amount", [Decimal("1.5"), Decimal(1), 1.5, "1"])
def test_only_ints_are_cents(amount: Any) -> None:
    with pytest.raises(TypeError):
        Plan([1]).allocate_rows([amount])
    with pytest.raises(TypeError):
        Plan([1]).allocate_cents(amount)
    with pytest.raises(TypeError):
        Plan([1], unit=amount)


@pytest.mark.parametrize("amounts", [{1, 2}, {1: 2}, frozenset([1])])
def test_what_has_no_order_is_no_column(amounts: Any) -> None:
    with pytest.raises(TypeError, match="expected numbers in an order, found a "):
        Plan(amounts)
    with pytest.raises(TypeError, match="expected numbers in an order, found a "):
        Plan([1]).allocate_rows(amounts)
