"""Where agreements stand in a register, as printed on every paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Registratie:
    """Where agreements stand in a register, as printed on their papers.

    Attributes
    ----------
    kop
        Head of the register when the paper was made.
    overeenkomsten
        Number, version and status of each.
    """

    kop: str
    overeenkomsten: tuple[tuple[int, int, str], ...]

    @property
    def zin(self) -> str:
        """Return it as one Dutch line.

        >>> Registratie("3-ab", ((1, 4, "akkoord"),)).zin
        'Overeenkomst 1, versie 4, status akkoord; kop van het register 3-ab'
        """
        told = [f"Overeenkomst {n}, versie {v}, status {s}" for n, v, s in self.overeenkomsten]
        return f"{'; '.join(told)}; kop van het register {self.kop}"


#: What stands on a paper of a proposal that is in no register.
ONGEREGISTREERD = "Voorstel, niet in een register"
