"""A few slides as a presentation of their own, for who needs no kit."""

from collections.abc import Sequence

from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.slides.slide import Dia


def small_deck(slides: Sequence[Dia], voet: str) -> bytes:
    """Write slides in the neutral template.

    Parameters
    ----------
    slides
        In order.
    voet
        Footer of every slide.

    Returns
    -------
    bytes
        A .pptx.
    """
    return write_deck(slides, neutral_template(), voet)
