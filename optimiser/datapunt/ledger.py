"""The ledger of the settled deliveries, with both clocks: peildatum and the day it was settled."""

from optimiser.datapunt.rows_blob import to_frame
from optimiser.datapunt.store import Datapunt
from optimiser.tijd.grootboek.compose import Aanlevering


def aanleveringen(datapunt: Datapunt) -> tuple[Aanlevering, ...]:
    """Return every realisatie that was ever settled, replaced ones too.

    A later levering about the same day is a later version, so what was known before stays known.
    """
    found = [one for one in datapunt.leveringen("realisatie") if one.vastgesteld_op is not None]
    held = datapunt.arrow([one.nummer for one in found]) if found else {}
    return tuple(
        Aanlevering(
            to_frame(held[one.nummer]),
            one.vastgesteld_op.date(),
            one.bestand,
            one.sha256,
            one.nummer,
        )
        for one in found
        if one.vastgesteld_op is not None
    )
