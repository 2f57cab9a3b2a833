"""Whole scenarios: from files or from texts, columns without a copy, explanations and diagnoses."""

import gc
from decimal import Decimal

import pytest
from places import BMWE
from taakgericht import DataError, Role, Scenario, diagnose, read_texts, table_names


@pytest.fixture(scope="module")
def bmwe() -> Scenario:
    return Scenario.read(BMWE)


def test_a_statement_has_columns_by_name(bmwe: Scenario) -> None:
    with bmwe.run() as outcome:
        statement = outcome["rta-groningen/2016"]
        assert (statement.id, statement.year) == ("rta-groningen/2016", 2016)
        assert [party.name for party in statement.parties] == ["Bedum", "Winsum", "Eemsmond", "De Marne"]
        assert (statement.parties[0].code, statement.parties[0].division) == ("GM0005", 2015)
        assert list(statement.columns) == [
            "korting", "voorliggend_veld", "uitvoeringskosten", "transformatie", "directe_zorg", "total",
        ]  # fmt: skip
        column = statement["korting"]
        assert column.cents.tolist() == [11774060, 17075015, 24201425, 16344165]
        assert column.total == Decimal("693946.65")
        assert (column.role, statement["total"].role) == (Role.PART, Role.TOTAL)
        assert statement.to_dict()["directe_zorg"][0] == Decimal("1883849.60")
        assert len(outcome) == len(list(outcome)) > 3


def test_a_view_outlives_the_outcome_and_cannot_be_written(bmwe: Scenario) -> None:
    with bmwe.run() as outcome:
        cents = outcome["rta-groningen/2016"]["korting"].cents
    del outcome
    gc.collect()
    assert cents.tolist() == [11774060, 17075015, 24201425, 16344165]
    with pytest.raises(TypeError):
        cents[0] = 1


def test_texts_give_what_the_file_gives(bmwe: Scenario) -> None:
    text, tables = read_texts(BMWE)
    assert sorted(tables) == sorted(table_names(text))
    from_texts = Scenario(text.decode(), {name: table.decode() for name, table in tables.items()}, name=BMWE.name)
    assert from_texts.run().to_json() == bmwe.run().to_json()
    assert bmwe.run().to_dict()["shape"] == "taakgericht/run/1"


def test_findings_are_told_in_two_languages(bmwe: Scenario) -> None:
    with bmwe.run() as outcome:
        english, dutch = outcome.findings(), outcome.findings("nl")
    assert english["shape"] == dutch["shape"] == "taakgericht/findings/1"
    assert english["findings"][0]["diagnosis"] != dutch["findings"][0]["diagnosis"]


def test_a_figure_is_explained_down_to_its_sources(bmwe: Scenario) -> None:
    explained = bmwe.explain("rta-groningen/2016/directe_zorg/Bedum")
    assert explained["figure"] == "rta-groningen/2016/directe_zorg/Bedum"
    assert explained["steps"]
    with pytest.raises(DataError) as found:
        bmwe.explain("rta-groningen/2016/directe_zorg/Utrecht")
    assert found.value.name == "TKG_E_UNKNOWN_NAME"


def test_what_is_wrong_is_told_with_its_line() -> None:
    text, tables = read_texts(BMWE)
    assert diagnose(text, tables) == []
    errors = diagnose(text.replace(b"format = 1", b"format = 1\nfromat = 1"), tables, name="mine.toml")
    assert [(error["name"], error["file"]) for error in errors] == [("TKG_E_UNKNOWN_KEY", "mine.toml")]
    with pytest.raises(DataError) as found:
        Scenario("= no TOML", {})
    assert found.value.name == "TKG_E_SYNTAX"
    with pytest.raises(DataError):
        Scenario(text, {})


def test_unknown_statements_are_key_errors_and_closed_handles_say_so(bmwe: Scenario) -> None:
    with bmwe.run() as outcome, pytest.raises(KeyError):
        outcome["nothing"]
    with bmwe.run() as outcome, pytest.raises(ValueError, match='expected "en" or "nl", found \'de\''):
        outcome.findings("de")
    with pytest.raises(ValueError, match="this Outcome is closed"):
        outcome.to_json()
