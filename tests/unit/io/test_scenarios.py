"""Scenario files: strict, one basis, faults in Dutch."""

import pytest

from optimiser.errors import InvalidScenarioError, UnknownHalfjaarError, UnreadableFileError
from optimiser.io.scenarios import embedded_scenarios, read_scenario, scenario_from_text
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
        scenario_from_text(text.encode(), "a.toml")
