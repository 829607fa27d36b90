"""Realisatie in the forms in which it comes, and the ledger that follows from it."""

from datetime import date

import pytest

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.ledger import aanleveringen, uitruiltermijnen
from optimiser.datapunt.toets.bevinding import PuntSoort
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.register.approval import Goedkeuring
from optimiser.register.opening import make_register
from optimiser.tijd.grootboek.compose import Uitruiltermijn, compose_grootboek
from optimiser.uitruil.agreement import overeenkomst
from optimiser.zicht.zicht import EVERYTHING

HALF = Halfjaar(2025, 1)


@pytest.fixture(scope="module")
def codes(gegevens):
    return list(gegevens.gemeenten[2025][0].tabel.index)


def long(rows, extra=""):
    lines = [f"gm_code;periode;peildatum;realisatie{extra}", *rows]
    return "\n".join([*lines, ""]).encode()


def country(codes, periode, dag, per_gemeente):
    return [f"{code};{periode};{dag};{per_gemeente}" for code in codes]


def seen(gegevens, content, datapunt=None, **said):
    return preview("realisatie.csv", content, gegevens, datapunt, **said)


def told(voorbeeld, ernst):
    return " ".join(voorbeeld.oordeel.told(PuntSoort(ernst), 99))


def test_long_and_wide_say_the_same(gegevens, codes):
    one = seen(gegevens, long(country(codes, "2025-1", "2025-07-01", 40)))
    wide = ["gm_code;peildatum;realisatie 2025-1", *(f"{c};2025-07-01;40" for c in codes)]
    other = seen(gegevens, "\n".join(wide).encode())
    columns = ["gm_code", "periode", "peildatum", "realisatie"]
    assert one.gelezen.rijen[columns].equals(other.gelezen.rijen[columns])
    assert one.oordeel.bevindingen == other.oordeel.bevindingen == ()


def test_without_a_day_it_is_the_whole_half_year_and_that_is_asked(gegevens, codes):
    wide = ["gm_code;realisatie 2024-2;realisatie 2025-1", *(f"{c};30;40" for c in codes)]
    found = seen(gegevens, "\n".join(wide).encode())
    assert told(found, "te bevestigen").startswith("Er is geen kolom peildatum")
    days = set(found.gelezen.rijen["peildatum"])
    assert days == {date(2025, 1, 1), date(2025, 7, 1)}


def test_a_blank_or_shielded_count_is_unknown_never_zero(gegevens, codes):
    rows = country(codes, "2025-1", "2025-07-01", 40)
    rows[0] = rows[0].removesuffix("40") + "<5"
    rows[1] = rows[1].removesuffix("40")
    found = seen(gegevens, long(rows))
    assert not found.oordeel.of(PuntSoort.GEWEIGERD)
    assert found.gelezen.rijen["realisatie"].isna().sum() == 2
    assert "1 keer <5" in told(found, "te bevestigen")
    assert f"340 in het bestand; zonder {codes[0]}, {codes[1]}" in told(found, "te bevestigen")


def test_two_half_years_in_one_file_are_history_not_doubles(gegevens, codes):
    rows = country(codes, "2024-2", "2025-01-01", 30) + country(codes, "2025-1", "1-7-2025", 40)
    found = seen(gegevens, long(rows))
    assert not found.oordeel.of(PuntSoort.GEWEIGERD)
    twice = seen(gegevens, long([*rows, rows[0]]))
    assert "staat er twee keer in" in told(twice, "geweigerd")


def test_periods_and_days_must_fit(gegevens, codes):
    late = seen(gegevens, long(country(codes, "2025-1", "2025-09-01", 40)))
    assert "Peildatum 01-09-2025 valt buiten 2025-1" in told(late, "geweigerd")
    other = seen(gegevens, long(country(codes, "2025-1", "2025-07-01", 40)), halfjaar="2025-2")
    assert "Gevraagd is 2025-2" in told(other, "geweigerd")
    old = seen(gegevens, long([f"GM0457;2025-1;2025-07-01;{3}"]))
    assert "niet in de indeling van dat jaar: GM0457" in told(old, "geweigerd")


def test_what_must_be_confirmed(gegevens, codes):
    few = seen(gegevens, long(country(codes[:-1], "2025-1", "2025-07-01", 40)))
    assert f"342 gemeenten, 341 in het bestand; zonder {codes[-1]}" in told(few, "te bevestigen")
    falls = country(codes, "2025-1", "2025-04-01", 25) + country(codes, "2025-1", "2025-07-01", 40)
    falls = [row.replace("2025-07-01;40", "2025-07-01;20") if "GM0014" in row else row
             for row in falls]  # fmt: skip
    assert "GM0014, 2025-1: eerder 25 gehuisvest, nu 20" in told(
        seen(gegevens, long(falls)), "te bevestigen"
    )
    rows = [f"{code};2025-1;2025-07-01;40;2;38;1" for code in codes]
    closed = seen(gegevens, long(rows, ";saldo_begin;taakstelling;saldo_eind"))
    assert "berekend" not in told(closed, "geweigerd")
    asked = [one.code for one in closed.oordeel.of(PuntSoort.BEVESTIGEN)]
    assert asked == ["rij_sluit_niet"] * 342 + ["taakstelling_anders"]


