"""A comparison of keys as tables for people: measures, keys, gemeenten, groups, who takes over."""

from collections.abc import Mapping

import pandas as pd

from optimiser.compare.changes.groepen import per_group_all
from optimiser.compare.changes.stromen import sum_stromen
from optimiser.compare.changes.uitschieters import find_uitschieters
from optimiser.compare.sturing import sturing
from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import GROUPINGS, Gegevens
from optimiser.indicators import MATEN
from optimiser.indicators.groepen import CLASSES
from optimiser.indicators.maat import Eenheid, Number
from optimiser.teksten import decimal, percentage, whole

#: What stands where a figure is missing; never a zero.
MISSING = "niet beschikbaar"
_WHOLE = {Eenheid.PERSONEN, Eenheid.GEMEENTEN, Eenheid.INWONERS}
#: Parts below this get a decimal more.
_SMALL = 0.01
#: Decimals per unit, where a value is not a whole count.
_PLACES = {Eenheid.PER_1000: 2, Eenheid.VERHOUDING: 3, Eenheid.NATS: 4}


def write_value(naam: str, value: Number | None) -> str:
    r"""Write a value of a measure the Dutch way.

    >>> from fractions import Fraction
    >>> write_value("hoover_inwoners", Fraction(1, 8)), write_value("tekort_kan", None)
    ('12,5\xa0%', 'niet beschikbaar')
    """
    if value is None:
        return MISSING
    unit = MATEN[naam].eenheid
    if unit is Eenheid.DEEL:
        return percentage(value, 2 if abs(float(value)) < _SMALL else 1)
    if unit in _WHOLE:
        return whole(value) if float(value).is_integer() else decimal(value)
    return decimal(value, _PLACES[unit])


def measures_text(gevonden: Vergelijking) -> pd.DataFrame:
    """Return the table measures x keys as text; ``*`` marks the best of a row.

    Below the measures: legal status, own policy, perverse incentive.

    Columns: ``maat`` (title), a column per label, ``eenheid``, ``beter`` (lager, hoger, ...).
    """
    rows = []
    for naam, maat in MATEN.items():
        cells = {
            label: write_value(naam, gevonden.maten.at[naam, label])
            + (" *" if gevonden.beste.at[naam, label] else "")
            for label in gevonden.labels
        }
        extra = {"eenheid": maat.eenheid.value, "beter": maat.richting.value}
        rows.append({"maat": maat.titel, **cells, **extra})
    legal = [{"maat": titel, **cells} for _, titel, cells in _legal(gevonden)]
    return pd.DataFrame([*rows, *legal]).fillna("")


def measures_numbers(gevonden: Vergelijking) -> pd.DataFrame:
    """Return the table measures x keys as numbers for CSV and XLSX; a missing one is text.

    Columns: ``maat`` (id), ``titel``, ``eenheid``, ``beter``, a column per label, ``beste``.
    """
    rows = []
    for naam, maat in MATEN.items():
        values = {label: gevonden.maten.at[naam, label] for label in gevonden.labels}
        shown = {label: MISSING if v is None else v for label, v in values.items()}
        best = [label for label in gevonden.labels if gevonden.beste.at[naam, label]]
        head = {"maat": naam, "titel": maat.titel, "eenheid": maat.eenheid.value}
        rows.append({**head, "beter": maat.richting.value, **shown, "beste": ", ".join(best)})
    legal = [{"maat": naam, "titel": titel, **cells} for naam, titel, cells in _legal(gevonden)]
    return pd.concat([pd.DataFrame(rows), pd.DataFrame(legal)], ignore_index=True)


def _legal(gevonden: Vergelijking) -> list[tuple[str, str, dict[str, str]]]:
    """Return the rows that are words: legal status, own policy, perverse incentive."""
    keys = gevonden.keuzes.items()
    status = {label: keuze.status.value for label, keuze in keys}
    steer = {label: sturing(keuze).value for label, keuze in keys}
    incentive = {label: keuze.key.toelichting.prikkel for label, keuze in keys}
    return [
        ("juridische_status", "Juridische status", status),
        ("zelf_te_sturen", "Kan een gemeente haar aantal zelf verlagen", steer),
        ("prikkel", "Verkeerde prikkel of blinde vlek", incentive),
    ]


