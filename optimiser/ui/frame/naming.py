"""Name, title and source of a scenario that was put together in the app."""

from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.verdeelsleutels import REGISTER

#: Name of every scenario changed in the app.
OWN = "eigen"
_MARK = "in de app samengesteld"


def named(after: Scenario, before: Scenario) -> Scenario:
    """Return the scenario with a name and title that say what it is.

    A ready scenario that was changed no longer carries its name; back at the statutory question it
    is called that again. A title the user typed stays.

    >>> wettelijk = Scenario(halfjaar="2021-1")
    >>> named(wettelijk.adjusted(sleutel="huishoudens"), wettelijk).titel
    'Huishoudens'
    """
    if after.titel != before.titel:
        return after
    plain = Scenario(halfjaar=after.halfjaar)
    unnamed = {"naam": plain.naam, "titel": plain.titel, "bron": plain.bron}
    if after.adjusted(**unnamed) == plain:
        return plain
    bron = before.bron if before.bron.startswith(_MARK) else f"{_MARK}, uitgaande van {before.naam}"
    return after.adjusted(naam=OWN, titel=title_of(after), bron=bron)


def title_of(scenario: Scenario) -> str:
    """Describe a scenario in a few words.

    >>> title_of(Scenario(halfjaar="2021-1", uitruil={"binnen": "provincie"}))
    'Inwoners (wettelijk), uitruil binnen provincie'
    """
    key = REGISTER.get(scenario.sleutel)
    parts = [scenario.sleutel if key is None else key.titel]
    if scenario.uitruil.binnen is not Gebied.NIET:
        parts.append(
            f"uitruil binnen {_AREA.get(scenario.uitruil.binnen, scenario.uitruil.binnen)}"
        )
    if scenario.capaciteit.maximum_aandeel is not None:
        parts.append("met een plafond")
    if scenario.gemeenten:
        parts.append("grenzen per gemeente")
    if scenario.totaal is not None:
        parts.append("eigen landelijk aantal")
    return ", ".join(parts)


_AREA = {Gebied.LAND: "het hele land", Gebied.EIGEN: "eigen regio's"}
