"""Reading a register: whatever is asked, the whole chain is followed first."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from sqlalchemy import Engine

from optimiser.register.chain import Getuige, Kop
from optimiser.register.engine import reading, utc_now
from optimiser.register.errors import UnknownNumberError
from optimiser.register.gate import wettelijke_stand
from optimiser.register.rows import Inhoud, read_everything
from optimiser.register.stand import Versie, to_version
from optimiser.uitruil.states import Status
from optimiser.uitruil.toets.vooruit import Standen
from optimiser.zicht.zicht import Zicht


@dataclass(frozen=True)
class Leesbaar:
    """What can be read from an open register; ``Register`` can write too.

    Attributes
    ----------
    engine
        Of SQLAlchemy; safe to share between threads.
    zicht
        Whose eyes: agreements that touch none of their gemeenten are not there for them.
    clock
        What time it is; a test gives its own.
    standen
        What an agreement is tested against.
    getuige
        The newest head seen: a register that does not go on from it is refused.
    """

    engine: Engine
    zicht: Zicht
    clock: Callable[[], datetime] = utc_now
    standen: Standen = wettelijke_stand
    getuige: Getuige = field(default_factory=Getuige, compare=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.engine.dispose()

    def get(self, nummer: int) -> Versie:
        """Return an agreement as it stands.

        Raises
        ------
        UnknownNumberError
            If it is not in the register.
        """
        return self.history(nummer)[-1]

    def history(self, nummer: int) -> tuple[Versie, ...]:
        """Return every version in view, oldest first; the whole register is checked.

        Raises
        ------
        UnknownNumberError
            If it is not in the register, or touches no gemeente in view.
        """
        found = [to_version(row) for row in self._checked().rows.get(nummer, [])]
        if not found or not self._in_view(found[-1]):
            raise UnknownNumberError(nummer=str(nummer))
        return tuple(one for one in found if self._in_view(one))

    def stand(self, statussen: Collection[Status] = tuple(Status)) -> tuple[Versie, ...]:
        """Return all agreements in view as they stand, by number, in some of the states."""
        found = (to_version(rows[-1]) for rows in self._checked().rows.values())
        return tuple(one for one in found if one.status in statussen and self._in_view(one))

    def kop(self) -> Kop:
        """Return the head, as it is printed on papers; the whole register is checked."""
        return self._checked().kop

    def check(self) -> Inhoud:
        """Read the whole register and follow the chain; only for who sees everything.

        Raises
        ------
        OutsideZichtError
            If not everything is in view.
        BrokenHistoryError
            If anything was changed, or it does not go on from the head seen before.
        """
        self.zicht.require_all("Het hele register lezen")
        return self._checked()

    def _checked(self) -> Inhoud:
        # Before the moment that is read: what another thread writes meanwhile is not in it yet.
        known = self.getuige.get()
        with reading(self.engine, self.zicht) as connection:
            found = read_everything(connection, known, whole=self.zicht.alles)
        self.getuige.put(found.kop)
        return found

    def _in_view(self, one: Versie) -> bool:
        return self.zicht.touches(one.overeenkomst.partijen)
