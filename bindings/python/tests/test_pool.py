"""Pools settle a year, and reduce it to payments."""

from decimal import Decimal

import pytest
from taakgericht import DataError, Model, Netting, Payment, Pool, UseError, payments

D = Decimal


def test_insurance_bears_by_the_key() -> None:
    with Pool([1, 1, 2], Model.INSURANCE) as pool:
        assert len(pool) == 3
        settled = pool.settle([100, 300, 1])
    assert settled.borne.tolist() == [100, 100, 201]
    assert settled.transfers.tolist() == [0, -200, 200]


def test_a_blend_pools_a_share_and_a_levy_goes_into_a_reserve() -> None:
    settled = Pool([1, 1], Model.BLEND, share=D(50), levy=D("1.00")).settle([1000, 0], outside=[5, 7])
    assert settled.borne.tolist() == [805, 307]
    assert sum(settled.transfers) == 100


def test_a_corridor_is_around_the_contributions() -> None:
    pool = Pool([1, 1], Model.CORRIDOR, share=D(10), netting=Netting.OVERSPENDS_ONLY)
    settled = pool.settle([1300, 1000], contributions=[1000, 1000])
    assert (sum(settled.borne), settled.borne[0]) == (2300, 1200)
    with pytest.raises(UseError, match="contributions: NULL, expected a pointer"):
        pool.settle([1300, 1000])


def test_a_stop_loss_cedes_what_single_clients_cost() -> None:
    pool = Pool([1, 1], Model.STOP_LOSS, share=D(100), threshold=D("10.00"), ceiling=D("20.00"))
    settled = pool.settle([3500, 500], clients=([0, 2, 2], [3000, 500]))
    assert settled.borne.tolist() == [3000, 1000]
    with pytest.raises(ValueError, match="expected 3 offsets up to 2 clients, found 3 up to 5"):
        pool.settle([3500, 500], clients=([0, 2, 5], [3000, 500]))
    with pytest.raises(UseError, match="client_offsets: NULL, expected a pointer"):
        pool.settle([3500, 500])


def test_columns_have_one_for_each_member() -> None:
    with pytest.raises(ValueError, match="expected one for each of 2 members, found 1"):
        Pool([1, 1], Model.INSURANCE).settle([1])


def test_transfers_become_few_payments() -> None:
    assert payments([300, -100, -200]) == [Payment(0, 1, 100), Payment(0, 2, 200)]
    assert payments([]) == payments([0, 0]) == []
    with pytest.raises(DataError) as found:
        payments([1, 1])
    assert found.value.kind == "pool"
