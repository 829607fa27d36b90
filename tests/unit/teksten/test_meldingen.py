"""What to do about an error: with an option on the command line, without one in the app."""

import re

import pytest

from optimiser.errors import UnknownTaakstellingError
from optimiser.teksten import load_teksten, melding_for

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
