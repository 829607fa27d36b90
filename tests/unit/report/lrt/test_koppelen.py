"""Households beside dwellings as a slide: only where it was asked."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from optimiser.koppelen.uitgangspunt import make_uitgangspunt
from optimiser.report.lrt.slides.koppelen import koppel_slides, koppelen
from optimiser.report.lrt.story import steps
from optimiser.scenario.scenario import Scenario


def test_it_is_there_only_where_it_was_asked(feasible):
    assert koppelen(feasible) == []
    asked = replace(feasible, vraag=replace(feasible.vraag, koppelen=12))
    message, behind = koppelen(asked)
    assert message.titel == "Nederland: met 12 % van de vrijkomende woningen past elk huishouden"
    assert "5.810 huishoudens" in message.punten[0]
    assert message.punten[-1].startswith("Huishoudens: aanname. Woningen: aanname.")
    assert "mutatiegraad 7 %" in message.notitie
    assert not message.bijlage
    assert behind.bijlage
    assert behind.titel == "Nederland: 9.569 woningen voor 5.810 huishoudens"
    assert "huishoudens en woningen" in [what for what, _ in steps(asked)]


def test_where_it_does_not_fit_the_title_counts_them_and_the_lines_say_whom(gegevens):
    start = make_uitgangspunt(Scenario(halfjaar="2025-2"), gegevens, 7)
    message, behind = koppel_slides(start, "Noord")
    # 311 single persons for 240 small dwellings, nine families of eight or more for six of 6k.
    assert message.titel == "Noord: met 7 % van de vrijkomende woningen passen 74 huishoudens niet"
    assert "71 tekort" in message.punten[0]
    assert "3 tekort" in message.punten[1]
    assert [row[-1] for row in behind.tabellen[0].rijen] == ["0", "71", "0", "0", "0", "3"]
    (picture,) = message.platen
    width, height = Image.open(BytesIO(picture.png)).size
    assert abs(width / height - picture.breedte / picture.hoogte) < 0.02
