"""The data point itself: deliveries are added, settled and replaced, never changed or removed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from optimiser.datapunt.errors import LeveringKnownError, LeveringSettledError
from optimiser.datapunt.inzage.reader import LeesbaarDatapunt, unknown
from optimiser.datapunt.inzage.view import require_deliverable
from optimiser.datapunt.levering import Levering, LeveringStatus, step_sha256
from optimiser.datapunt.queries import read_leveringen, take_turns
from optimiser.datapunt.rows_blob import new_parts, new_row
from optimiser.datapunt.tables import deel, stap
from optimiser.datapunt.tables import levering as table
from optimiser.register.engine import writing
from optimiser.zicht.werkruimte import Rol


@dataclass(frozen=True)
class Datapunt(LeesbaarDatapunt):
    """An open data point; nothing in it is ever changed or removed."""

    def add(
        self, tabel: str, bestand: str, inhoud: bytes, rijen: pd.DataFrame, wie: str, *,
        eigenaar: str = "", opmerking: str = "", afwijkingen: Sequence[str] = (),
    ) -> Levering:  # fmt: skip
        """Store a checked delivery as a concept: whole, or not at all.

        Parameters
        ----------
        tabel
            Which table.
        bestand, inhoud, rijen
            Name and bytes of the file as it came, and its rows as they were read.
        wie
            Who brings it.
        eigenaar, opmerking, afwijkingen
            Who published it, free text, and what was confirmed.

        Raises
        ------
        LeveringKnownError
            If this very file is there already.
        RolError, OutsideZichtError
            If the workspace may not deliver this.
        RegisterUnavailableError
            If the database stays busy or is gone.
        """
        self.zicht.require(Rol.VASTSTELLER, "Een levering bewaren")
        require_deliverable(self.zicht, tabel, rijen)
        row = new_row(tabel, self.zicht.eigenaar, bestand, inhoud, rijen)
        row |= {"eigenaar": eigenaar, "opmerking": opmerking}
        row["afwijkingen"] = json.dumps(list(afwijkingen), ensure_ascii=False)
        try:
            with writing(self.engine, self.zicht) as connection:
                made = connection.execute(insert(table).values(row))
                row["nummer"] = int((made.inserted_primary_key or (0,))[0])
                connection.execute(insert(deel), new_parts(row["nummer"], row["rijen"]))
                self._step(connection, row, [], wie, LeveringStatus.CONCEPT)
        except IntegrityError as error:
            raise self._known(tabel, row["sha256"], row["bestand"]) from error
        return self.get(row["nummer"])

    def settle(self, nummer: int, wie: str) -> Levering:
        """Make a concept count; settled deliveries it covers wholly become ``vervangen``.

        Raises
        ------
        UnknownLeveringError, LeveringSettledError
            If there is none of this workspace, or it is no concept.
        RolError
            If the role does not allow it.
        """
        self.zicht.require(Rol.VASTSTELLER, "Een levering vaststellen")
        with writing(self.engine, self.zicht) as connection:
            take_turns(connection)
            every = read_leveringen(connection, self.zicht.eigenaar)
            found = [one for one in every if one[2].nummer == nummer]
            if not found:
                raise unknown(nummer, [one[2] for one in every])
            row, steps, now = found[0]
            if now.status is not LeveringStatus.CONCEPT:
                raise LeveringSettledError(nummer=str(nummer), status=str(now.status))
            for other, past, older in every:
                covered = older.tabel == now.tabel and set(older.omvang) <= set(now.omvang)
                if older.status is LeveringStatus.VASTGESTELD and covered:
                    self._step(connection, other, past, wie, LeveringStatus.VERVANGEN, nummer)
            self._step(connection, row, steps, wie, LeveringStatus.VASTGESTELD)
        return self.get(nummer)

    def _step(
        self,
        connection: Connection,
        row: dict[str, Any],
        before: Sequence[dict[str, Any]],
        wie: str,
        status: LeveringStatus,
        door: int | None = None,
    ) -> None:
        step = {
            "nummer": row["nummer"],
            "stap": len(before) + 1,
            "tijdstip": self.clock(),
            "wie": wie,
            "status": str(status),
            "door": door,
        }
        step["sha256"] = step_sha256(row, step, before[-1]["sha256"] if before else "")
        connection.execute(insert(stap).values(step))

    def _known(self, tabel: str, sha256: str, bestand: str) -> LeveringKnownError:
        same = next(one for one in self.leveringen(tabel) if one.sha256 == sha256)
        return LeveringKnownError(
            bestand=bestand,
            nummer=str(same.nummer),
            datum=f"{same.ontvangen_op:%d-%m-%Y}",
            status=str(same.status),
        )
