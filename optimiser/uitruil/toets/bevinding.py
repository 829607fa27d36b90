"""What a test finds: a code, how grave it is, and the facts of its Dutch sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Ernst(StrEnum):
    """How grave a finding is; only a ``fout`` refuses."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFORMATIE = "informatie"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding.

    Attributes
    ----------
    code
        Entry under ``[bevindingen]`` in the Dutch texts.
    ernst
        How grave.
    gm_codes
        Which gemeenten it is about; empty for the whole.
    feiten
        What the sentence needs.
    """

    code: str
    ernst: Ernst
    gm_codes: tuple[str, ...] = ()
    feiten: Mapping[str, object] = field(default_factory=dict)


def fout(code: str, *gm_codes: str, **feiten: object) -> Bevinding:
    """Return a finding that refuses."""
    return Bevinding(code, Ernst.FOUT, gm_codes, feiten)


def waarschuwing(code: str, *gm_codes: str, **feiten: object) -> Bevinding:
    """Return a finding that asks for attention."""
    return Bevinding(code, Ernst.WAARSCHUWING, gm_codes, feiten)


def informatie(code: str, *gm_codes: str, **feiten: object) -> Bevinding:
    """Return a finding that only tells."""
    return Bevinding(code, Ernst.INFORMATIE, gm_codes, feiten)


def may_stand(bevindingen: Iterable[Bevinding]) -> bool:
    """Tell whether nothing refuses.

    >>> may_stand([waarschuwing("provinciegrens")]), may_stand([fout("som_ongelijk")])
    (True, False)
    """
    return all(found.ernst is not Ernst.FOUT for found in bevindingen)
