"""A plan of couplings as sentences for everybody, and as a table for who may see it."""

from collections.abc import Iterator

from optimiser.io.writing.export import Sheet
from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.publication import BANDEN, SMALLEST, band_counts, hidden_cells
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Koppelstap, Tredewaarde
from optimiser.report.koppelen.eigen import closing_line
from optimiser.teksten import counted, decimal
from optimiser.teksten.zinnen import sentence


def plan_lines(found: Koppelplan, vraag: Koppelvraag) -> list[str]:
    """Tell per area what the plan does, with its bounds, and the public table."""
    lines, saldo = [], found.saldo(vraag)
    for naam, treden in found.treden.items():
        own = saldo[saldo["gebied"] == naam]
        facts = {
            "naam": naam,
            "gekoppeld": counted(int(own["gekoppeld"].sum()), "persoon", "personen"),
            "taakstelling": int(own["taakstelling"].sum()),
            "treden": "; ".join(
                _trede(trede, vraag.drempel) for trede in treden if _asked(trede, vraag)
            ),
        }
        lines += [sentence("koppelen", "plan", facts), *_beside(naam, vraag)]
    return [*lines, "", *public_lines(found, vraag)]


def _beside(naam: str, vraag: Koppelvraag) -> list[str]:
    """Tell by how much households and taakstelling of an area differ, if they do."""
    persons = sum(size * count for size, count in vraag.huishoudens[naam].items())
    own = vraag.gemeenten[vraag.gemeenten["gebied"] == naam]
    told = closing_line(naam, persons, int(own["taakstelling"].sum()))
    return [] if told is None else [told]


def _asked(trede: Tredewaarde, vraag: Koppelvraag) -> bool:
    """Whether a stage has something to tell: without bands there is none to follow."""
    return trede.stap is not Koppelstap.BAND_GEVOLGD or bool(vraag.banden)


def _trede(trede: Tredewaarde, drempel: int) -> str:
    spread = trede.stap is Koppelstap.GROTE_GEZINNEN_GESPREID
    value, least = (decimal(v, 2 if spread else 0) for v in (trede.waarde, trede.ondergrens))
    code = f"trede_{trede.stap}"
    proof = "bewezen" if trede.bewezen else "tussen"
    facts = {"waarde": value, "drempel": drempel}
    told = sentence("koppelen", code, facts)
    return f"{told} {sentence('koppelen', proof, {'ondergrens': least})}"


def public_lines(found: Koppelplan, vraag: Koppelvraag) -> Iterator[str]:
    """Yield placed households per area and band; small ones are left out, also by subtraction."""
    placed = found.koppelingen.assign(
        gebied=vraag.gemeenten["gebied"].reindex(found.koppelingen["gm_code"]).to_numpy()
    )
    sums = placed.groupby(["gebied", "personen"])["huishoudens"].sum()
    per_area = {naam: {int(s): int(n) for s, n in sums[naam].items()} for naam in found.treden}
    counts = band_counts(per_area)
    hidden = hidden_cells(counts)
    if hidden is None:
        yield sentence("koppelen", "niet_openbaar", {"kleinste": SMALLEST})
        return
    yield sentence("koppelen", "openbaar", {"kleinste": SMALLEST})
    for naam, own, away in zip(per_area, counts.tolist(), hidden.tolist(), strict=True):
        cells = [
            f"{band[0]}: {'weggelaten' if gone else decimal(count, 0)}"
            for band, count, gone in zip(BANDEN, own, away, strict=True)
        ]
        yield f"{naam}: {', '.join(cells)}"


def plan_sheet(found: Koppelplan, vraag: Koppelvraag) -> Sheet:
    """Return the whole plan with names: one row per gemeente, size and class."""
    table = found.koppelingen.copy()
    names = vraag.gemeenten["gemeente"].reindex(table["gm_code"]).to_numpy()
    table.insert(1, "gemeente", names)
    return Sheet("Koppelplan", table, ["huishoudens", "personen_totaal"])
