"""Failures are exceptions of their own, with the code, the place and the words."""

import pytest
import taakgericht
from taakgericht import DataError, Error, InternalError, Plan, RunError, UseError
from taakgericht._library import call
from taakgericht._native import lib


def test_an_error_carries_its_place_and_words() -> None:
    with pytest.raises(DataError) as found:
        Plan([1, -2])
    error = found.value
    assert (error.code, error.name, error.row, error.item) == (-30, "TKG_E_NEGATIVE_WEIGHT", None, 1)
    assert error.field == "weights"
    assert str(error) == error.message
    assert error.message.splitlines()[0] == "weights: the weight of position 1 is below zero, expected weights of zero or more."


def test_errors_of_data_are_value_errors() -> None:
    with pytest.raises(ValueError):
        Plan([0])


def test_mistakes_of_the_program_are_told_apart() -> None:
    with pytest.raises(UseError) as found:
        Plan([1], rules=99)
    assert found.value.name == "TKG_E_STATE"


def test_a_panic_is_an_internal_error_and_harms_nothing() -> None:
    with pytest.raises(InternalError) as found:
        call(lib.tkg_selftest_panic)
    assert found.value.name == "TKG_E_INTERNAL"
    assert Plan([1]).allocate_cents(1) == [1]


def test_unknown_statuses_are_failures() -> None:
    from taakgericht.errors import _kind

    assert [_kind(code) for code in (-1, -19, -20, -59, -60, -61, -99, -120)] == [
        UseError, UseError, DataError, DataError, taakgericht.Cancelled, RunError, InternalError, InternalError,
    ]  # fmt: skip
    assert all(issubclass(_kind(code), Error) for code in range(-130, 0))


def test_the_library_and_the_package_are_of_one_version() -> None:
    assert taakgericht.__version__ == "0.1.0"
