"""Names in a scenario instead of codes, any file name, and what may be chosen."""

import pytest

from optimiser.errors import InvalidScenarioError
from optimiser.io.scenarios import read_scenario, scenario_from
from optimiser.teksten import melding_for

TEXT = """
halfjaar = "2025-2"
[uitruil]
binnen = "eigen"
[uitruil.regios]
Haaglanden = ["Den Haag", "GM0603", "delft"]
[gemeenten."'s-Gravenhage"]
kan = 500
[[capaciteit.plekken]]
naam = "Vlek"
soort = "flexwoningen"
plekken = 10
opening = "2025-2"
gemeenten = ["Súdwest-Fryslan", "14"]
verdeling = { "Sudwest-Fryslân" = 4, "gm 14" = 6 }
"""


def test_names_are_codes_everywhere_and_the_file_has_any_name(tmp_path):
    path = tmp_path / "Mijn Scenario_1.toml"
    path.write_text(TEXT, encoding="utf-8")
    scenario = read_scenario(path)
    assert scenario.naam == "mijn-scenario-1"
    assert scenario.uitruil.regios == {"Haaglanden": ("GM0518", "GM0603", "GM0503")}
    assert list(scenario.gemeenten) == ["GM0518"]
    (facility,) = scenario.capaciteit.plekken
    assert facility.gemeenten == ("GM1900", "GM0014")
    assert facility.verdeling == {"GM1900": 4, "GM0014": 6}


def test_names_on_top_of_a_basis_replace_its_codes(tmp_path):
    (tmp_path / "onder.toml").write_text('halfjaar = "2025-2"\n[gemeenten.GM0014]\nkan = 5\n')
    path = tmp_path / "boven.toml"
    path.write_text('basis = "onder"\n[gemeenten.Groningen]\nkan = 7\n')
    assert read_scenario(path).gemeenten["GM0014"].kan == 7


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"gemeenten": {"Bergen": {}}}, "'Bergen' kan Bergen (NH.) (GM0373) of Bergen (L.)"),
        ({"gemeenten": {"Gronigen": {}}}, "is geen gemeente; lijkt op Groningen (GM0014)"),
        ({"gemeenten": {"Delft": {}, "GM0503": {}}}, "gemeenten: GM0503 (GM0503) staat er twee"),
        ({"naam": "Ja!"}, "mag alleen kleine letters, cijfers en streepjes"),
        ({"uitruil": {"binnen": "gemeente"}}, "waarden: 'niet', 'provincie',"),
        ({"doelstelling": {"last_per": "woning"}}, "'inwoners' of 'vrijgekomen_woningen'"),
        ({"capaciteit": {"maximum_aandeel": 12}}, "12 % = 0,12"),
        ({"capaciteit": {"personen_per_woning": 0}}, "te klein: het moet meer zijn dan 0"),
        ({"uitruil": {"binnen": "eigen"}}, "'regios' hoort bij binnen"),
        ({"doelstelling": {"stappen": ["eerlijk"]}}, "stappen.0 ('eerlijk') is geen van"),
    ],
)
def test_what_is_wrong_tells_what_may_be_chosen(fields, told):
    with pytest.raises(InvalidScenarioError) as refused:
        scenario_from({"halfjaar": "2025-2", **fields}, "proef.toml")
    text = melding_for(refused.value).tekst
    assert told in text
    assert "is leeg" not in text
