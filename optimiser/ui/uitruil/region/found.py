"""What a search found, in Dutch: how sure it is, what is not known."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pandas as pd

from optimiser.scenario.scenario import Scenario
from optimiser.teksten import counted
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import state
from optimiser.ui.widgets.fields import number_field
from optimiser.uitruil.fewest.afspraken import Afspraak
from optimiser.uitruil.zoekvraag import Uitkomst, Vondst

_SECTION = "uitruil_vondst"
_WORDS = {
    Uitkomst.NIETS_NODIG: "niets_nodig",
    Uitkomst.SLUIT_NIET: "sluit_niet",
    Uitkomst.REGELS: "regels",
    Uitkomst.TIJD_OP: "tijd_op",
}


def found_lines(found: Vondst, scenario: Scenario) -> list[str]:
    """Say what was found, whether fewer agreements are possible, and what is not known."""
    facts = {
        "regio": found.regio,
        "personen": counted(found.personen, "persoon", "personen"),
        "aantal": counted(len(found.afspraken), "overeenkomst", "overeenkomsten"),
        "tekort": counted(found.tekort, "persoon", "personen"),
    }
    lines = [sentence(_SECTION, _WORDS.get(found.uitkomst, "gevonden"), facts)]
    if (known := found.decompositie) is not None and known.oplossingen:
        sure = {"grens": known.ondergrens, "methode": str(known.methode)}
        lines.append(sentence(_SECTION, "bewezen" if known.bewezen else "ondergrens", sure))
        if len(known.oplossingen) > 1:
            listed = "alle_even_goed" if known.volledig else "even_goed"
            lines.append(sentence(_SECTION, listed, {"aantal": len(known.oplossingen)}))
    if found.kan_onbekend:
        unknown = {"aantal": found.kan_onbekend, "van": len(found.gm_codes)}
        none = scenario.capaciteit.maximum_aandeel is None
        lines.append(sentence(_SECTION, "kan_onbekend_vul_in" if none else "kan_onbekend", unknown))
    if found.gelijken:
        lines.append(sentence(_SECTION, "gelijken", {"aantal": len(found.gelijken)}))
    return lines


def deals_table(deals: Sequence[Afspraak], names: Mapping[str, str]) -> pd.DataFrame:
    """Return agreements as a table: ``van, naar, personen``."""
    rows = [(names[deal.van], names[deal.naar], deal.personen) for deal in deals]
    return pd.DataFrame(rows, columns=["van", "naar", "personen"])


def share_field() -> None:
    """Show the largest share of freed dwellings of the scenario; it decides what a gemeente can."""
    held = state.scenario().capaciteit
    share = None if held.maximum_aandeel is None else held.maximum_aandeel * 100

    def typed(percent: Decimal | None) -> None:
        part = None if percent is None else percent / 100
        state.adjust(capaciteit=held.adjusted(maximum_aandeel=part))

    number_field(
        "Hoogstens dit deel van de vrijkomende corporatiewoningen (%)",
        share,
        typed,
        key="uitruil_maximum_aandeel",
        places=1,
        uitleg="Bepaalt hoeveel personen een gemeente kan huisvesten; hoort bij het scenario.",
    )
