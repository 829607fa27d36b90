"""What the ledger is made of: settled deliveries and binding agreements, each with its day."""

from datetime import date

from optimiser.datapunt.rows_blob import to_frame
from optimiser.datapunt.store import Datapunt
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.register.reader import Leesbaar
from optimiser.tijd.grootboek.compose import Aanlevering, Uitruiltermijn
from optimiser.uitruil.states import BINDING

#: Tables that become bookings.
BOOKED = ("realisatie", "taakstelling")


def aanleveringen(datapunt: Datapunt) -> tuple[Aanlevering, ...]:
    """Return every realisatie and taakstelling that was ever settled, replaced ones too.

    A later levering about the same day is a later version, so what was known before stays known.
    """
    found = [
        (one, one.vastgesteld_op)
        for tabel in BOOKED
        for one in datapunt.leveringen(tabel)
        if one.vastgesteld_op is not None
    ]
    held = datapunt.arrow([one.nummer for one, _ in found]) if found else {}
    made = []
    for one, day in found:
        rows = to_frame(held[one.nummer])
        if "peildatum" not in rows:
            rows["peildatum"] = [_first_day(text) for text in rows["periode"]]
        made.append(Aanlevering(rows, day.date(), one.bestand, one.sha256, one.nummer))
    return tuple(made)


def uitruiltermijnen(register: Leesbaar) -> tuple[Uitruiltermijn, ...]:
    """Return the half-years of every binding agreement of a register.

    The day is that on which it first became binding.
    """
    terms = []
    for now in register.stand(BINDING):
        past = register.history(now.nummer)
        day = next(one.tijdstip for one in past if one.status in BINDING).date()
        name = f"{now.nummer} {now.overeenkomst.naam}"
        for term in now.overeenkomst.termijnen:
            terms.append(Uitruiltermijn(name, term.halfjaar, dict(term.verschillen), day))
    return tuple(terms)


def _first_day(periode: str) -> date:
    return Halfjaar.parse(periode).eerste_dag
