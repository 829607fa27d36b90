"""Who sees what in a register: what touches their gemeenten, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from optimiser.register.approval import Goedkeuring
from optimiser.register.errors import RefusedEntryError, UnknownNumberError
from optimiser.register.gate import wettelijke_stand
from optimiser.register.opening import make_register
from optimiser.teksten import melding_for
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.errors import OutsideZichtError, RolError
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht
from tests.databases import locked_place

ASSEN, EMMEN, GRONINGEN, GOES = "GM0106", "GM0114", "GM0014", "GM0664"
DRENTHE = Zicht("drenthe", frozenset({ASSEN, EMMEN}), Rol.VASTSTELLER)
NOORD = Zicht("noord", frozenset({ASSEN, GRONINGEN}), Rol.VASTSTELLER)
ZEELAND = Zicht("zeeland", frozenset({GOES}), Rol.BEHEERDER)
BZK = Zicht("bzk", None, Rol.VASTSTELLER)


def deal(naam, verschillen):
    return Overeenkomst.from_plain(
        {"naam": naam, "termijnen": [{"halfjaar": "2025-2", "verschillen": verschillen}]}
    )


@pytest.fixture(params=["sqlite", "locked"])
def look(request, tmp_path):
    """A register with an agreement inside Drenthe (1) and one with Groningen (2), by whose eyes."""
    with (
        locked_place(request.param, tmp_path / "r.sqlite") as place,
        make_register(place, EVERYTHING) as book,
    ):
        book.add(deal("binnen", {ASSEN: -5, EMMEN: 5}), "Jan")
        book.add(deal("over", {GRONINGEN: -4, EMMEN: 4}), "Jan")
        yield lambda zicht: replace(book, zicht=zicht)


def numbers(book):
    return [one.nummer for one in book.stand()]


def test_both_sides_of_a_border_see_what_touches_their_gemeenten(look):
    assert numbers(look(DRENTHE)) == [1, 2]
    assert numbers(look(NOORD)) == [1, 2]
    assert numbers(look(replace(NOORD, gm_codes=frozenset({GRONINGEN})))) == [2]
    assert numbers(look(BZK)) == [1, 2]
    assert numbers(look(ZEELAND)) == []


def test_what_is_not_in_view_is_not_there(look):
    book = look(ZEELAND)
    with pytest.raises(UnknownNumberError):
        book.get(1)
    with pytest.raises(UnknownNumberError):
        book.advance(1, 1, Status.VERVALLEN, "Piet")
    with pytest.raises(OutsideZichtError):
        book.check()


def test_an_earlier_version_about_others_only_is_not_shown(look):
    look(EVERYTHING).change(1, 1, deal("binnen", {EMMEN: -5, GOES: 5}), "Jan")
    assert [one.versie for one in look(ZEELAND).history(1)] == [2]
    assert [one.versie for one in look(DRENTHE).history(1)] == [1, 2]


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.ANALIST])
def test_who_is_no_vaststeller_takes_no_step(look, rol):
    book = look(replace(DRENTHE, rol=rol))
    given = Goedkeuring(ASSEN, "Jansen", date(2025, 5, 1), "Z-1")
    for step in (
        lambda: book.add(deal("nieuw", {ASSEN: -1, EMMEN: 1}), "Piet"),
        lambda: book.approve(1, 1, given, "Piet"),
        lambda: book.advance(1, 1, Status.VERVALLEN, "Piet"),
    ):
        with pytest.raises(RolError):
            step()
    assert book.kop().aantal == 2


def test_nobody_enters_an_agreement_between_others(look):
    with pytest.raises(OutsideZichtError):
        look(ZEELAND).add(deal("ander", {ASSEN: -1, EMMEN: 1}), "Piet")
    with pytest.raises(OutsideZichtError):
        look(NOORD).change(1, 1, deal("weg", {EMMEN: -1, GOES: 1}), "Piet")


def test_a_college_approves_from_a_workspace_that_has_the_gemeente(look):
    emmen = Goedkeuring(EMMEN, "Jansen", date(2025, 5, 1), "Z-1")
    for others in (NOORD, BZK):
        with pytest.raises(OutsideZichtError):
            look(others).approve(2, 1, emmen, "Piet")
    groningen = Goedkeuring(GRONINGEN, "Bakker", date(2025, 5, 2), "Z-2")
    look(DRENTHE).approve(2, 1, emmen, "Piet")
    assert look(NOORD).approve(2, 2, groningen, "Klaas").status is Status.AKKOORD
    with pytest.raises(OutsideZichtError):
        look(NOORD).withdraw(2, 3, EMMEN, "Klaas", "vergissing")
    assert look(DRENTHE).withdraw(2, 3, EMMEN, "Piet", "vergissing").status is Status.CONCEPT


def test_a_refusal_says_that_others_agreed_and_not_who_or_what(look):
    """Groningen gives all it has to Emmen, bar one; then Assen asks it for two."""
    has = wettelijke_stand("2025-2").gemeenten[GRONINGEN].taakstelling
    everything = look(EVERYTHING)
    number = everything.add(deal("Stille afspraak", {GRONINGEN: 1 - has, EMMEN: has - 1}), "Jan")
    for versie, code in enumerate((GRONINGEN, EMMEN), start=1):
        given = Goedkeuring(code, "Jansen", date(2025, 5, 1), f"Z-{code}")
        everything.approve(number.nummer, versie, given, "Jan")
    assen = replace(DRENTHE, gm_codes=frozenset({ASSEN}))
    with pytest.raises(RefusedEntryError) as caught:
        look(assen).add(deal("vraag", {GRONINGEN: -2, ASSEN: 2}), "Piet")
    told = str(melding_for(caught.value))
    assert "Stille afspraak" not in told
    assert "een overeenkomst van anderen" in told
    with pytest.raises(RefusedEntryError) as caught:
        look(NOORD).add(deal("vraag", {GRONINGEN: -2, ASSEN: 2}), "Piet")
    assert "Stille afspraak" in str(melding_for(caught.value))
