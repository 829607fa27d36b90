"""What a reader must know beside a comparison: assumptions, what is missing, where it is from."""

from collections.abc import Mapping, Sequence

from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.rounding import METHODS
from optimiser.teksten import decimal, load_teksten, percentage, whole


def takeover_note() -> str:
    """Return the sentence on what the totals per area are, and are not.

    >>> takeover_note()[:46]
    'Wie van wie overneemt volgt niet uit de sleute'
    """
    return str(load_teksten()["vergelijk"]["overname"])


def notes(
    gevonden: Vergelijking, gegevens: Gegevens, namen: Mapping[str, str] | None = None
) -> list[str]:
    """Return the remarks below a comparison, the provenance last.

    ``namen`` says what a label is called where the reader does not see the labels themselves.
    """
    named = namen or {}
    vraag, basis = gevonden.vraag, gevonden.verdelingen[gevonden.tegen]
    lines = [
        f"Halfjaar {vraag.halfjaar}, {whole(basis.wanted)} personen; afronding: "
        f"{METHODS[vraag.afronding].titel}; vergeleken met: {vraag.tegen.titel}. "
        "* is de beste van de rij, waar de maat dat zelf kan zeggen.",
        *assumptions(gevonden, gegevens),
    ]
    lines += [
        f"Niet beschikbaar: {named.get(label, label)} ({why})."
        for label, why in gevonden.niet_beschikbaar.items()
    ]
    if same := _same(gevonden, named):
        lines.append(same)
    beeld = gevonden.beelden[gevonden.tegen]
    absent = [name for name, column in (("kan", beeld.kan), ("wil", beeld.wil)) if column is None]
    if absent:
        lines.append(f"Niet opgegeven: {' en '.join(absent)}; die tekorten zijn niet beschikbaar.")
    lines += gegevens.later_mergers(basis.gemeenten.index, vraag.halfjaar)
    return [*lines, gevonden.herkomst.line()]


def assumptions(gevonden: Vergelijking, gegevens: Gegevens) -> list[str]:
    """Return the parameters the claim on freed social rent rests on, each with its label."""
    beeld, capaciteit = gevonden.beelden[gevonden.tegen], gevonden.vraag.capaciteit
    if beeld.vrijkomend is None:
        return ["Het beslag op vrijkomende sociale huur is niet beschikbaar: er ontbreken cijfers."]
    halfjaar = Halfjaar.parse(gevonden.vraag.halfjaar)
    if capaciteit.mutatiegraad_kolom is not None:
        rate = f"mutatiegraad uit kolom {capaciteit.mutatiegraad_kolom}"
    elif capaciteit.mutatiegraad is not None:
        rate = f"mutatiegraad {percentage(capaciteit.mutatiegraad)} per jaar (opgegeven)"
    else:
        rate = f"mutatiegraad {percentage(gegevens.parameter('mutatiegraad', halfjaar))} per jaar"
        rate += " (aanname)"
    label = "aanname" if capaciteit.personen_per_woning is None else "opgegeven"
    per = f"{decimal(beeld.personen_per_woning)} personen per woning ({label})"
    line = f"Vrijkomende sociale huur: corporatiewoningen, {rate}, gedeeld door twee; {per}."
    if beeld.norm is None:
        return [line]
    return [line, f"IJkpunt CBS: {percentage(beeld.norm)} ({_norm_source(gegevens, halfjaar)})."]


def _norm_source(gegevens: Gegevens, halfjaar: Halfjaar) -> str:
    from datetime import date

    day = date(halfjaar.jaar, 1 if halfjaar.helft == 1 else 7, 1)
    return gegevens.parameters["aandeel_vrijkomend"].on(day).bron


def _same(gevonden: Vergelijking, named: Mapping[str, str]) -> str | None:
    """Tell which keys give exactly the same table, so that nobody looks for a difference."""
    rows, found = gevonden.gemeenten, []
    labels: Sequence[str] = gevonden.labels
    for i, first in enumerate(labels):
        found += [
            f"{named.get(first, first)} en {named.get(second, second)}"
            for second in labels[i + 1 :]
            if rows[first].equals(rows[second])
        ]
    return f"Precies dezelfde verdeling geven: {'; '.join(found)}." if found else None
