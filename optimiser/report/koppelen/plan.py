"""A plan of couplings as sentences for everybody, and as a table for who may see it."""

import pandas as pd

from optimiser.io.writing.export import Sheet
from optimiser.koppelen.gevolgd import COLUMN, followed_rows
from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Koppelstap, Tredewaarde
from optimiser.report.koppelen.eigen import closing_line
from optimiser.report.koppelen.public import public_lines
from optimiser.teksten import counted, decimal
from optimiser.teksten.getallen import shown_names
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
        lines += [sentence("koppelen", "plan", facts), *_beside(naam, vraag), *_nothing_asked(own)]
    return [*lines, "", *public_lines(found, vraag)]


def _beside(naam: str, vraag: Koppelvraag) -> list[str]:
    """Tell by how much households and taakstelling of an area differ, if they do."""
    persons = sum(size * count for size, count in vraag.huishoudens[naam].items())
    own = vraag.gemeenten[vraag.gemeenten["gebied"] == naam]
    told = closing_line(naam, persons, int(own["taakstelling"].sum()))
    return [] if told is None else [told]


def _nothing_asked(saldo: pd.DataFrame) -> list[str]:
    """Tell which gemeenten of an area have nothing to couple, and whether the plan does so there.

    Not how many households: that is a small number.
    """
    idle = saldo[saldo["taakstelling"] <= 0].sort_values("gemeente")
    if idle.empty:
        return []
    still = idle[idle["gekoppeld"] > 0]
    code = "niets_gevraagd" if still.empty else "niets_gevraagd_toch"
    facts = {
        "gemeenten": shown_names(list(idle["gemeente"])),
        "toch": shown_names(list(still["gemeente"])),
    }
    return [sentence("koppelen", code, facts)]


def _asked(trede: Tredewaarde, vraag: Koppelvraag) -> bool:
    """Whether a stage has something to tell: without bands there is none to follow."""
    return trede.stap is not Koppelstap.BAND_GEVOLGD or bool(vraag.banden)


def _trede(trede: Tredewaarde, drempel: int) -> str:
    value, least = trede_values(trede)
    code = f"trede_{trede.stap}"
    proof = "bewezen" if trede.bewezen else "tussen"
    facts = {"waarde": value, "drempel": drempel}
    told = sentence("koppelen", code, facts)
    return f"{told} {sentence('koppelen', proof, {'ondergrens': least})}"


def trede_values(trede: Tredewaarde) -> tuple[str, str]:
    """Write what a stage came to, and its lower bound."""
    places = 2 if trede.stap is Koppelstap.GROTE_GEZINNEN_GESPREID else 0
    return decimal(trede.waarde, places), decimal(trede.ondergrens, places)


def trede_proof(trede: Tredewaarde) -> str:
    """Write how sure a stage is.

    >>> trede_proof(Tredewaarde(Koppelstap.MINSTE_AFWIJKING, 122.0, 88.0))
    'tussen 88 en 122'
    """
    value, least = trede_values(trede)
    return "bewezen" if trede.bewezen else f"tussen {least} en {value}"


def plan_table(found: Koppelplan, vraag: Koppelvraag) -> pd.DataFrame:
    """Return a row per area: what was coupled, and each stage with its proof."""
    saldo = found.saldo(vraag).groupby("gebied")[["taakstelling", "gekoppeld"]].sum()
    rows = []
    for naam, treden in found.treden.items():
        row: dict[str, object] = {"gebied": naam, **saldo.loc[naam].to_dict()}
        for trede in treden:
            row |= {str(trede.stap): trede.waarde, f"bewijs_{trede.stap}": trede_proof(trede)}
        rows.append(row)
    return pd.DataFrame(rows)


def plan_summary(naam: str, found: Koppelplan, vraag: Koppelvraag) -> str:
    """Tell in one sentence what a plan comes to, and how sure that is."""
    saldo = found.saldo(vraag)
    placed = saldo[saldo["gebied"].isin(found.treden)]
    stages = [trede for treden in found.treden.values() for trede in treden]
    beside = [one for one in stages if one.stap is Koppelstap.MINSTE_AFWIJKING]
    value, least = (int(sum(getattr(b, n) for b in beside)) for n in ("waarde", "ondergrens"))
    facts = {
        "naam": naam,
        "gekoppeld": int(placed["gekoppeld"].sum()),
        "taakstelling": counted(int(placed["taakstelling"].sum()), "persoon", "personen"),
        "zonder": sum(s * n for left in found.niet_geplaatst.values() for s, n in left.items()),
        "ernaast": value,
        "ondergrens": least,
    }
    return sentence("koppelen", "plan_kort" if value == least else "plan_kort_tussen", facts)


def plan_sheet(found: Koppelplan, vraag: Koppelvraag) -> Sheet:
    """Return the whole plan with names: one row per gemeente, size and class.

    ``waarvan_band`` are the households of a row that follow a band with a region.
    With fixings also ``vast`` [huishoudens] and ``reden``, and a row of 0 for one that keeps
    households away, so that they survive in the file.
    """
    table, keys = found.koppelingen.copy(), ["gm_code", "personen", "klasse"]
    table.insert(table.columns.get_loc("personen_totaal"), COLUMN, followed_rows(table, vraag))
    if vraag.vast:
        rows = [(v.gm_code, v.personen, v.klasse, v.aantal, v.reden) for v in vraag.vast]
        fixed = pd.DataFrame(rows, columns=[*keys, "vast", "reden"])
        table = table.merge(fixed, how="outer", on=keys)
        counts = ["huishoudens", COLUMN, "personen_totaal"]
        table[counts] = table[counts].fillna(0).astype(int)
        table["vast"], table["reden"] = table["vast"].astype("Int64"), table["reden"].fillna("")
    names = vraag.gemeenten["gemeente"].reindex(table["gm_code"]).to_numpy()
    table.insert(1, "gemeente", names)
    return Sheet("Koppelplan", table, ["huishoudens", COLUMN, "personen_totaal"])
