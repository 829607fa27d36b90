"""The kit for the Landelijke Regietafel: one story, as slides, paper, workbook and map layers.

===============  ==============================================================
``kit``          ``build_kit``: a question to the bytes of .pptx, .pdf, .xlsx or .gpkg
``vraag``        what is asked: a scenario, keys beside it, format, template
``stof``         everything computed once: result, comparison, agreements
``inhoud``       a slide as content: title, tables, picture, numbers, notes
``verhaal``      the slides in order; ``stand``, ``sleutels``, ``overname``,
                 ``capaciteit``, ``voorstel``, ``slot`` make them
``platen``       maps as pictures with alternative text
``zetwerk``      where everything goes on a page; ``letters`` measures text
``deck``         the slides as PowerPoint; ``vormen`` its shapes, ``sjabloon`` templates
``papier``       the same as PDF
``werkboek``     the numbers as workbook; ``lagen`` as map layers
===============  ==============================================================
"""

from optimiser.report.lrt.kit import FORMATS, build_deck, build_kit, build_story
from optimiser.report.lrt.question import LrtVraag

__all__ = ["FORMATS", "LrtVraag", "build_deck", "build_kit", "build_story"]
