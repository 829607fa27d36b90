"""What is delivered beside a realisatie: reception, times, households, dwellings, the ladder."""

import pytest

from optimiser.datapunt.beside import (
    lines_of,
    read_aanbod,
    read_ladder,
    read_opvang,
    read_treden,
)
from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.embedded import embedded_leveringen
from optimiser.datapunt.errors import LeveringRefusedError
from optimiser.io.bronnen import read_bronnen
from optimiser.report.verloop.ladder import ladder_lines, with_names
from optimiser.report.verloop.opvang import TABELLEN, make_opvang, start_lines
from optimiser.tijd.grootboek.printed import embedded_grootboek

BEZETTING = """peildatum;coa_regio;statushouders;boven_14_weken
2021-09-01;Noord;4800;2100
2021-09-01;Zuid;5200;2500
2021-10-01;Noord;5000;2200
2021-10-01;Zuid;6000;2600
"""
NORMTIJD = """peildatum;gebied;fase;norm_weken;binnen;boven
2021-10-01;Nederland;totaal;14;400;600
"""
KENMERKEN = """peildatum;gebied;personen;wacht_op_nareis;wachtklasse;huishoudens
2021-10-01;Nederland;1;nee;0-14 weken;3000
2021-10-01;Nederland;1;ja;boven 14 weken;1000
2021-10-01;Nederland;4;nee;0-14 weken;700
"""
LADDER = """gm_code;peildatum;trede;verschoonbaar;besluit
GM0363;2025-07-01;2;nareizigers;GS 2025-7
GM0014;2025-07-01;2;nee;
"""
TREDEN = """[[trede]]
provincie = "Noord-Holland"
trede = "2"
omschrijving = "oud"
vanaf = 2020-01-01
bron = "proef"
[[trede]]
provincie = "Noord-Holland"
trede = "2"
omschrijving = "nieuw"
vanaf = 2025-01-01
bron = "proef"
[[trede]]
provincie = "Noord-Holland"
trede = "2"
omschrijving = "later"
vanaf = 2026-01-01
bron = "proef"
"""


def settled(datapunt, gegevens, content, name="beside.csv"):
    one = deliver(datapunt, preview(name, content.encode(), gegevens, datapunt), "Jan")
    return datapunt.settle(one.nummer, "Els")


def test_who_waits_is_saldo_plus_not_yet_asked(datapunt, gegevens):
    """On 1-10-2021 the saldo of the country was 10.949 (report, table 1); 11.000 - 10.949 = 51."""
    for content in (BEZETTING, NORMTIJD, KENMERKEN):
        settled(datapunt, gegevens, content)
    tables = {name: read_opvang(datapunt, name) for name in TABELLEN}
    found = make_opvang(tables, embedded_grootboek(gegevens))
    country = found.bezetting.iloc[-1]
    assert (country["statushouders"], country["verandering"]) == (11_000, 1_000)
    told = " ".join(found.zinnen).replace("\N{NO-BREAK SPACE}", " ")
    assert "saldo +10.949" in told
    assert "dus +51 waren nog niet" in told
    assert "4.800 (44 %) langer dan 14 weken" in told
    assert "40 % binnen 14 weken" in told
    assert "4.700 huishoudens, samen 6.800 personen" in told
    assert "--huishoudens 1=4000,4=700" in told
    shown = make_opvang(tables, embedded_grootboek(gegevens), in_app=True).zinnen[-1]
    assert "samen 6.800 personen. Breng hun aantallen per grootte op de pagina Koppelen" in shown
    assert "11.000" in start_lines(tables["bezetting"], 9000)[0]
    assert [line.split(",")[0] for line in lines_of(datapunt, TABELLEN)] == [
        f"Aangeleverd: {name}" for name in TABELLEN
    ]


def test_a_day_of_which_the_saldo_is_unknown_is_not_guessed(datapunt, gegevens):
    settled(datapunt, gegevens, BEZETTING.replace("2021-10-01", "2021-11-01"))
    tables = dict.fromkeys(TABELLEN) | {"bezetting": read_opvang(datapunt, "bezetting")}
    told = " ".join(make_opvang(tables, embedded_grootboek(gegevens)).zinnen)
    assert "saldo op 01-11-2021 is niet bekend" in told


def test_dwellings_of_a_later_levering_take_the_place_per_gemeente(datapunt, gegevens):
    head = "halfjaar;maand;gm_code;klasse;soort;zekerheid;aantal\n"
    first = "2025-2;8;GM0363;1k;sociaal;toegezegd;40\n2025-2;8;GM0014;1k;sociaal;verwacht;7\n"
    settled(datapunt, gegevens, head + first)
    settled(datapunt, gegevens, head + "2025-2;9;GM0363;2k;sociaal;verwacht;25\n")
    found = read_aanbod(datapunt, "2025-2")
    assert found["totaal"].to_dict() == {"GM0363": 25, "GM0014": 7}
    assert read_aanbod(datapunt, "2025-1") is None


def test_a_step_has_the_name_its_own_province_gave_it_on_that_day(datapunt, gegevens):
    settled(datapunt, gegevens, LADDER)
    settled(datapunt, gegevens, TREDEN, "treden.toml")
    named = with_names(read_ladder(datapunt), read_treden(datapunt), gegevens.regios)
    assert named["trede"].to_dict() == {"GM0363": "2: nieuw", "GM0014": "2"}
    lines = " ".join(ladder_lines(read_treden(datapunt), "Noord-Holland"))
    assert "Trede 2 in Noord-Holland heet 'oud' sinds 01-01-2020 (proef)" in lines


def test_no_step_has_a_name_that_nobody_delivered():
    told = ladder_lines(None, "Zuid-Holland")
    assert "alleen als de provincie ze heeft aangeleverd" in told[0]
    assert "vanaf 26-06-2020 tot en met 18-04-2024" in told[-1]
    assert len(ladder_lines(None, "Drenthe")) == len(told) - 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "provincie;trede;omschrijving;vanaf;bron\nHolland;1;een;2020-01-01;proef\n",
            "geen provincie",
        ),
        (
            "halfjaar;maand;gm_code;klasse;soort;zekerheid;aantal\n2025-2;3;GM0363;a;b;c;1\n",
            "maand 3 valt niet in 2025-2",
        ),
        (LADDER.replace("GS 2025-7", ""), "verschoonbaar zonder besluit"),
    ],
)
def test_what_is_wrong_is_refused(datapunt, gegevens, content, told):
    with pytest.raises(LeveringRefusedError) as caught:
        settled(datapunt, gegevens, content)
    assert told in caught.value.params["fouten"]


def test_the_embedded_figures_are_the_first_leveringen():
    every = embedded_leveringen()
    assert [one.nummer for one in every] == [f"M{n}" for n in range(1, len(every) + 1)]
    assert {one.tabel for one in every} == {"inwoners", "landelijk", "herindeling", "realisatie"}
    sources = read_bronnen()
    assert all(one.sha256 == sources[one.bestand].sha256 for one in every)
