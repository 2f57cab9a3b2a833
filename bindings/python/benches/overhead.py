"""What the bench `overhead` times, from Python:  overhead.py REPEATS

Prints for each job its name, the fastest time of a repeat in nanoseconds, and a number that tells its parts.
"""

import sys
from array import array
from collections.abc import Callable, Sequence
from decimal import Decimal
from time import perf_counter_ns

from taakgericht import Plan, Waterfall, effort_amounts, effort_sums

CALLS, FEW, MANY, ROWS, WIDE_ROWS, LINES = 1000, 5, 342, 10_000, 512, 1_000_000

amounts = array("q", [(row * 7919 + 104729) * 101 % 1_000_000_000 for row in range(LINES)])
volumes = array("q", [row % 97 - 8 for row in range(LINES)])
groups = array("I", [row % MANY for row in range(LINES)])
out = array("q", bytes(8 * LINES))
calls, some, wide = amounts[:CALLS].tolist(), amounts[:ROWS], amounts[:WIDE_ROWS]


def plan(count: int) -> Plan:
    return Plan([1000 + each * each * 37 % 9973 for each in range(count)])


few, many = plan(FEW), plan(MANY)
schedule = Waterfall.rta(2015, [Decimal(3), Decimal(3), Decimal(10)], Decimal(84))


def one_by_one(plan: Plan) -> list[int]:
    for amount in calls:
        parts = plan.allocate_cents(amount)
    return parts


def job(name: str, work: Callable[[], Sequence[int] | memoryview], repeats: int) -> None:
    times = []
    for _ in range(repeats):
        begun = perf_counter_ns()
        parts = work()
        times.append(perf_counter_ns() - begun)
    told = sum(part * (1 + each % 7) for each, part in enumerate(parts))
    print(name, min(times), told)


def columns() -> memoryview:
    few.allocate_columns(some, out=out)
    return memoryview(out)[: ROWS * FEW]


def waterfall() -> memoryview:
    schedule.columns(some, out=out)
    return memoryview(out)[: ROWS * 4]


def main(repeats: int) -> None:
    job("call-5", lambda: one_by_one(few), repeats)
    job("call-342", lambda: one_by_one(many), repeats)
    job("columns", columns, repeats)
    job("rows", lambda: many.allocate_rows(wide, out=out), repeats)
    job("waterfall", waterfall, repeats)
    job("effort", lambda: effort_amounts(amounts, volumes, tariff_decimals=4, out=out), repeats)
    job("sums", lambda: effort_sums(amounts, volumes, groups, MANY, tariff_decimals=4, out=out), repeats)


if __name__ == "__main__":
    main(int(sys.argv[1]))
