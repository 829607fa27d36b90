"""Scenario files: strict, one basis, faults in Dutch."""

from decimal import Decimal

import pytest

from optimiser.errors import InvalidScenarioError, UnknownHalfjaarError, UnreadableFileError
from optimiser.io.scenario_file import read_scenario_file
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.teksten import melding_for


@pytest.mark.parametrize("naam", embedded_scenarios())
def test_every_ready_scenario_is_read_and_says_what_it_assumes(naam):
    scenario = read_scenario(embedded_scenarios()[naam])
    assert scenario.naam == naam
    if scenario.tijd is None:
        assert scenario.halfjaar == "2025-2"
        assert scenario.optimises == (naam != "wettelijk")
    if scenario.optimises:
        assert "aanname" in scenario.bron
    if scenario.tijd is not None and scenario.tijd.instroom is not None:
        assert any(word in scenario.tijd.instroom.bron for word in ("aanname", "verzonnen"))


def test_a_basis_is_changed_one_level_deep():
    scenario = read_scenario(embedded_scenarios()["plafond-10-land"])
    assert str(scenario.capaciteit.maximum_aandeel) in {"0.1", "0.10"}
    assert str(scenario.capaciteit.mutatiegraad) == "0.07"  # from the basis
    assert scenario.uitruil.binnen.value == "land"


def write(folder, text, name="proef.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('halfjaar = "2025-1"\ntotaaal = 5', "totaaal (5) bestaat niet"),
        ('titel = "x"', "halfjaar ontbreekt"),
        ('halfjaar = "2025-1"\ntotaal = 1.5', "totaal (1.5) moet een geheel getal"),
        ('halfjaar = "2025-1"\n[capaciteit]\nmaximum_aandeel = 2', "maximum_aandeel (2)"),
        ('halfjaar = "2025-1"\n[uitruil]\nbinnen = "eigen"', "uitruil klopt niet"),
        ('basis = "bestaat-niet"', "basis 'bestaat-niet' bestaat niet"),
        ('basis = "plafond-10"', "heeft zelf een basis"),
    ],
)
def test_faults_are_told_in_dutch(tmp_path, text, reason):
    with pytest.raises(InvalidScenarioError) as caught:
        read_scenario(write(tmp_path, text))
    assert reason in melding_for(caught.value).tekst
    assert "proef.toml" in melding_for(caught.value).tekst


def test_a_file_that_is_no_toml_or_no_half_year(tmp_path):
    with pytest.raises(UnreadableFileError):
        read_scenario(write(tmp_path, "halfjaar ="))
    with pytest.raises(UnknownHalfjaarError):
        read_scenario(write(tmp_path, 'halfjaar = "2025-5"'))
    with pytest.raises(UnreadableFileError):
        read_scenario(tmp_path / "weg.toml")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "a." * 5000 + "b = 1",
        "a = 1" + "0" * 5000,
        "x = 1\n" * 100_000,
        "dag = 2025-02-31",
        'halfjaar = "2025-2"\nbasis = 3',
        'halfjaar = "2025-2"\nbasis = "../../etc/passwd"',
        'halfjaar = "2025-2"\n[capaciteit]\nmaximum_aandeel = "1e-1000000"',
    ],
)
def test_a_hostile_scenario_is_refused_in_words(text):
    with pytest.raises((UnreadableFileError, InvalidScenarioError)):
        read_scenario_file(text.encode(), "a.toml")


def share(scenario):
    return scenario.capaciteit.maximum_aandeel


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ('totaal = "13.000"', lambda s: s.totaal == 13_000),
        ('[gemeenten.GM0014]\nkan = "1.200"', lambda s: s.gemeenten["GM0014"].kan == 1_200),
        (
            '[capaciteit]\nmaximum_aandeel = "0,12"',
            lambda s: share(s) == Decimal("0.12"),
        ),
        (
            '[capaciteit]\nmaximum_aandeel = "12 %"',
            lambda s: share(s) == Decimal("0.12"),
        ),
    ],
)
def test_a_number_written_as_a_dutch_text_is_read_as_one(field, read):
    text = f'halfjaar = "2025-2"\n{field}\n'
    assert read(read_scenario_file(text.encode(), "a.toml")[0])


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ('"13,5"', "moet een geheel getal zijn"),
        ("13.000", "moet een geheel getal zijn"),  # thirteen, and three decimals, in TOML
        ('"13,000"', "is op twee manieren te lezen"),
    ],
)
def test_a_number_of_persons_is_never_guessed(value, told):
    with pytest.raises(InvalidScenarioError) as caught:
        read_scenario_file(f'halfjaar = "2025-2"\ntotaal = {value}\n'.encode(), "a.toml")
    assert told in caught.value.params["fouten"]


def test_a_saldo_before_the_first_half_year_is_never_a_thousandth_of_what_was_written():
    lines = ['halfjaar = "2025-2"', "[tijd]", 'van = "2025-2"', 'tot = "2025-2"', "[tijd.instroom]"]
    lines += ['bron = "proef"', 'aantallen = { "2025-2" = "13.000" }', "[tijd.achterstand]"]
    text = "\n".join([*lines, 'GM0014 = "-1.200"', ""])
    tijd = read_scenario_file(text.encode(), "a.toml")[0].tijd
    assert tijd.instroom.aantallen == {"2025-2": 13_000}
    assert tijd.achterstand == {"GM0014": -1_200}
