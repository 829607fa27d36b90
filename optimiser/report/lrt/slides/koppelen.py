"""Do the households fit the dwellings, as a slide; the numbers behind it in the appendix."""

from collections.abc import Sequence

from optimiser.koppelen.bezetting import Bezetting, fill_klassen
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.passend import Passendheid, check_passend
from optimiser.koppelen.uitgangspunt import LAND, Uitgangspunt, make_uitgangspunt, supply
from optimiser.maps.charts.slide_bars import pairs_png
from optimiser.maps.charts.slide_lines import SIZE
from optimiser.report.koppelen.eigen import basis_line
from optimiser.report.koppelen.pictures import supply_alt, supply_legend, supply_pairs
from optimiser.report.koppelen.sentences import aanname_line, passend_lines
from optimiser.report.koppelen.tables import supply_table
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.slide import Dia, Plaat, Tabel
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import counted, load_teksten, whole
from optimiser.teksten.zinnen import sentence

#: Nothing brought: everything is assumed.
NOTHING_OWN = EigenAantallen()
#: Lines about where it pinches; one more says what is assumed.
LINES = 2


def koppelen(stof: Stof) -> list[Dia]:
    """Show households beside dwellings of the country, if that was asked."""
    aandeel = stof.vraag.koppelen
    if aandeel is None:
        return []
    asked = Scenario(halfjaar=stof.scenario.halfjaar, totaal=stof.scenario.totaal)
    start = make_uitgangspunt(asked, stof.gegevens, aandeel, solved=stof.wettelijk)
    return koppel_slides(start, LAND)


def koppel_slides(start: Uitgangspunt, gebied: str, own: EigenAantallen = NOTHING_OWN) -> list[Dia]:
    """Show households beside dwellings of an area: the message, and its table.

    Raises
    ------
    WoningklasseError, HuishoudensError
        As ``check_passend``.
    """
    vraag = start.land if gebied == LAND else start.vraag
    need, homes = vraag.huishoudens[gebied], supply(vraag, gebied)
    found = check_passend(need, homes, vraag.klassen)
    rows = fill_klassen(need, homes, vraag.klassen)
    lines = passend_lines(gebied, need, homes, found)
    told = (*(lines[1 : 1 + LINES] or lines), basis_line(own))
    brought = (own.huishoudens is None, own.woningen is None)
    assumed = aanname_line(start.aandeel / 100, start.mutatiegraad, *brought)
    note = " ".join([*lines, assumed, start.herkomst.line()])
    picture = Plaat(pairs_png(supply_pairs(rows), supply_legend()), supply_alt(gebied, rows), *SIZE)
    title = _title(gebied, start.aandeel if own.woningen is None else None, found)
    facts = {"naam": gebied, "woningen": sum(homes), "huishoudens": sum(need.values())}
    behind = sentence("koppelen_dia", "tabel", facts)
    return [
        Dia(title, ((picture, 1.0),), told, note),
        Dia(behind, ((_table(rows, behind), 1.0),), told[-1:], note, bijlage=True),
    ]


def _title(gebied: str, aandeel: int | None, found: Passendheid) -> str:
    """Tell the finding; with own dwellings no part of those that become free is meant."""
    count = counted(found.huishoudens, "huishouden", "huishoudens")
    verb = "past" if found.huishoudens == 1 else "passen"
    facts = {"naam": gebied, "aandeel": aandeel, "huishoudens": f"{verb} {count}"}
    code = "past_niet" if found.huishoudens else "past"
    return sentence("koppelen_dia", code if aandeel is not None else f"{code}_eigen", facts)


def _table(rows: Sequence[Bezetting], bijschrift: str) -> Tabel:
    table = supply_table(rows)
    head = load_teksten()["koppelen_dia"]["kop"]
    cells = tuple(
        tuple(cell if isinstance(cell, str) else whole(int(cell)) for cell in row)
        for row in table.itertuples(index=False)
    )
    return Tabel(tuple(head), cells, frozenset(range(2, len(head))), bijschrift=bijschrift)
