"""A question as ``koppelen.toml`` asks it: areas, classes, stages, fixings, saldo."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.errors import KoppelinstellingError, SaldoTooLowError
from optimiser.koppelen.instellingen import Koppelinstellingen
from optimiser.koppelen.uitgangspunt import Uitgangspunt
from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.solve.run import solve_scenario

#: Part of the freed corporation dwellings where a scenario does not limit it [%]: aanname.
AANDEEL = 12


def share_of(scenario: Scenario) -> int:
    """Return the part of the freed corporation dwellings that a scenario allows [%].

    Raises
    ------
    KoppelinstellingError
        If it is no whole percentage, or the mutatiegraad differs per gemeente.

    >>> share_of(Scenario(halfjaar="2025-2", capaciteit={"maximum_aandeel": "0.14"}))
    14
    """
    asked = scenario.capaciteit
    if asked.mutatiegraad_kolom is not None:
        reason = "een mutatiegraad per gemeente kan hier niet; geef de woningen zelf"
        raise KoppelinstellingError(veld="capaciteit.mutatiegraad_kolom", reden=reason)
    if asked.maximum_aandeel is None:
        return AANDEEL
    percentage = 100 * asked.maximum_aandeel
    if percentage != int(percentage) or percentage < 1:
        reason = "hier hoort een heel percentage van 1 tot en met 100, zoals 0.12"
        raise KoppelinstellingError(veld="capaciteit.maximum_aandeel", reden=reason)
    return int(percentage)


def solved_table(scenario: Scenario, gegevens: Gegevens) -> Verdeling:
    """Return the table of a scenario, after uitruil where it asks that.

    Raises
    ------
    KoppelinstellingError
        If its limits cannot all be kept: then there is no taakstelling to couple to.
    """
    answer = solve_scenario(scenario, gegevens)
    if answer.optimalisatie is not None and not answer.optimalisatie.feasible:
        reason = "dit scenario kan niet sluiten, dus er is geen taakstelling per gemeente"
        raise KoppelinstellingError(veld="basis", reden=reason)
    return answer


def choose(
    start: Uitgangspunt,
    own: EigenAantallen,
    asked: Koppelinstellingen,
    vast: tuple[Vastzetting, ...],
    gegevens: Gegevens,
) -> Koppelvraag:
    """Return the question a file asks, with the user's households and dwellings where given.

    Parameters
    ----------
    start
        With assumed households and dwellings.
    own
        What replaces them.
    asked, vast
        The section ``[koppelen]`` and its fixings.
    gegevens
        Where the areas come from.

    Raises
    ------
    KoppelinstellingError
        If own households are not counted for the areas, or own classes have no own dwellings.
    WoningklasseError, VastzettingError, RegiobandError
        If one of them cannot hold.
    """
    base = own.on(start)
    klassen = asked.klassen()
    names = [klasse.naam for klasse in klassen]
    if own.woningen is None and set(names) != {klasse.naam for klasse, _ in KLASSEN}:
        reason = "eigen klassen vragen een eigen bestand met woningen"
        raise KoppelinstellingError(veld="klasse", reden=reason)
    by_area = {"coa_regio": base.vraag, "land": base.land}
    if asked.gebied in by_area:
        found = by_area[asked.gebied]
    elif own.huishoudens is not None:
        reason = "het bestand met huishoudens telt per COA-regio: kies coa_regio of land"
        raise KoppelinstellingError(veld="gebied", reden=reason)
    else:
        found = _by(asked.gebied, base.vraag, gegevens)
    drempel = found.drempel if asked.drempel_groot_gezin is None else asked.drempel_groot_gezin
    return replace(
        found, klassen=klassen, drempel=drempel, vast=vast, stappen=asked.order(),
    )  # fmt: skip


def with_saldo(vraag: Koppelvraag, saldo: Mapping[str, int]) -> Koppelvraag:
    """Return a question that also asks what is owed from before.

    Parameters
    ----------
    vraag
        What is asked.
    saldo
        Gemeente to persons owed (+) or ahead (-) [personen]; 0 where absent.

    Raises
    ------
    SaldoTooLowError
        If a gemeente is ahead by the largest family or more.
    KoppelinstellingError
        If a gemeente is not one of the half-year.
    """
    table = vraag.gemeenten
    if unknown := sorted(set(saldo) - set(table.index)):
        reason = f"niet in de indeling van dit halfjaar: {', '.join(unknown[:10])}"
        raise KoppelinstellingError(veld="saldo", reden=reason)
    asked = table["taakstelling"].astype(int) + pd.Series(saldo).reindex(table.index).fillna(0)
    sizes = [s for need in vraag.huishoudens.values() for s, count in need.items() if count]
    largest = max(sizes, default=1)
    if len(low := asked[asked < 1 - largest]):
        naam = str(table.loc[low.index[0], "gemeente"])
        raise SaldoTooLowError(gemeente=naam, saldo=int(low.iloc[0]))
    return replace(vraag, gemeenten=table.assign(taakstelling=asked.astype(int)))


def saldo_of(columns: pd.DataFrame) -> dict[str, int]:
    """Return the saldo per gemeente of a table a user brought [personen].

    Parameters
    ----------
    columns
        Index ``gm_code``; exact text, NA where unknown.

    Raises
    ------
    KoppelinstellingError
        If there is no column ``saldo``, or a cell is empty or no whole number.
    """
    names = {str(column).casefold(): column for column in columns.columns}
    if "saldo" not in names:
        raise KoppelinstellingError(veld="saldo", reden="het bestand heeft geen kolom saldo")
    found = {}
    for code, cell in columns[names["saldo"]].items():
        if pd.isna(cell) or Decimal(cell) != int(Decimal(cell)):
            told = "leeg" if pd.isna(cell) else str(cell).replace(".", ",")
            reason = f"{code}: {told} is geen geheel aantal personen"
            raise KoppelinstellingError(veld="saldo", reden=reason)
        found[str(code)] = int(Decimal(cell))
    return found


def _by(gebied: str, vraag: Koppelvraag, gegevens: Gegevens) -> Koppelvraag:
    """Ask per province or arbeidsmarktregio with assumed households; who has none is together."""
    table = vraag.gemeenten
    groups = (
        table["provincie"] if gebied == "provincie" else gegevens.regios_of(gebied, table.index)
    )
    table = table.assign(gebied=groups.fillna(f"Zonder {gebied}"))
    sums = table.groupby("gebied")["taakstelling"].sum()
    need = {str(naam): assumed_huishoudens(int(total)) for naam, total in sums.items()}
    return replace(vraag, gemeenten=table, huishoudens=need, banden=())
