"""The whole audit trail: logins and downloads, steps in the register, deliveries."""

import pandas as pd

from optimiser.datapunt.held import read_datapunt
from optimiser.datapunt.standen import register_in_force
from optimiser.io.register_place import register_place
from optimiser.io.sharing.spoor_file import read_spoor
from optimiser.register.opening import register_there
from optimiser.zicht.spoor import Spoorregel, SpoorSoort
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import Zicht

#: Columns of ``spoor_table``.
COLUMNS = ("tijdstip", "wie", "wat", "waarover")


def read_trail(zicht: Zicht) -> tuple[Spoorregel, ...]:
    """Return what was done, oldest first: in view, for a beheerder.

    Of an agreement or a delivery no figure is told, only which one it is.

    Raises
    ------
    RolError
        If whoever asks is no beheerder.
    OptimiserError
        If the trail, the register or the data point cannot be read.
    """
    zicht.require(Rol.BEHEERDER, "Het spoor lezen")
    found = [*read_spoor(zicht), *_steps(zicht), *_deliveries(zicht)]
    return tuple(sorted(found, key=lambda one: one.tijdstip))


def spoor_table(lines: tuple[Spoorregel, ...]) -> pd.DataFrame:
    """Return the trail as a table: ``tijdstip``, ``wie``, ``wat``, ``waarover``."""
    rows = [(one.moment(), one.wie, str(one.soort), one.waarover) for one in lines]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _steps(zicht: Zicht) -> list[Spoorregel]:
    place = register_place()
    if place is None or not register_there(place):
        return []
    book = register_in_force(place, zicht)
    return [
        Spoorregel(
            one.tijdstip, one.wie, "", SpoorSoort.OVEREENKOMST,
            f"overeenkomst {one.nummer}, versie {one.versie}: {one.wat}, daarna {one.status}",
        )
        for now in book.stand()
        for one in book.history(now.nummer)
    ]  # fmt: skip


def _deliveries(zicht: Zicht) -> list[Spoorregel]:
    point = read_datapunt(zicht)
    found = []
    for one in () if point is None else point.leveringen():
        told = f"levering {one.nummer} ({one.tabel})"
        steps = [(one.ontvangen_op, one.door, "bewaard")]
        if one.vastgesteld_op is not None:
            steps.append((one.vastgesteld_op, one.vastgesteld_door, "vastgesteld"))
        found += [
            Spoorregel(moment, wie, "", SpoorSoort.LEVERING, f"{told} {wat}")
            for moment, wie, wat in steps
        ]
    return found
