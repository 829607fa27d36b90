"""What an outlook is given from outside: room in dwellings and places, an own column, coupling."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.provincies import provincie_code
from optimiser.scenario.tijd import VooruitzichtModel
from optimiser.solve.limits import whole_column
from optimiser.tijd.jaren.question import YearsQuestion
from optimiser.tijd.vooruitzicht.errors import NoRoomError
from optimiser.tijd.vooruitzicht.history import Floats


@dataclass
class Given:
    """Room and coupling per unit; shape (units, half-years) or (units,) [personen].

    Attributes
    ----------
    rooms
        Room in dwellings, or the own column, per half-year.
    places
        Places open at the end of each half-year.
    residents
        Who lives in places now; ``fill`` moves it on.
    coupled
        Coupled in the first half-year, NaN where not delivered; None without any.
    """

    rooms: Floats
    places: Floats
    residents: Floats
    coupled: Floats | None = None

    def at(self, t: int) -> Floats:
        """Return the room of a half-year: dwellings, less who leaves a place, and free places."""
        leaving = np.maximum(self.residents - self.places[:, t], 0)
        staying = self.residents - leaving
        return np.asarray(np.maximum(self.rooms[:, t] - leaving, 0) + self.places[:, t] - staying)

    def fill(self, t: int, housed: Floats) -> None:
        """Let who was housed beyond the dwellings live in places."""
        leaving = np.maximum(self.residents - self.places[:, t], 0)
        dwellings = np.maximum(self.rooms[:, t] - leaving, 0)
        taken = np.maximum(housed - dwellings, 0)
        self.residents = np.minimum(self.residents - leaving + taken, self.places[:, t])


def make_given(
    question: YearsQuestion,
    gegevens: Gegevens,
    level: str,
    units: tuple[str, ...],
    gekoppeld: pd.Series | None,
) -> Given:
    """Add the room of gemeenten up to the units of the outlook.

    Raises
    ------
    NoRoomError
        If the model is ``capaciteit`` and a gemeente has no limit on its dwellings.
    ScenarioColumnError
        If the own column is not in the figures.
    """
    choice, horizon = question.tijd.vooruitzicht, len(question.totals)
    of = units_of(question, gegevens, level)
    rooms, places = np.zeros((len(units), horizon)), np.zeros((len(units), horizon))
    position = {unit: i for i, unit in enumerate(units)}
    coupled = None
    if gekoppeld is not None and level == "GM":
        known = gekoppeld.reindex(list(units)).astype("Float64")
        coupled = known.to_numpy(dtype=float, na_value=np.nan)
    if choice.model is VooruitzichtModel.KOLOM:
        figures = gegevens.figures(question.peiljaar, question.scenario.indeling)
        for code, persons in whole_column(figures.tabel, choice.kolom).items():
            if of[code] in position:
                rooms[position[of[code]]] += persons
    elif choice.model is VooruitzichtModel.CAPACITEIT:
        _add_room(question, of, position, rooms, places)
    return Given(rooms, places, np.zeros(len(units)), coupled)


def _add_room(
    question: YearsQuestion,
    of: dict[str, str],
    position: dict[str, int],
    rooms: Floats,
    places: Floats,
) -> None:
    for region in question.regions:
        for g, code in enumerate(region.gm_codes):
            if code not in question.dwellings:
                raise NoRoomError(scenario=question.scenario.naam, gm_code=code)
            if of[code] in position:
                rooms[position[of[code]]] += region.dwellings[g]
                places[position[of[code]]] += region.places[g]


def units_of(question: YearsQuestion, gegevens: Gegevens, level: str) -> dict[str, str]:
    """Return per gemeente the unit it belongs to: itself, or its province."""
    if level == "GM":
        return {str(code): str(code) for code in question.table.index}
    return {
        str(code): provincie_code(naam, gegevens.regios)
        for code, naam in question.table["provincie"].items()
    }
