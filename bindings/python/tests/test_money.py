"""Decimals go in and come out as they were written; nothing is rounded."""

from decimal import Decimal, localcontext
from typing import Any

import pytest
from taakgericht import MISSING, DataError, Notation, cents, euros, format_amount, parse_amount


@pytest.mark.parametrize(
    ("written", "whole"),
    [("0", 0), ("-0.00", 0), ("0.01", 1), ("1.2300000000000000000000000000", 123), ("-0.01", -1), ("-1234.5", -123450), ("1E+3", 100000), ("92233720368547758.07", 2**63 - 1)],
)
def test_euros_are_cents(written: str, whole: int) -> None:
    assert cents(Decimal(written)) == whole
    assert cents(euros(whole)) == whole


def test_euros_have_two_decimals_in_every_context() -> None:
    with localcontext() as context:
        context.prec = 3
        assert str(euros(-123456789)) == "-1234567.89"
        assert str(euros(-5)) == "-0.05"
        assert cents(Decimal("1234567.89")) == 123456789


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("0.001", "TKG_E_INEXACT"),
        ("NaN", "TKG_E_UNREADABLE"),
        ("sNaN", "TKG_E_UNREADABLE"),
        ("-Infinity", "TKG_E_UNREADABLE"),
        ("1E+20", "TKG_E_OVERFLOW"),
        ("1E+40", "TKG_E_OVERFLOW"),
        ("0.12345678901234567890123456789", "TKG_E_OVERFLOW"),
        # The least number of 64 bits says that there is no amount.
        ("-92233720368547758.08", "TKG_E_OVERFLOW"),
        # Longer than memory when they are written out.
        ("1E+999999999", "TKG_E_UNREADABLE"),
        ("1E-999999999999", "TKG_E_UNREADABLE"),
    ],
)
def test_what_is_no_amount_of_cents_is_refused(written: str, name: str) -> None:
    with pytest.raises(DataError) as found:
        cents(Decimal(written))
    assert found.value.name == name


@pytest.mark.parametrize("amount", [1, 1.0, "1", None])
def test_only_decimals_are_euros(amount: Any) -> None:
    with pytest.raises(TypeError, match="expected a Decimal, found"):
        cents(amount)


@pytest.mark.parametrize("amount", [1.0, Decimal(1), "1", None])
def test_only_ints_are_cents(amount: Any) -> None:
    with pytest.raises(TypeError):
        euros(amount)


def test_what_is_missing_is_no_amount() -> None:
    with pytest.raises(DataError) as found:
        euros(MISSING)
    assert found.value.name == "TKG_E_MISSING"


def test_only_text_is_read() -> None:
    with pytest.raises(TypeError, match="expected a str, found float: 12.5"):
        parse_amount(12.5)  # type: ignore[arg-type]
    with pytest.raises(DataError) as found:
        parse_amount("9" * 100_000)
    assert found.value.name == "TKG_E_OVERFLOW"


def test_amounts_are_read_and_written_as_people_write_them() -> None:
    assert parse_amount("€ 1.234,56", Notation.DUTCH) == Decimal("1234.56")
    assert parse_amount("-0.05") == Decimal("-0.05")
    assert format_amount(Decimal("1234.56"), Notation.DUTCH) == "1.234,56"
    assert format_amount(Decimal("-92233720368547758.07")) == "-92233720368547758.07"


def test_text_that_could_mean_two_amounts_is_refused() -> None:
    with pytest.raises(DataError) as found:
        parse_amount("1.234", Notation.EITHER)
    assert found.value.name == "TKG_E_AMBIGUOUS"
