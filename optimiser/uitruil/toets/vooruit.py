"""Test agreements for a half-year whose number is not announced: only differences are known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, fout, informatie, may_stand
from optimiser.uitruil.toets.bindend import net_changes
from optimiser.uitruil.toets.limits import border_findings, sum_findings
from optimiser.uitruil.voorstel import Voorstel

#: Situation of a half-year by the formula of the law; None while its number is not announced.
Standen = Callable[[str], Beginstand | None]
#: Half-years ahead of the newest announced one that an agreement may be about.
AHEAD = 10


@dataclass(frozen=True, slots=True)
class Vooruitslag:
    """The test of agreements for a half-year still to be announced.

    Attributes
    ----------
    halfjaar
        The half-year.
    bekend
        The newest situation that is known, for names and provinces; None if none is near enough.
    voorstellen
        The agreements, in the order of the proposal.
    bevindingen
        Findings of each agreement.
    bindend
        What agreements that bind already change in that half-year, per gm_code [personen].
    """

    halfjaar: str
    bekend: Beginstand | None
    voorstellen: tuple[Voorstel, ...]
    bevindingen: tuple[tuple[Bevinding, ...], ...]
    bindend: Mapping[str, int]

    @property
    def mag(self) -> bool:
        """Whether all may stand, as far as can be told now."""
        return all(may_stand(found) for found in self.bevindingen)


def check_vooruit(
    voorstellen: Sequence[Voorstel],
    halfjaar: str,
    newest: str,
    standen: Standen,
    lopend: Sequence[Voorstel] = (),
) -> Vooruitslag:
    """Test what can be tested while the number of a half-year is not announced.

    Parameters
    ----------
    voorstellen
        Agreements of that half-year.
    halfjaar
        The half-year.
    newest
        The newest half-year with a number: what lies before it is not to come, but lacks figures.
    standen
        Situation per half-year.
    lopend
        Agreements of that half-year that bind already.
    """
    bekend = _newest_before(Halfjaar.parse(halfjaar), Halfjaar.parse(newest), standen)
    found: list[tuple[Bevinding, ...]]
    if bekend is None:
        far = fout("halfjaar_te_ver", laatste=newest, vooruit=AHEAD)
        found = [(far,) for _ in voorstellen]
    else:
        found = [tuple(_findings(one, bekend)) for one in voorstellen]
    return Vooruitslag(halfjaar, bekend, tuple(voorstellen), tuple(found), net_changes(lopend))


def _newest_before(period: Halfjaar, first: Halfjaar, standen: Standen) -> Beginstand | None:
    """Return the last situation known at most ``AHEAD`` half-years before a later one."""
    for _ in range(AHEAD):
        period = period.prev()
        if period < first:
            return None
        if (stand := standen(str(period))) is not None:
            return stand
    return None


def _findings(voorstel: Voorstel, bekend: Beginstand) -> Iterator[Bevinding]:
    yield from sum_findings(voorstel, bekend)
    yield from border_findings(voorstel, bekend)
    yield informatie("nog_niet_bekendgemaakt", halfjaar=voorstel.halfjaar)
