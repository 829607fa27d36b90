"""The slides in order, with progress while they are made."""

from collections.abc import Callable
from functools import partial

from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.question import DETAILED
from optimiser.report.lrt.slides.capaciteit import capaciteit, capaciteit_tabel
from optimiser.report.lrt.slides.closing_slides import aannames, bronnen, drie_getallen
from optimiser.report.lrt.slides.koppelen import koppelen
from optimiser.report.lrt.slides.over_time import over_time, saldo
from optimiser.report.lrt.slides.overname import overname, verschil
from optimiser.report.lrt.slides.sleutels import sleutels, sleutels_kaart
from optimiser.report.lrt.slides.slide import Dia, Punten
from optimiser.report.lrt.slides.voorstel import voorstel
from optimiser.report.lrt.slides.voorstel_tabel import voorstel_tabellen
from optimiser.report.lrt.slides.where_we_are import stand, stand_tabel, titelblad
from optimiser.report.lrt.words import zin

#: Told with steps done, steps in all, and what comes next.
Progress = Callable[[int, int, str], None]
Step = tuple[str, Callable[[], list[Dia]]]


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


def story(stof: Stof, progress: Progress = no_progress, before: int = 0) -> tuple[Dia, ...]:
    """Make every slide.

    Parameters
    ----------
    stof
        What was computed.
    progress
        Told before each step.
    before
        Steps that were done already, and as many that come after.
    """
    planned = steps(stof)
    slides: list[Dia] = []
    for number, (what, make) in enumerate(planned):
        progress(before + number, before + len(planned) + 1, what)
        slides += make()
    # What is told with a table only belongs behind the messages, in the order it was made.
    return tuple(sorted(slides, key=lambda dia: (dia.bijlage, not dia.titelblad)))


def steps(stof: Stof) -> list[Step]:
    """List what is to be made: the first page, the messages, and the appendix."""
    detailed = stof.vergelijking.labels[1 : 1 + DETAILED]
    planned: list[Step] = [
        ("titelblad", lambda: [titelblad(stof)]),
        ("waar we staan", lambda: [stand(stof), *saldo(stof)]),
        ("sleutels op de kaart", lambda: sleutels_kaart(stof)),
        *((f"verschil: {label}", partial(_difference, stof, label)) for label in detailed),
        ("capaciteit", lambda: [capaciteit(stof)]),
        ("voorstel", lambda: voorstel(stof)),
        ("huishoudens en woningen", lambda: koppelen(stof)),
        ("halfjaren samen", lambda: over_time(stof)),
        ("bijlage", lambda: [_divider(stof)]),
        ("drie getallen", lambda: [drie_getallen(stof)]),
        ("provincies", lambda: [stand_tabel(stof)]),
        ("maten per sleutel", lambda: [sleutels(stof)]),
        *(
            (f"overname: {label}", partial(_takeover, stof, label))
            for label in detailed
            if _closes(stof, label)
        ),
        ("hoogste beslag", lambda: capaciteit_tabel(stof)),
        ("tabellen bij het voorstel", lambda: voorstel_tabellen(stof)),
        ("bronnen", lambda: [bronnen(stof)]),
        ("aannames", lambda: [aannames(stof)]),
    ]
    return planned


def _difference(stof: Stof, label: str) -> list[Dia]:
    return [verschil(stof, label)]


def _takeover(stof: Stof, label: str) -> list[Dia]:
    return [overname(stof, label)]


def _divider(stof: Stof) -> Dia:
    lines = Punten("", (zin("bijlage_uitleg"),))
    title = zin("bijlage_titel")
    return Dia(title, ((lines, 1.0),), notitie=stof.herkomst, titelblad=True, bijlage=True)


def _closes(stof: Stof, label: str) -> bool:
    """Whether both tables have the same sum; without that nobody takes over exactly."""
    return stof.vergelijking.verdelingen[label].totaal == stof.wettelijk.totaal
