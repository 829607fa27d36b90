"""What a file can leave open, how a user answers it, and what is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optimiser.errors import InvalidTableError, OptimiserError

#: Faults told in one message; the list has all.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Answers:
    """What a user says about a file that can be read in more than one way.

    Attributes
    ----------
    sheet
        The sheet to read, hidden or not.
    code_column
        Header of the column that tells the gemeente.
    decimal
        ``","`` or ``"."``; empty to find it.
    names
        Text in the file to the gm_code it means.
    """

    sheet: str | None = None
    code_column: str | None = None
    decimal: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a table is for.

    Attributes
    ----------
    repeated
        Whether a gemeente may stand in more than one row, as in a proposal.
    labels
        Columns that are names, whatever stands in them; in lower case.
    required
        Columns it must have, by which its sheet is known among others; in lower case.
    """

    repeated: bool = False
    labels: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()


#: A proposal of uitruil.
VOORSTEL = Wanted(True, frozenset({"uitruil", "halfjaar"}), frozenset({"uitruil", "verschil"}))


class SheetChoiceError(OptimiserError):
    """Several sheets, or only a hidden one, hold a table. Facts: ``bestand``, ``bladen``."""

    code = "lezen_blad_kiezen"


class UnknownSheetError(OptimiserError):
    """A sheet that was named is not there. Facts: ``bestand``, ``blad``, ``bladen``."""

    code = "lezen_blad_onbekend"


class CodeColumnChoiceError(OptimiserError):
    """Several columns tell different gemeenten. Facts: ``bestand``, ``kolommen``."""

    code = "lezen_kolom_kiezen"


class NoGemeentenError(OptimiserError):
    """No column tells the gemeente. Facts: ``bestand``, ``gezien``."""

    code = "lezen_geen_gemeenten"


class NoHeaderError(OptimiserError):
    """The first row is a gemeente already. Facts: ``bestand``, ``rij``."""

    code = "lezen_geen_kop"


def faulty(bestand: str, faults: Sequence[str]) -> InvalidTableError:
    """Return the refusal of a table: the first twenty faults in words, all in ``lijst``.

    >>> faulty("a.csv", ["rij 2: x"]).params["fouten"]
    'rij 2: x.'
    """
    told = "; ".join(faults[:SHOWN]) + ("; ..." if len(faults) > SHOWN else "") + "."
    return InvalidTableError(bestand=bestand, aantal=len(faults), fouten=told, lijst=tuple(faults))
