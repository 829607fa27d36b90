"""The register itself: every change is a new version, and only the newest may be changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from optimiser.register import entry, moves
from optimiser.register.approval import Goedkeuring
from optimiser.register.chain import NONE_YET, to_text
from optimiser.register.engine import writing
from optimiser.register.errors import UnknownNumberError
from optimiser.register.gate import require_admitted, require_no_twin
from optimiser.register.moves import Move
from optimiser.register.reader import Leesbaar
from optimiser.register.rows import (
    read_binding,
    read_rows,
    read_tail,
    stale,
    write_row,
)
from optimiser.register.stand import Versie, to_version
from optimiser.register.tables import overeenkomst
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.werkruimte import Rol


@dataclass(frozen=True)
class Register(Leesbaar):
    """An open register; ``with`` closes it, in the app it stays open."""

    def add(
        self, deal: Overeenkomst, wie: str, opmerking: str = "", *, again: bool = False
    ) -> Versie:
        """Add an agreement as a concept and return its first version.

        Parameters
        ----------
        deal, wie, opmerking
            What, by whom, and a remark.
        again
            Whether it was said to be a second one beside another that does the same.

        Raises
        ------
        RefusedEntryError
            If the test refuses it, given all that binds.
        DuplicateAgreementError
            If another does the same and ``again`` does not say that it is a second one.
        NoNameError, InvalidEntryError
            If it does not say who, or the remark cannot be kept.
        RolError, OutsideZichtError
            If the role does not allow it, or no party is in view; so for every step.
        """
        return self.add_all([deal], wie, opmerking, again=again)[0]

    def add_all(
        self,
        deals: Collection[Overeenkomst],
        wie: str,
        opmerking: str = "",
        *,
        again: bool = False,
    ) -> tuple[Versie, ...]:
        """Add agreements as concepts: all of them or none; see ``add``."""
        who, note = self._allowed(wie), entry.remark(opmerking)
        for deal in deals:
            self.zicht.require_touching(deal.partijen, f"Overeenkomst '{deal.naam}'")
        added = []
        with writing(self.engine, self.zicht) as connection:
            head = read_tail(connection, self.getuige.get())
            binding = read_binding(connection, self.zicht)
            for deal in deals:
                require_admitted(deal, binding, self.standen)
                if not again:
                    require_no_twin(connection, deal)
                row = self._first(connection, deal, who) | {"opmerking": note}
                one, head = write_row(connection, row, "", head)
                added.append(one)
        self.getuige.put(head)
        return tuple(added)

    def change(
        self, nummer: int, gelezen: int, deal: Overeenkomst, wie: str, opmerking: str = ""
    ) -> Versie:
        """Replace the content of a concept; approvals of the old content no longer count.

        Parameters
        ----------
        nummer, gelezen
            Which agreement, and the version it was made from.

        Raises
        ------
        StaleVersionError
            If somebody else wrote a version since.
        FixedContentError, UnknownNumberError, RefusedEntryError, DuplicateAgreementError
            If it is no concept, is unknown, the test refuses it or another does the same.
        """
        self.zicht.require_touching(deal.partijen, f"Overeenkomst '{deal.naam}'")
        return self._next(nummer, gelezen, wie, lambda now: moves.change(now, deal, opmerking))

    def approve(self, nummer: int, gelezen: int, goedkeuring: Goedkeuring, wie: str) -> Versie:
        """Record that one college approved; after the last of them it is ``akkoord``.

        Raises
        ------
        ApprovalError, RefusedEntryError
            If it is no concept, the college is no party or approved already, or the test refuses
            it now that it would become akkoord.
        OutsideZichtError
            If the gemeente is of another workspace; so for ``withdraw``.
        """
        self.zicht.require_college(goedkeuring.gm_code, "Goedkeuren namens een college")
        today = self.clock().date()
        return self._next(nummer, gelezen, wie, lambda now: moves.approve(now, goedkeuring, today))

    def withdraw(self, nummer: int, gelezen: int, gm_code: str, wie: str, reden: str) -> Versie:
        """Take back the approval of one college; an agreement that was akkoord is a concept again.

        Raises
        ------
        ApprovalError, InvalidEntryError
            If there is no such approval to take back, or no reason.
        """
        self.zicht.require_college(gm_code, "Een goedkeuring intrekken")
        return self._next(nummer, gelezen, wie, lambda now: moves.withdraw(now, gm_code, reden))

    def advance(
        self, nummer: int, gelezen: int, status: Status, wie: str, opmerking: str = ""
    ) -> Versie:
        """Take the next step; ``verwerkt`` closes every half-year at once, ``settle`` one of them.

        Raises
        ------
        StatusChangeError, StaleVersionError, UnknownNumberError
            If it may not be taken, somebody else was first, or it is unknown.
        ApprovalMissingError
            If it is akkoord and not every college approved.
        """
        return self._next(nummer, gelezen, wie, lambda now: moves.advance(now, status, opmerking))

    def step_back(self, nummer: int, gelezen: int, wie: str, reden: str) -> Versie:
        """Take the last step back by a counter-step with a reason; nothing goes.

        Raises
        ------
        NoStepBackError, InvalidEntryError
            If there is no step to take back, or no reason.
        """
        return self._next(nummer, gelezen, wie, lambda now: moves.step_back(now, reden))

    def settle(self, nummer: int, gelezen: int, halfjaar: str, wie: str) -> Versie:
        """Record that one half-year was carried out; after the last it is ``verwerkt``.

        Raises
        ------
        NoOpenTermError
            If nothing is open in that half-year or it was not announced (gemeld) yet.
        """
        return self._next(nummer, gelezen, wie, lambda now: moves.settle(now, halfjaar))

    def _allowed(self, wie: str) -> str:
        """Return who takes the step, if the role allows it."""
        self.zicht.require(Rol.VASTSTELLER, "Een stap in het register")
        return entry.user_name(wie)

    def _first(self, connection: Connection, deal: Overeenkomst, who: str) -> dict[str, object]:
        moment = self.clock()
        made = connection.execute(insert(overeenkomst).values(aangemaakt=moment))
        (number,) = made.inserted_primary_key or (0,)
        head = {"nummer": int(number), "versie": 1, "tijdstip": moment, "wie": who}
        content = {"inhoud": to_text(deal), "verwerkt": "[]", "akkoorden": NONE_YET}
        return head | content | {"wat": "toegevoegd", "status": str(Status.CONCEPT)}

    def _next(self, nummer: int, gelezen: int, wie: str, make: Callable[[Versie], Move]) -> Versie:
        """Write the version after the one that was read, or refuse."""
        who = self._allowed(wie)
        with writing(self.engine, self.zicht) as connection:
            head = read_tail(connection, self.getuige.get())
            rows = read_rows(connection, nummer, whole=self.zicht.alles)
            now = to_version(rows[-1])
            if not self._in_view(now):
                raise UnknownNumberError(nummer=str(nummer))
            if now.versie != gelezen:
                raise stale(now, gelezen)
            move = make(now)
            if move.new is not None:
                require_no_twin(connection, move.new, nummer)
            if move.test is not None:
                binding = read_binding(connection, self.zicht, nummer)
                require_admitted(move.test, binding, self.standen)
            row = rows[-1] | {"opmerking": ""} | dict(move.row)
            row |= {"versie": gelezen + 1, "tijdstip": self.clock(), "wie": who}
            one, head = write_row(connection, row, now.sha256, head)
        self.getuige.put(head)
        return one