def definitions() -> pd.DataFrame:
    """Return what each measure is: ``maat``, ``titel``, ``definitie``, ``eenheid``, ..."""
    return pd.DataFrame(
        {
            "maat": naam,
            "titel": maat.titel,
            "definitie": maat.uitleg.definitie,
            "eenheid": maat.eenheid.value,
            "beter": maat.richting.value,
            "bron": maat.uitleg.bron,
            "grenzen": maat.uitleg.grenzen,
        }
        for naam, maat in MATEN.items()
    )


def keys_table(gevonden: Vergelijking) -> pd.DataFrame:
    """Return legal status, own policy and perverse incentive of each key, available or not."""
    from optimiser.compare.keuze import parse_keuze

    keuzes = [*gevonden.keuzes.values(), *map(parse_keuze, gevonden.niet_beschikbaar)]
    return pd.DataFrame(
        {
            "sleutel": keuze.label,
            "titel": keuze.titel,
            "juridische_status": keuze.status.value,
            "zelf_te_sturen": sturing(keuze).value,
            "prikkel": keuze.key.toelichting.prikkel,
            "bron": keuze.key.toelichting.bron,
            "beschikbaar": _available(gevonden.niet_beschikbaar, keuze.label),
        }
        for keuze in keuzes
    )


def _available(missing: Mapping[str, str], label: str) -> str:
    return f"{MISSING}: {missing[label]}" if label in missing else "ja"


def gemeenten_table(gevonden: Vergelijking) -> pd.DataFrame:
    """Return persons per gemeente and key, and the difference of each with the reference."""
    table = gevonden.gemeenten.reset_index(names="gm_code")
    for label in gevonden.labels[1:]:
        table[f"verschil {label}"] = gevonden.verschil(label).to_numpy()
    return table


def groups_table(gevonden: Vergelijking, name: str, gegevens: Gegevens) -> pd.DataFrame:
    """Return sums per provincie, another region, grootteklasse or stedelijkheid.

    Raises
    ------
    UnknownGroupingError
        If the name is none of these.
    """
    rows = gevonden.gemeenten
    groups = rows[name] if name in CLASSES else gegevens.regios_of(name, rows.index)
    return per_group_all(rows, gevonden.labels, groups, name)


def group_names() -> tuple[str, ...]:
    """List every way in which gemeenten can be summed."""
    return (*GROUPINGS, *CLASSES)


def takeover_table(gevonden: Vergelijking, label: str, gegevens: Gegevens) -> pd.DataFrame:
    """Return what each province and each region loses and gains beside the reference.

    Columns ``sleutel``, ``soort`` (of area), ``gebied``, ``minder``, ``meer``, ``binnen``,
    ``saldo`` [personen], see ``Stromen``. Who takes over from whom does not follow from two keys.

    Raises
    ------
    UnequalTotalsError
        As ``sum_stromen``.
    """
    rows = gevonden.gemeenten
    parts = []
    for soort in GROUPINGS:
        areas = gegevens.regios_of(soort, rows.index)
        table = sum_stromen(rows[gevonden.tegen], rows[label], areas).regios
        parts.append(table.rename_axis("gebied").reset_index().assign(soort=soort, sleutel=label))
    order = ["sleutel", "soort", "gebied", "minder", "meer", "binnen", "saldo"]
    return pd.concat(parts, ignore_index=True)[order]


def outliers_table(gevonden: Vergelijking, aantal: int = 10) -> pd.DataFrame:
    """Return the largest gains and losses of every key beside the reference."""
    lists = [
        find_uitschieters(gevonden, label, aantal).assign(sleutel=label)
        for label in gevonden.labels[1:]
    ]
    if not lists:
        return pd.DataFrame(columns=["sleutel", "lijst"])
    joined = pd.concat(lists, ignore_index=True)
    return joined[["sleutel", *[c for c in joined.columns if c != "sleutel"]]]
