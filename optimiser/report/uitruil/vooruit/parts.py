"""One coalition in a half-year still to be announced, and what its papers share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import changes_in_words, colleges, halfjaar_in_words, sort_name
from optimiser.report.uitruil.beside import facility_texts
from optimiser.teksten import signed
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.coalitie import coalities
from optimiser.uitruil.ruilbewijs import facilities_of
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bindend import net_changes
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst

_HEADING = ("Gemeente", "Provincie", "Verschil")
_FORM = TableForm((6.5, 5.5, 4.0), 2)


@dataclass(frozen=True)
class Groep:
    """Agreements that stand or fall together.

    Attributes
    ----------
    halfjaar
        The half-year.
    afspraken
        What they change in it.
    deals
        The whole agreements.
    stand
        The newest situation that is known: gives the names.
    plaats
        Where they stand in the register, as one line.
    """

    halfjaar: str
    afspraken: tuple[Voorstel, ...]
    deals: tuple[Overeenkomst, ...]
    stand: Beginstand
    plaats: str

    @property
    def period(self) -> str:
        """The half-year in words."""
        return halfjaar_in_words(self.halfjaar)

    @property
    def verschillen(self) -> dict[str, int]:
        """Change per gm_code over all of them [personen]."""
        return net_changes(self.afspraken)

    @property
    def names(self) -> dict[str, str]:
        """Parties by gm_code, in the order of the alphabet of their names."""
        called = {code: self.stand.gemeenten[code].naam for code in self.verschillen}
        return dict(sorted(called.items(), key=lambda pair: sort_name(pair[1])))

    @property
    def provincies(self) -> list[str]:
        """Provinces of the parties, by name."""
        return sorted({self.stand.gemeenten[code].provincie for code in self.verschillen})

    def others(self, own: str) -> str:
        """Return the colleges of all parties but one."""
        return colleges([name for code, name in self.names.items() if code != own])

    def facilities(self, code: str = "kort") -> list[str]:
        """Return what is agreed about joint facilities; see ``beside.facility_texts``."""
        names = {one: party.naam for one, party in self.stand.gemeenten.items()}
        return facility_texts(facilities_of(self.deals, names), names, code)

    def write_table(self, page: delen.Page) -> None:
        """Write who takes over or hands over how many, and each agreement in words."""
        net, names = self.verschillen, self.names
        rows = [
            (name, self.stand.gemeenten[c].provincie, signed(net[c])) for c, name in names.items()
        ]
        whole_table(page, _HEADING, [*rows, ("Som", "", signed(sum(net.values())))], _FORM)
        for one in self.afspraken:
            words = changes_in_words(one.verschillen, names)
            told = sentence("besluit", "overeenkomst", {"naam": one.naam, "wijzigingen": words})
            page.add_paragraph(told)


def make_groepen(
    deals: Sequence[Overeenkomst], halfjaar: str, stand: Beginstand, plaats: str
) -> Iterator[Groep]:
    """Group the agreements of a half-year; those without a term in it are left out."""
    found = [(from_overeenkomst(deal, halfjaar), deal) for deal in deals]
    for group in coalities([term for term, _ in found if term is not None]):
        own = tuple(deal for term, deal in found if term in group)
        yield Groep(halfjaar, group, own, stand, plaats)
