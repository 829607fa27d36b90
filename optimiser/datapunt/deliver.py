"""The road in: a file is read, checked, asked about, and only then stored."""

from dataclasses import dataclass

import pandas as pd

from optimiser.datapunt.errors import LeveringRefusedError, LeveringUnconfirmedError
from optimiser.datapunt.ledger import aanleveringen
from optimiser.datapunt.levering import Levering
from optimiser.datapunt.reading.levering import Gelezen, read_levering
from optimiser.datapunt.rows_blob import to_frame
from optimiser.datapunt.store import Datapunt
from optimiser.datapunt.toets.bevinding import LeveringOordeel, PuntSoort
from optimiser.datapunt.toets.check import Omgeving, check_levering
from optimiser.gegevens.gegevens import Gegevens
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.compose import compose_grootboek


@dataclass(frozen=True)
class Voorbeeld:
    """A file before it is stored.

    Attributes
    ----------
    bestand, inhoud
        Name and bytes.
    gelezen
        Its rows.
    oordeel
        What is refused, what is asked.
    """

    bestand: str
    inhoud: bytes
    gelezen: Gelezen
    oordeel: LeveringOordeel

    def lines(self) -> list[str]:
        """Tell the three lists: geweigerd, te bevestigen, in orde, and columns left out."""
        told = []
        for ernst, code in (
            (PuntSoort.GEWEIGERD, "geweigerd"),
            (PuntSoort.BEVESTIGEN, "te_bevestigen"),
        ):
            told.append(sentence("levering", code, {"aantal": len(self.oordeel.of(ernst))}))
            told += [f"  {line}" for line in self.oordeel.told(ernst)]
        told.append(sentence("levering", "in_orde", {"aantal": self.oordeel.in_orde}))
        if self.gelezen.weggelaten:
            facts = {"kolommen": list(self.gelezen.weggelaten)}
            told.append(sentence("levering", "weggelaten", facts))
        return [*told, *self.gelezen.opmerkingen]

    def require(self, *, bevestigd: bool) -> None:
        """Refuse to go on where something is wrong, or asked and not confirmed.

        Raises
        ------
        LeveringRefusedError
            If the file has faults.
        LeveringUnconfirmedError
            If something must be confirmed first.
        """
        for ernst, error in (
            (PuntSoort.GEWEIGERD, LeveringRefusedError),
            (PuntSoort.BEVESTIGEN, LeveringUnconfirmedError),
        ):
            found = self.oordeel.of(ernst)
            if found and not (bevestigd and ernst is PuntSoort.BEVESTIGEN):
                told = " ".join(self.oordeel.told(ernst))
                raise error(bestand=self.bestand, aantal=len(found), fouten=told)


def preview(
    bestand: str,
    inhoud: bytes,
    gegevens: Gegevens,
    datapunt: Datapunt | None = None,
    *,
    tabel: str | None = None,
    jaar: int | None = None,
    halfjaar: str | None = None,
) -> Voorbeeld:
    """Read and check a file; nothing is stored.

    Parameters
    ----------
    bestand, inhoud
        Name and bytes.
    gegevens
        The figures as they stand.
    datapunt
        Earlier deliveries to hold it against; None if there are none.
    tabel, jaar, halfjaar
        What the user says it is.

    Raises
    ------
    UnknownFileTypeError, UnreadableFileError
        If the file cannot be read at all.
    """
    read = read_levering(inhoud, bestand, tabel, jaar)
    earlier = pd.DataFrame()
    if datapunt is not None and read.tabel is not None:
        earlier = settled_rows(datapunt, read.tabel.naam)
    brought = () if datapunt is None else aanleveringen(datapunt)
    where = Omgeving(
        gegevens, earlier, jaar, halfjaar, lambda: compose_grootboek(gegevens, brought).course()
    )
    return Voorbeeld(bestand, inhoud, read, check_levering(read, where))


def settled_rows(datapunt: Datapunt, tabel: str) -> pd.DataFrame:
    """Return the rows of all settled deliveries of a table, oldest first, with ``levering``."""
    found = datapunt.settled(tabel)
    held = datapunt.arrow([one.nummer for one in found]) if found else {}
    parts = [to_frame(held[one.nummer]).assign(levering=one.nummer) for one in found]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def deliver(
    datapunt: Datapunt,
    voorbeeld: Voorbeeld,
    wie: str,
    *,
    bevestigd: bool = False,
    eigenaar: str = "",
    opmerking: str = "",
) -> Levering:
    """Store a previewed file as a concept.

    Parameters
    ----------
    datapunt
        Where it goes.
    voorbeeld
        As ``preview`` returned it.
    wie
        Who brings it.
    bevestigd
        Whether what is asked was confirmed; it is kept with the delivery.
    eigenaar, opmerking
        Who published it, and free text.

    Raises
    ------
    LeveringRefusedError, LeveringUnconfirmedError, LeveringKnownError
        If it may not be stored; nothing is.
    """
    voorbeeld.require(bevestigd=bevestigd)
    kind = voorbeeld.gelezen.tabel
    if kind is None:
        msg = "a file without a table cannot be without findings"
        raise ValueError(msg)
    asked = [str(one) for one in voorbeeld.oordeel.of(PuntSoort.BEVESTIGEN)]
    return datapunt.add(
        kind.naam, voorbeeld.bestand, voorbeeld.inhoud, voorbeeld.gelezen.rijen, wie,
        eigenaar=eigenaar, opmerking=opmerking, afwijkingen=asked,
    )  # fmt: skip
