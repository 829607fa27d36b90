"""What a search for uitruil found, as tables and Dutch lines, for command line and app."""

from collections.abc import Mapping, Sequence

import pandas as pd

from optimiser.report.papier.words import changes_in_words
from optimiser.teksten import counted, whole
from optimiser.uitruil.zoekvraag import Uitkomst, Vondst


def voorstel_table(
    vondsten: Sequence[Vondst], names: Mapping[str, str], *, regional: bool = False
) -> pd.DataFrame:
    """Return what was found as a proposal, ready for the test: names are for the reader.

    Parameters
    ----------
    vondsten
        Per region.
    names
        Gm_code to name.
    regional
        One agreement per coalition instead of one per pair.

    Returns
    -------
    pandas.DataFrame
        ``uitruil, gm_code, verschil`` [personen] and ``gemeente``.
    """
    rows: list[tuple[str, str, int, str]] = []
    for one in vondsten:
        parts: list[dict[str, int]]
        if regional and one.decompositie:
            net = one.verschillen
            parts = [{c: net[c] for c in group if net[c]} for group in one.decompositie.coalities]
        else:
            parts = [{d.van: -d.personen, d.naar: d.personen} for d in one.afspraken]
        for number, part in enumerate(parts, start=1):
            deal = f"{one.regio} {number}"
            rows += [(deal, code, part[code], names.get(code, code)) for code in sorted(part)]
    return pd.DataFrame(rows, columns=["uitruil", "gm_code", "verschil", "gemeente"])


def vondst_table(vondsten: Sequence[Vondst]) -> pd.DataFrame:
    """Return one row per region: what was found, and how sure the number of agreements is."""
    rows = []
    for one in vondsten:
        found = one.decompositie
        sizes = [len(group) for group in found.coalities] if found else []
        rows.append(
            {
                "regio": one.regio,
                "gemeenten": len(one.gm_codes),
                "uitkomst": str(one.uitkomst),
                "tekort": one.tekort,
                "personen": one.personen,
                "overeenkomsten": len(one.afspraken),
                "ondergrens": found.ondergrens if found else 0,
                "bewezen": "" if not found else "ja" if found.bewezen else "nee",
                "grootste_coalitie": max(sizes, default=0),
                "even_goed": max(0, len(found.oplossingen) - 1) if found else 0,
                "lijst_volledig": "" if not found else "ja" if found.volledig else "nee",
                "kan_onbekend": one.kan_onbekend,
            }
        )
    return pd.DataFrame(rows)


def alternatives_table(vondsten: Sequence[Vondst], names: Mapping[str, str]) -> pd.DataFrame:
    """Return every solution that was listed, one row per agreement; number 1 is the proposal."""
    rows = [
        (one.regio, number, names[deal.van], names[deal.naar], deal.personen)
        for one in vondsten
        if one.decompositie
        for number, deals in enumerate(one.decompositie.oplossingen, start=1)
        for deal in deals
    ]
    return pd.DataFrame(rows, columns=["regio", "oplossing", "van", "naar", "personen"])


def head_line(one: Vondst) -> str:
    """Return what was found for one region, and how sure it is, in one line."""
    if one.decompositie is None:
        short = f", tekort {_persons(one.tekort)}" if one.tekort else ""
        return f"{one.regio}: {one.uitkomst}{short}"
    found = one.decompositie
    sure = "bewezen minimaal" if found.bewezen else f"ondergrens {whole(found.ondergrens)}"
    others = len(found.oplossingen) - 1
    also = f"; {others} andere even goed" if others else ""
    return (
        f"{one.regio}: {_persons(one.personen)} in {_deals(len(one.afspraken))} "
        f"({sure}; methode: {found.methode}{also})"
    )


def vondst_lines(one: Vondst, names: Mapping[str, str]) -> list[str]:
    """Return what was found for one region, the alternatives included."""
    lines, found = [head_line(one)], one.decompositie
    if found is None:
        return lines
    for deal in one.afspraken:
        change = [(deal.van, -deal.personen), (deal.naar, deal.personen)]
        lines.append(f"  {changes_in_words(change, names)}")
    for number, other in enumerate(found.oplossingen[1:], start=1):
        words = "; ".join(
            f"{names[deal.van]} {whole(deal.personen)} naar {names[deal.naar]}" for deal in other
        )
        lines.append(f"  even goed ({number}): {words}")
    if len(found.oplossingen) > 1 and not found.volledig:
        lines.append("  er zijn mogelijk meer oplossingen die even goed zijn")
    lines += [
        f"  alleen op gemeentecode beslist: {', '.join(names[code] for code in tie)}"
        for tie in one.gelijken
    ]
    return lines


def _persons(count: int) -> str:
    return counted(count, "persoon", "personen")


def _deals(count: int) -> str:
    return counted(count, "overeenkomst", "overeenkomsten")


def summary_lines(vondsten: Sequence[Vondst]) -> list[str]:
    """Return the whole search in a few lines: sums, what does not close, what is not known."""
    found = [one for one in vondsten if one.decompositie]
    proved = sum(one.decompositie.bewezen for one in found if one.decompositie)
    regions = counted(len(vondsten), "regio", "regio's")
    lines = [
        f"{regions}: in {whole(len(found))} een uitruil "
        f"gevonden, {_persons(sum(one.personen for one in found))} in "
        f"{_deals(sum(len(one.afspraken) for one in found))}; "
        f"in {whole(proved)} is dat aantal bewezen minimaal."
    ]
    short = [one for one in vondsten if one.uitkomst is Uitkomst.SLUIT_NIET]
    if short:
        names = ", ".join(f"{one.regio} ({whole(one.tekort)})" for one in short)
        lines.append(f"Sluit niet binnen de eigen regio (tekort in personen): {names}.")
    stuck = [one for one in vondsten if one.uitkomst in {Uitkomst.REGELS, Uitkomst.TIJD_OP}]
    lines += [f"{one.regio}: {one.uitkomst}." for one in stuck]
    if unknown := sum(one.kan_onbekend for one in vondsten):
        lines.append(
            f"Van {whole(unknown)} gemeenten is de capaciteit (kan) onbekend: daar is geen grens."
        )
    lines.append("Grenzen van COA-regio's zitten niet in de gegevens en zijn niet getoetst.")
    return lines
