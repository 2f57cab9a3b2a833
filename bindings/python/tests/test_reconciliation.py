"""Printed figures are compared with what others add up to."""

from array import array

import pytest
from taakgericht import MISSING, DataError, Verdict, reconcile


def test_a_gap_is_explained_by_rounding_or_an_error() -> None:
    found = reconcile(
        [300, 400, 900], [[100, 100, 100], [200, 200, 200]], stated_unit=100, unit=100
    )
    assert found.gaps.tolist() == [0, 100, 600]
    assert [Verdict(one) for one in found.verdicts] == [Verdict.HOLDS, Verdict.EXPLAINED, Verdict.ERROR]


def test_terms_are_taken_off_by_their_sign() -> None:
    assert reconcile([50], [[100], [50]], signs=[1, -1]).verdicts.tolist() == [Verdict.HOLDS]
    with pytest.raises(ValueError, match="expected a sign for each of 2 terms, found 1"):
        reconcile([50], [[100], [50]], signs=[1])
    with pytest.raises(ValueError, match="expected 1 figures in every term, found 2"):
        reconcile([50], [[100, 1]])


def test_a_row_that_fails_is_raised_or_told() -> None:
    with pytest.raises(DataError) as found:
        reconcile([1, MISSING], [[1, 1]])
    assert (found.value.kind, found.value.row) == ("missing", 1)
    statuses = array("i", [0, 0])
    told = reconcile([1, MISSING], [[1, 1]], statuses=statuses)
    assert (told.verdicts.tolist(), told.gaps.tolist(), statuses.tolist()) == ([0, -1], [0, MISSING], [0, -22])
