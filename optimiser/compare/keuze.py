"""A key with its options as one choice, and a short way to write it down.

==============================================  ===============================================
``inwoners``                                    a key without options
``gemengd:inwoners=60+huishoudens=40``          weights in percent, together 100
``twee_traps:inwoners/huishoudens@provincie``   first key / second key @ region (``>`` is ``/``)
``eigen:plekken``                               a column of the user
``sociaaleconomisch:beta=0.2``                  any other option by name
==============================================  ===============================================

Between choices stands a comma, so a decimal is written with a point.
"""

import re
from dataclasses import dataclass, field

import pandas as pd

from optimiser.compare.errors import SleutelKeuzeError
from optimiser.verdeelsleutels import (
    RechtsStatus,
    SleutelOpties,
    Verdeelsleutel,
    availability,
    find,
    inner_opties,
    listed,
)

_NUMBER = re.compile(r"\d+(\.\d+)?")
_TIERS = re.compile(r"(?P<eerst>\w+)[/>](?P<daarna>\w+)@(?P<gebied>\w+)")


@dataclass(frozen=True)
class SleutelKeuze:
    """One key with its options.

    Attributes
    ----------
    label
        As it was written; names columns of tables.
    sleutel
        Key in the register.
    opties
        Its options.
    """

    label: str
    sleutel: str
    opties: SleutelOpties = field(default_factory=SleutelOpties)

    @property
    def key(self) -> Verdeelsleutel:
        """The key in the register."""
        return find(self.sleutel)

    @property
    def titel(self) -> str:
        """Name for the reader, with the options where there are any."""
        _, _, tail = self.label.partition(":")
        return f"{self.key.titel}: {tail}" if tail else self.key.titel

    @property
    def status(self) -> RechtsStatus:
        """What using it would take; regions with other sums than the statutory need a new law."""
        own = self.key.toelichting.status
        if own is RechtsStatus.ARTIKEL_29_2 and self.opties.eerst not in {None, "inwoners"}:
            return RechtsStatus.WETSWIJZIGING
        return own

    @property
    def parts(self) -> tuple[str, ...]:
        """Keys it is made of; itself for a plain key."""
        made_of = (*(self.opties.gewichten or ()), self.opties.eerst, self.opties.daarna)
        return tuple(dict.fromkeys(part for part in made_of if part)) or (self.sleutel,)


def parse_keuze(text: str) -> SleutelKeuze:
    """Read one choice.

    Raises
    ------
    UnknownVerdeelsleutelError
        If the key, or one it is made of, does not exist.
    SleutelKeuzeError
        If the options do not fit the key.

    Examples
    --------
    >>> parse_keuze("gemengd:inwoners=60+huishoudens=40").opties.gewichten
    {'inwoners': Decimal('60'), 'huishoudens': Decimal('40')}
    >>> parse_keuze("twee_traps:inwoners/huishoudens@corop").opties.gebied
    'corop'
    """
    label = text.strip()
    naam, colon, tail = label.partition(":")
    wanted = find(naam).opties
    needed = tuple(option for option in wanted if option != "totaal")
    if not needed:
        if colon:
            raise SleutelKeuzeError(keuze=label, reden="deze sleutel heeft geen opties")
        return SleutelKeuze(label, naam)
    if not tail:
        reason = f"deze sleutel vraagt {', '.join(needed)}; {_example(naam)}"
        raise SleutelKeuzeError(keuze=label, reden=reason)
    return SleutelKeuze(label, naam, _options(naam, tail, label))


def parse_keuzes(text: str) -> tuple[SleutelKeuze, ...]:
    """Read choices with commas between them; a repeated one counts once.

    Raises
    ------
    UnknownVerdeelsleutelError, SleutelKeuzeError
        As ``parse_keuze``.

    >>> [keuze.label for keuze in parse_keuzes("inwoners, huishoudens,inwoners")]
    ['inwoners', 'huishoudens']
    """
    parts = [part for part in text.split(",") if part.strip()]
    if not parts:
        raise SleutelKeuzeError(keuze=text, reden="er is geen sleutel genoemd")
    return tuple({keuze.label: keuze for keuze in map(parse_keuze, parts)}.values())


def default_keuzes() -> tuple[SleutelKeuze, ...]:
    """Return every key that needs no choice of the user, available or not."""
    plain = (key for key in listed() if not set(key.opties) - {"totaal"})
    return tuple(SleutelKeuze(key.naam, key.naam) for key in plain)


def obstacle(keuze: SleutelKeuze, figures: pd.DataFrame) -> str | None:
    """Tell why a choice cannot be computed from a table of figures; None when it can."""
    for part in keuze.parts:
        options = keuze.opties if part == keuze.sleutel else None
        if reason := availability(part, figures, options):
            return reason
    return None


def options_for(opties: SleutelOpties, naam: str) -> SleutelOpties:
    """Return the options that belong to one key out of those of a composed one."""
    return inner_opties(opties, naam)


def _options(naam: str, tail: str, label: str) -> SleutelOpties:
    asked = set(find(naam).opties)
    if "gewichten" in asked:
        return SleutelOpties.model_validate({"gewichten": _weights(naam, tail, label)})
    if "kolom" in asked:
        return SleutelOpties(kolom=tail)
    if {"eerst", "daarna", "gebied"} <= asked:
        found = _TIERS.fullmatch(tail)
        if found is None:
            raise SleutelKeuzeError(keuze=label, reden=_example(naam))
        find(found["eerst"]), find(found["daarna"])
        return SleutelOpties.model_validate(found.groupdict())
    option, _, value = tail.partition("=")
    if option not in asked or not _NUMBER.fullmatch(value.lstrip("-")):
        raise SleutelKeuzeError(keuze=label, reden=_example(naam))
    return SleutelOpties.model_validate({option: value})


def _weights(naam: str, tail: str, label: str) -> dict[str, str]:
    weights: dict[str, str] = {}
    for text in tail.split("+"):
        part, _, value = text.strip().partition("=")
        find(part)
        if not _NUMBER.fullmatch(value) or float(value) > 100 or part in weights:
            raise SleutelKeuzeError(keuze=label, reden=_example(naam))
        weights[part] = value
    return weights


def _example(naam: str) -> str:
    key = find(naam)
    told = " (gewichten in procenten, samen 100)" if "gewichten" in key.opties else ""
    return f"schrijf bijvoorbeeld {naam}:{key.voorbeeld}{told}"
