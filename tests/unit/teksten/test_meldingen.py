"""What to do about an error: with an option on the command line, without one in the app."""

import re

import pytest

from optimiser.errors import UnknownTaakstellingError
from optimiser.teksten import load_teksten, melding_for
from optimiser.teksten.zinnen import sentence

FOUTEN = load_teksten()["fouten"]
OPTION = re.compile(r"(?<![\w-])--[a-z]|TAAKSTELLING_")
#: Only a command refuses with these; the app has no way to them.
COMMAND_ONLY = {
    "app_open_voor_anderen",
    "cluster_onbereikbaar",
    "gebruik_onjuist",
    "gedeeld_instelling",
    "grenzen_laag_kiezen",
    "grenzen_zonder_crs",
    "nareis_ongeldig",
    "opnieuw_ander_scenario",
    "opnieuw_andere_cijfers",
    "poort_bezet",
    "rollend_ongeldig",
}


@pytest.mark.parametrize("code", sorted(set(FOUTEN) - COMMAND_ONLY))
def test_the_app_names_no_option(code):
    entry = FOUTEN[code]
    told = f"{entry['tekst']} {entry.get('actie_app', entry['actie'])}"
    assert not OPTION.search(told), told


def test_the_command_line_keeps_its_options():
    error = UnknownTaakstellingError(halfjaar="2026-1", bekend=["2025-2"])
    assert "--totaal" in melding_for(error).actie
    assert "--totaal" not in melding_for(error, in_app=True).actie


@pytest.mark.parametrize(
    ("section", "code"),
    [(name, code) for name, one in load_teksten().items() for code in one if f"{code}_app" in one],
)
def test_a_remark_in_the_app_names_no_option_and_no_command(section, code):
    texts = load_teksten()[section]
    facts = dict.fromkeys(re.findall(r"{(\w+)}", texts[code] + texts[f"{code}_app"]), "x")
    command = re.compile(r"--[a-z]|taakstelling (?:koppel|lees|levering) ")
    assert command.search(sentence(section, code, facts))
    assert not command.search(sentence(section, code, facts, in_app=True))


def test_a_remark_without_its_own_for_the_app_is_the_same_there():
    assert sentence("levering", "geen", {}, in_app=True) == sentence("levering", "geen", {})
