"""From a question to the bytes of a presentation, paper, workbook or map layers."""

from collections.abc import Callable
from dataclasses import dataclass

from optimiser.errors import UnknownFileTypeError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.errors import PaperSizeError
from optimiser.report.lrt.content import Stof, gather
from optimiser.report.lrt.question import LrtVraag
from optimiser.report.lrt.slides.slide import Dia
from optimiser.report.lrt.story import Progress, no_progress, steps, story
from optimiser.report.lrt.words import zin

#: Endings a kit can have.
FORMATS = (".pptx", ".pdf", ".xlsx", ".gpkg")
PAPER = ("A4", "A3")


@dataclass(frozen=True)
class PaperForm:
    """How the kit is made up.

    Attributes
    ----------
    formaat
        ``A4`` or ``A3``, of a PDF.
    sjabloon
        Bytes of a template of the user's own, or None.
    sjabloonnaam
        Its name, for messages.
    """

    formaat: str = "A4"
    sjabloon: bytes | None = None
    sjabloonnaam: str = "het sjabloon"

    def __post_init__(self) -> None:
        if self.formaat not in PAPER:
            raise PaperSizeError(formaat=self.formaat, bekend=list(PAPER))


def build_kit(
    vraag: LrtVraag,
    gegevens: Gegevens,
    ending: str = ".pptx",
    vorm: PaperForm | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """Make a kit.

    Parameters
    ----------
    vraag
        A scenario and the keys beside it.
    gegevens
        All figures.
    ending
        One of ``FORMATS``.
    vorm
        Paper size, template.
    progress
        Called with steps done, steps in all and what comes next (Dutch).

    Returns
    -------
    bytes
        The file; nothing is written here.

    Raises
    ------
    UnknownFileTypeError, TemplateError, TemplateSizeError
        If the kind of file or the template cannot be used.
    OptimiserError
        If the scenario cannot be computed.
    """
    return build_kit_with_stof(vraag, gegevens, ending, vorm, progress)[0]


def build_kit_with_stof(
    vraag: LrtVraag,
    gegevens: Gegevens,
    ending: str,
    vorm: PaperForm | None = None,
    progress: Progress = no_progress,
) -> tuple[bytes, Stof]:
    """Make a kit, and return what it was made of beside it; see ``build_kit``."""
    if ending not in FORMATS:
        raise UnknownFileTypeError(bestand=f"lrt{ending}", bekend=list(FORMATS))
    make = _writer(ending, vorm or PaperForm())
    progress(0, 1, "rekenen")
    stof = gather(vraag, gegevens)
    return make(stof, progress), stof


def build_deck(
    vraag: LrtVraag,
    gegevens: Gegevens,
    vorm: PaperForm | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """Make the presentation; see ``build_kit``."""
    return build_kit(vraag, gegevens, ".pptx", vorm, progress)


def build_story(stof: Stof, progress: Progress = no_progress) -> tuple[Dia, ...]:
    """Make the slides as content, for a preview; see ``optimiser.report.lrt.slides.slide``."""
    return story(stof, progress, 1)


def footer_of(stof: Stof) -> str:
    """Return the footer of every page."""
    one = stof.verdeling.herkomst
    return zin(
        "voet_geen_oplossing" if stof.weigering else "voet",
        halfjaar=stof.scenario.halfjaar,
        naam=one.scenario,
        hash=one.scenario_sha256,
        versie=one.data_version,
    )


Writer = Callable[[Stof, Progress], bytes]


def _writer(ending: str, vorm: PaperForm) -> Writer:
    """Return what makes the bytes; a template is checked before anything is computed."""
    match ending:
        case ".pptx":
            return _deck_writer(vorm)
        case ".pdf":
            return lambda stof, progress: _paper(stof, vorm, progress)
        case ".xlsx":
            from optimiser.report.lrt.workbook import workbook

            return lambda stof, _progress: workbook(stof)
        case _:
            from optimiser.report.lrt.map_layers import map_layers

            return lambda stof, _progress: map_layers(stof)


def _deck_writer(vorm: PaperForm) -> Writer:
    from optimiser.report.lrt.pages.deck import write_deck
    from optimiser.report.lrt.pages.neutral_template import neutral_template
    from optimiser.report.lrt.pages.template import open_template

    template = (
        neutral_template()
        if vorm.sjabloon is None
        else open_template(vorm.sjabloon, vorm.sjabloonnaam)
    )

    def write(stof: Stof, progress: Progress) -> bytes:
        slides = build_story(stof, progress)
        _last(stof, progress)
        return write_deck(slides, template, footer_of(stof))

    return write


def _paper(stof: Stof, vorm: PaperForm, progress: Progress) -> bytes:
    from optimiser.report.lrt.pages.paper import write_paper

    slides = build_story(stof, progress)
    _last(stof, progress)
    return write_paper(slides, vorm.formaat, footer_of(stof))


def _last(stof: Stof, progress: Progress) -> None:
    total = len(steps(stof)) + 2
    progress(total - 1, total, "bestand schrijven")
