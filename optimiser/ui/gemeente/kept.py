"""What ``session`` keeps about one gemeente or region."""

from functools import partial

from optimiser.compare.keuze import parse_keuze
from optimiser.compare.memory import answer as answer_of
from optimiser.compare.vraag import Vraag
from optimiser.datapunt.held import grootboek_key, read_grootboek
from optimiser.errors import OptimiserError
from optimiser.report.gemeente.balance import balance_lines
from optimiser.report.gemeente.country import Landelijk, make_landelijk
from optimiser.report.gemeente.parts import Bijlage, GemeenteBlad
from optimiser.report.gemeente.profile import Profiel, make_profiel
from optimiser.report.gemeente.sheet import make_blad
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import session, state
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.uitruil import draft
from optimiser.ui.uitruil.kept import register
from optimiser.ui.uitruil.rows import proposals
from optimiser.ui.vergelijken.kept import own_figure_effects
from optimiser.uitruil.voorstel import from_overeenkomst

_DRAFT = "in de tabel"


def profile(plek: str) -> Profiel:
    """Return the facts of a gemeente or region."""
    asked, figures = _asked(), session.gegevens()
    solve = partial(answer_of, gegevens=figures)
    return session.kept("profiel", (plek, asked), lambda: make_profiel(plek, asked, figures, solve))


def country() -> Landelijk:
    """Return the country in a few numbers."""
    asked, figures = _asked(), session.gegevens()
    solve = partial(answer_of, gegevens=figures)
    return session.kept("landelijk", asked, lambda: make_landelijk(asked, figures, solve))


def balance(profiel: Profiel) -> tuple[str, ...]:
    """Return what is known of achterstand or voorsprong."""
    asked, figures, book = _asked(), session.gegevens(), read_grootboek(zicht())
    return session.kept(
        "saldo",
        (profiel.plek, asked, grootboek_key()),
        lambda: balance_lines(profiel, asked.halfjaar, figures, book),
    )


def sheet(profiel: Profiel) -> GemeenteBlad:
    """Return everything about a gemeente or region, as it is printed."""
    besides = Bijlage(_own_figure(profiel), balance(profiel), deals(profiel))
    return make_blad(profiel, besides, _asked(), session.gegevens())


def deals(profiel: Profiel) -> tuple[tuple[str, int, str], ...]:
    """Return the exchanges of this half-year it takes part in: of the table and the register."""
    halfjaar = state.scenario().halfjaar
    found = [(one, _DRAFT) for one in proposals(draft.rows(), halfjaar)]
    try:
        book = register()
        versions = () if book is None else book.stand()
    except OptimiserError:
        versions = ()
    for version in versions:
        one = from_overeenkomst(version.overeenkomst, halfjaar)
        if one is not None:
            found.append((one, f"register: {version.status}"))
    members = set(profiel.leden.index)
    return tuple(
        (one.naam, sum(n for code, n in one.verschillen if code in members), status)
        for one, status in found
        if any(code in members for code, _ in one.verschillen)
    )


def _asked() -> Scenario:
    """Return the statutory question with the assumptions of the session on dwellings."""
    return statutory().adjusted(capaciteit=state.scenario().capaciteit)


def _own_figure(profiel: Profiel) -> tuple[int, int] | None:
    if profiel.soort != "gemeente":
        return None
    key = parse_keuze("inwoners")
    row = own_figure_effects(Vraag.of(statutory(), (key,), key), key).loc[profiel.plek]
    return int(row["minder"]), int(row["meer"])
