"""Reading a register: whatever is asked, the whole chain is followed first."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Engine

from optimiser.register.chain import Getuige, Kop
from optimiser.register.engine import reading
from optimiser.register.errors import UnknownNumberError
from optimiser.register.gate import wettelijke_stand
from optimiser.register.rows import Inhoud, read_everything, to_version
from optimiser.register.stand import Versie
from optimiser.uitruil.states import Status
from optimiser.uitruil.toets.vooruit import Standen


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Leesbaar:
    """What can be read from an open register; ``Register`` can write too.

    Attributes
    ----------
    engine
        Of SQLAlchemy; safe to share between threads.
    clock
        What time it is; a test gives its own.
    standen
        What an agreement is tested against.
    getuige
        The newest head seen: a register that does not go on from it is refused.
    """

    engine: Engine
    clock: Callable[[], datetime] = _now
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
        """Return every version, oldest first; the whole register is checked."""
        rows = self.check().rows.get(nummer)
        if rows is None:
            raise UnknownNumberError(nummer=str(nummer))
        return tuple(to_version(row) for row in rows)

    def stand(self, statussen: Collection[Status] = tuple(Status)) -> tuple[Versie, ...]:
        """Return all agreements as they stand, by number, in some of the states; all is checked."""
        found = (to_version(rows[-1]) for rows in self.check().rows.values())
        return tuple(one for one in found if one.status in statussen)

    def kop(self) -> Kop:
        """Return the head, as it is printed on papers; the whole register is checked."""
        return self.check().kop

    def check(self) -> Inhoud:
        """Read the whole register and follow the chain.

        Raises
        ------
        BrokenHistoryError
            If anything was changed, or it does not go on from the head seen before.
        """
        with reading(self.engine) as connection:
            found = read_everything(connection, self.getuige.get())
        self.getuige.put(found.kop)
        return found
