"""Operations on texts; and every worked example of the corpus comes out, byte for byte."""

from pathlib import Path

import pytest
from corpus import Wrong, count
from places import CORPUS
from taakgericht import DataError, UseError, call, operations

THIRDS = {"whole": "1.00", "unit": "0.01", "method": "largest-remainder", "tie": "first", "weights": "1 1 1"}
FILES = sorted(CORPUS.glob("*.csv"))


def test_there_is_a_file_for_every_operation() -> None:
    assert [file.stem for file in FILES] == sorted(operation.name for operation in operations())
    assert len(FILES) >= 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_comes_out(file: Path) -> None:
    assert count(file) > 0


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("0.34 0.33 0.33", "0.34 0.33 0.34", 'thirds: found {"parts":"0.34 0.33 0.33"}, expected {"parts":"0.34 0.33 0.34"}'),
        (",negative-weight,", ",zero-weights,", "found negative-weight, expected zero-weights"),
        ("whole,unit,method", "whole,units,method", "the columns are"),
        ("largest-remainder,first,1 1 1,", "largest-remainder,1 1 1,", "thirds: the columns are"),
    ],
)
def test_a_case_that_is_wrong_is_told(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = (CORPUS / "split.csv").read_text(encoding="utf-8")
    file = tmp_path / "split.csv"
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(Wrong) as found:
        count(file)
    assert said in str(found.value)


def test_results_have_names() -> None:
    assert call("split", THIRDS) == {"parts": "0.34 0.33 0.33"}


def test_what_is_missing_or_unknown_is_named() -> None:
    with pytest.raises(DataError) as found:
        call("splits", THIRDS)
    assert (found.value.kind, found.value.message.splitlines()[1]) == ("unknown-name", '  Did you mean "split"?')
    with pytest.raises(DataError) as found:
        call("split", {**THIRDS, "weight": "1"})
    assert (found.value.kind, found.value.field) == ("unknown-key", 'operation "split"')
    with pytest.raises(UseError) as used:
        call("split", THIRDS, rules=99)
    assert (used.value.name, used.value.kind) == ("TKG_E_STATE", "")


def test_names_are_text_in_any_script() -> None:
    with pytest.raises(DataError) as found:
        call("splïts€", {})
    assert found.value.message.startswith('no operation "splïts€", ')
    with pytest.raises(UnicodeEncodeError):
        call("split\ud800", {})
    with pytest.raises(TypeError, match="expected a str, found float: 1.0"):
        call("split", {**THIRDS, "whole": 1.0})  # type: ignore[dict-item]
