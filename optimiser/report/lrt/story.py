"""The slides in order, with progress while they are made."""

from collections.abc import Callable
from functools import partial

from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.question import DETAILED
from optimiser.report.lrt.slides.capaciteit import capaciteit
from optimiser.report.lrt.slides.closing_slides import aannames, bronnen, drie_getallen
from optimiser.report.lrt.slides.overname import overname, verschil
from optimiser.report.lrt.slides.sleutels import sleutels, sleutels_kaart
from optimiser.report.lrt.slides.slide import Dia
from optimiser.report.lrt.slides.voorstel import voorstel
from optimiser.report.lrt.slides.where_we_are import stand, titelblad

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
    return tuple(slides)


def steps(stof: Stof) -> list[Step]:
    """List what is to be made."""

    def one(what: str, make: Callable[[Stof], Dia]) -> Step:
        return what, lambda: [make(stof)]

    planned: list[Step] = [
        one("titelblad", titelblad),
        one("waar we staan", stand),
        one("sleutels naast elkaar", sleutels),
        ("sleutels op de kaart", lambda: sleutels_kaart(stof)),
    ]
    for label in stof.vergelijking.labels[1 : 1 + DETAILED]:
        planned.append(one(f"verschil: {label}", partial(verschil, label=label)))
        if _closes(stof, label):
            planned.append(one(f"overname: {label}", partial(overname, label=label)))
    planned.append(one("capaciteit", capaciteit))
    planned.append(("voorstel", lambda: voorstel(stof)))
    planned.append(one("drie getallen", drie_getallen))
    planned.append(one("bronnen", bronnen))
    planned.append(one("aannames", aannames))
    return planned


def _closes(stof: Stof, label: str) -> bool:
    """Whether both tables have the same sum; without that nobody takes over exactly."""
    return stof.vergelijking.verdelingen[label].totaal == stof.wettelijk.totaal
