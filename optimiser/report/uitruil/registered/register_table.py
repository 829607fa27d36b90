"""The register as tables with names, for command line, app and export."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from optimiser.register.gate import wettelijke_stand
from optimiser.register.stand import Versie
from optimiser.report.papier.words import changes_in_words
from optimiser.report.uitruil.registered.carried_out import Gerealiseerd, Uitgevoerd

#: What a time is called in a heading; every time shown is of this zone.
TIJD = "tijdstip_nederland"
_ZONE = ZoneInfo("Europe/Amsterdam")


def local_time(moment: datetime) -> str:
    """Write a moment as the clock in the Netherlands showed it.

    >>> from datetime import UTC
    >>> local_time(datetime(2025, 7, 1, 12, tzinfo=UTC))
    '01-07-2025 14:00:00'
    """
    return moment.astimezone(_ZONE).strftime("%d-%m-%Y %H:%M:%S")


def party_names(versions: Sequence[Versie]) -> dict[str, str]:
    """Return the names of all parties by gm_code; a code without a known name stays a code."""
    names: dict[str, str] = {}
    for halfjaar in sorted({t.halfjaar for v in versions for t in v.overeenkomst.termijnen}):
        if (stand := wettelijke_stand(halfjaar)) is not None:
            names |= {code: party.naam for code, party in stand.gemeenten.items()}
    codes = {code for one in versions for code in one.overeenkomst.partijen}
    return {code: names.get(code, code) for code in sorted(codes)}


def summary_table(versions: Sequence[Versie]) -> pd.DataFrame:
    """Return one row per version, with names."""
    names = party_names(versions)
    rows = [
        {
            "nummer": one.nummer,
            "versie": one.versie,
            TIJD: local_time(one.tijdstip),
            "wie": one.wie,
            "wat": one.wat,
            "status": str(one.status),
            "uitruil": one.overeenkomst.naam,
            "vorm": str(one.overeenkomst.vorm),
            "partijen": ", ".join(names[code] for code in one.overeenkomst.partijen),
            "wijzigingen": changes_text(one, names),
            "personen": one.overeenkomst.personen,
            "goedgekeurd": approvals_text(one, names),
            "wacht_op": ", ".join(names[code] for code in one.wacht_op),
            "open": " ".join(position.termijn.halfjaar for position in one.open),
            "opmerking": one.opmerking,
            "controlegetal": one.sha256[:12],
        }
        for one in versions
    ]
    return pd.DataFrame(rows)


def gemeente_table(versions: Sequence[Versie], gedaan: Uitgevoerd | None = None) -> pd.DataFrame:
    """Return one row per agreement, half-year and gemeente: what each takes over or hands over.

    Parameters
    ----------
    versions
        The agreements as they stand.
    gedaan
        What the ledger knows of each; what it does not know is *niet bekend*.
    """
    names, known = party_names(versions), gedaan or {}
    columns = [
        "nummer", "versie", "status", "uitruil", "halfjaar", "gm_code", "gemeente", "verschil",
        "goedgekeurd", "uitgevoerd", "realisatie", "saldo", "peildatum", "wie", TIJD,
    ]  # fmt: skip
    rows = [
        (
            one.nummer,
            one.versie,
            str(one.status),
            one.overeenkomst.naam,
            term.halfjaar,
            code,
            names[code],
            count,
            "nee" if code in one.wacht_op else "ja",
            "ja" if term.halfjaar in one.verwerkt else "nee",
            *known.get((term.halfjaar, code), Gerealiseerd()).words,
            one.wie,
            local_time(one.tijdstip),
        )
        for one in versions
        for term in one.overeenkomst.termijnen
        for code, count in sorted(term.verschillen, key=lambda pair: names[pair[0]])
    ]
    return pd.DataFrame(rows, columns=columns)


def changes_text(one: Versie, names: Mapping[str, str]) -> str:
    """Write what an agreement changes, per half-year, and the facilities in it."""
    deal = one.overeenkomst
    terms = [f"{t.halfjaar}: {changes_in_words(t.verschillen, names)}" for t in deal.termijnen]
    places = [f"tussenvoorziening {f.naam}: {f.plekken} plekken" for f in deal.voorzieningen]
    return "; ".join([*terms, *places])


def approvals_text(one: Versie, names: Mapping[str, str]) -> str:
    """Write who approved, when, under which case number."""
    return "; ".join(
        f"{names[given.gm_code]}: {given.wie}, {given.datum:%d-%m-%Y}, {given.zaaknummer}"
        for given in one.akkoorden
    )
