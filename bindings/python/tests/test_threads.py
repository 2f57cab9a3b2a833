"""Eight threads share one plan, one waterfall and one scenario."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

from places import BMWE
from taakgericht import DataError, Line, Plan, Scenario, Waterfall

THREADS = 8


def test_a_plan_is_shared() -> None:
    plan = Plan([2, 3, 5, 7, 11])

    def divide(thread: int) -> list[int]:
        sums = []
        for time in range(300):
            amount = time * 7919 + thread
            sums.append(sum(plan.allocate_cents(amount)) - amount)
            try:
                plan.allocate_rows([-(2**63)])
            except DataError as error:
                sums.append(error.code + 22)
        return sums

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(set(sums) == {0} for sums in pool.map(divide, range(THREADS)))


def test_columns_are_divided_at_once() -> None:
    plan, waterfall = Plan(range(1, 61)), Waterfall([Line.share("a", Decimal(3)), Line.residual("b")])
    amounts = list(range(10_000, 10_500))
    parts, lines = [column.tolist() for column in plan.allocate_columns(amounts)], waterfall.columns(amounts)

    def divide(_: int) -> bool:
        same = [column.tolist() for column in plan.allocate_columns(amounts)] == parts
        return same and waterfall.columns(amounts) == lines

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(divide, range(THREADS * 3)))


def test_a_scenario_is_shared() -> None:
    scenario = Scenario.read(BMWE)
    expected = scenario.run().to_json()
    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(lambda _: scenario.run().to_json() == expected, range(THREADS)))
