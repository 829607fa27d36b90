"""Kits of ready scenarios, made once."""

from io import BytesIO

import pytest
from pptx import Presentation

from optimiser.compare import parse_keuzes
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.report.lrt import LrtVraag, build_story
from optimiser.report.lrt.content import gather
from optimiser.report.lrt.kit import footer_of
from optimiser.report.lrt.pages.deck import write_deck
from optimiser.report.lrt.pages.neutral_template import neutral_template


def gathered(naam, keys, gegevens):
    vraag = LrtVraag(read_scenario(embedded_scenarios()[naam]), parse_keuzes(keys))
    return gather(vraag, gegevens)


@pytest.fixture(scope="session")
def feasible(gegevens):
    """A scenario that closes, with one key beside the law."""
    return gathered("plafond-12", "inwoners,woningvoorraad", gegevens)


@pytest.fixture(scope="session")
def infeasible(gegevens):
    """A scenario that cannot close."""
    return gathered("plafond-10", "woningvoorraad", gegevens)


@pytest.fixture(scope="session")
def story(feasible):
    """The slides of the scenario that closes."""
    return build_story(feasible)


@pytest.fixture(scope="session")
def deck(feasible, story):
    """The same, written and read back."""
    content = write_deck(story, neutral_template(), footer_of(feasible))
    return Presentation(BytesIO(content))


@pytest.fixture(scope="session")
def failed_story(infeasible):
    """The slides of the scenario that cannot close."""
    return build_story(infeasible)