def test_a_definitive_number_is_only_corrected(datapunt, gegevens, codes):
    rows = [f"{code};2025-1;2025-07-01;40;definitief" for code in codes]
    first = deliver(datapunt, seen(gegevens, long(rows, ";status"), datapunt), "Jan")
    datapunt.settle(first.nummer, "Els")
    rows = country(codes, "2025-1", "2025-07-15", 40)
    rows[0] = rows[0].removesuffix("40") + "41"
    again = seen(gegevens, long(rows), datapunt)
    assert "40 is definitief, dit bestand zegt 41" in told(again, "geweigerd")


def test_the_ledger_of_settled_leveringen_knows_both_clocks(datapunt, gegevens, codes, clock):
    for month, count in ((4, 20), (7, 40)):
        rows = country(codes, "2025-1", f"2025-0{month}-01", count)
        one = deliver(datapunt, seen(gegevens, long(rows), datapunt), "Jan")
        clock.now = clock.now.replace(year=2025, month=month, day=3)
        datapunt.settle(one.nummer, "Els")
    deal = Uitruiltermijn("ruil", "2025-1", {codes[0]: 3, codes[1]: -3})
    book = compose_grootboek(gegevens, aanleveringen(datapunt), [deal])
    now = book.stand(HALF).eenheden.loc[codes[0]]
    then = book.stand(HALF, bekend_op=date(2025, 4, 30)).eenheden.loc[codes[0]]
    spring = book.stand(HALF, peildatum=date(2025, 4, 1)).eenheden.loc[codes[0]]
    assert (now["realisatie"], then["realisatie"], spring["realisatie"]) == (40, 20, 20)
    asked = gegevens.announced(HALF)
    assert book.stand(HALF).of_level("gemeente")["taakstelling"].sum() == asked
    assert now["saldo"] == now["taakstelling"] + 3 - 40
    assert (now["vanaf"], now["beginstand"]) == ("2025-1", False)
    assert any("levering 2, realisatie.csv" in line for line in book.bronnen)


def test_a_delivered_taakstelling_and_binding_uitruil_are_booked(place, datapunt, gegevens, codes):
    asked = [15_000 - 341 * 40, *[40] * 341]
    lines = ["gm_code;periode;taakstelling;herkomst"]
    lines += [f"{c};2025-1;{n};gepubliceerd" for c, n in zip(codes, asked, strict=True)]
    for content in ("\n".join(lines).encode(), long(country(codes, "2025-1", "2025-07-01", 40))):
        one = deliver(datapunt, seen(gegevens, content, datapunt), "Jan", bevestigd=True)
        datapunt.settle(one.nummer, "Els")
    register = make_register(place, EVERYTHING)
    deal = overeenkomst("ruil", "2025-1", {codes[0]: 5, codes[1]: -5})
    number, version = register.add(deal, "Jan").nummer, 1
    concept = uitruiltermijnen(register)
    for code in codes[:2]:
        given = Goedkeuring(code, "Griffier", date(2025, 1, 9), f"Z-{code}")
        version = register.approve(number, version, given, "Jan").versie
    terms = uitruiltermijnen(register)
    register.engine.dispose()
    assert concept == ()
    assert [(t.naam, t.halfjaar, t.verschillen[codes[0]]) for t in terms] == [
        ("1 ruil", "2025-1", 5)
    ]
    stand = compose_grootboek(gegevens, aanleveringen(datapunt), terms).stand(HALF).eenheden
    assert stand.at[codes[0], "taakstelling"] == 15_000 - 341 * 40
    assert stand.at[codes[0], "opgave"] == 15_000 - 341 * 40 + 5
    assert stand.at[codes[1], "saldo"] == 40 - 5 - 40
    after = [line.replace("gepubliceerd", "na_uitruil") for line in lines]
    brought = deliver(
        datapunt, seen(gegevens, "\n".join(after).encode(), datapunt), "Jan", bevestigd=True
    )
    datapunt.settle(brought.nummer, "Els")
    stand = compose_grootboek(gegevens, aanleveringen(datapunt), terms).stand(HALF).eenheden
    assert stand.at[codes[0], "opgave"] == 15_000 - 341 * 40
