"""What is made is freed: memory does not grow when the same is done again and again."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from places import BMWE
from taakgericht import Cancel, Error, Line, Plan, Scenario, Waterfall

STATM = Path("/proc/self/statm")
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def plans() -> None:
    with Plan(range(1, 400)) as plan:
        plan.allocate_columns(range(20))


def failures() -> None:
    for weights in ([0], [-1], []):
        with pytest.raises(Error):
            Plan(weights)


def cancelled_runs() -> None:
    with Cancel() as cancel, pytest.raises(Error):
        cancel.set()
        Plan([1]).allocate_rows(range(2000), cancel=cancel, progress=lambda *_: None)


def waterfalls() -> None:
    Waterfall([Line.residual("zorg")]).columns(range(1000))


def scenarios() -> None:
    outcome = Scenario.read(BMWE).run()
    {name: statement.to_dict() for name, statement in outcome.items()}
    outcome.to_json()


def resident() -> int:
    gc.collect()
    return int(STATM.read_text().split()[1]) * PAGE


@pytest.mark.skipif(not STATM.exists(), reason="memory is only measured on Linux")
@pytest.mark.parametrize(
    ("job", "times"), [(plans, 200), (failures, 500), (cancelled_runs, 300), (waterfalls, 300), (scenarios, 12)]
)
def test_memory_does_not_grow(job: Callable[[], None], times: int) -> None:
    def repeat() -> int:
        for _ in range(times):
            job()
        return resident()

    repeat()
    before = repeat()
    # The least of three: memory that is kept for later is not memory that is lost.
    grown = min(repeat() - before for _ in range(3))
    assert grown < 2_000_000, f"{job.__name__}: {grown} bytes more after {times} times"
