"""Tables 1 and 2 of the report, replayed; counted by hand and in the report itself."""

from datetime import date

import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.gegevens import read_embedded
from optimiser.tijd.grootboek import BoekingSoort
from optimiser.tijd.grootboek.printed import (
    TABEL1,
    TABEL2,
    embedded_grootboek,
    printed_rows,
    replay,
)
from optimiser.tijd.grootboek.stand import stand_at
from optimiser.tijd.grootboek.structural import realisatiegraden
from optimiser.tijd.grootboek.tempo import with_tempo


@pytest.fixture(scope="module")
def gegevens():
    return read_embedded()


@pytest.mark.parametrize(("name", "bron", "count"), [("tabel1", TABEL1, 6), ("tabel2", TABEL2, 78)])
def test_every_printed_end_comes_out(gegevens, name, bron, count):
    table = getattr(gegevens, name)
    course = replay(table, bron, gegevens.regios).course()
    hits = [
        int(stand_at(course, row.periode).eenheden.at[row.eenheid, "saldo"]) == row.eind
        for row in printed_rows(table, bron, gegevens.regios)
    ]
    assert len(hits) == count
    assert all(hits)


def test_what_does_not_close_stands_on_its_own_line(gegevens):
    one = replay(gegevens.tabel1, TABEL1, gegevens.regios)
    off = one.rows.loc[one.rows["soort"] == BoekingSoort.ONVERKLAARD, "personen"]
    assert (len(off), off.sum(), off.abs().sum()) == (4, -28, 32)
    carried = one.course().parts["aansluiting"]
    assert ((carried != 0).sum(), carried.sum()) == (1, 2)

    two = replay(gegevens.tabel2, TABEL2, gegevens.regios)
    off = two.rows[two.rows["soort"] == BoekingSoort.ONVERKLAARD]
    assert 78 - len(off) == 51
    provinces = off[off["eenheid"].str.startswith("PV")]
    assert (72 - len(provinces), provinces["personen"].sum()) == (49, 182)


def test_the_provinces_close_on_their_printed_ends(gegevens):
    # 2.921 at the start, 48.601 asked, 40.564 housed and 182 unexplained: 11.140 at the end.
    parts = replay(gegevens.tabel2, TABEL2, gegevens.regios).course()
    rows = parts.eenheden.str.startswith("PV")
    sums = {name: parts.parts[name][rows] for name in parts.parts}
    assert sums["saldo_begin"][:, 0].sum() == 2921
    assert sums["taakstelling"].sum() == 48601
    assert sums["realisatie"].sum() == 40564
    assert sums["saldo"][:, -1].sum() == 11140


def test_on_1_october_2021_the_country_is_5449_behind(gegevens):
    book = embedded_grootboek(gegevens)
    course = book.course(bekend_op=date(2021, 10, 1))
    facts = with_tempo(stand_at(course, Halfjaar(2021, 2)), course)
    land = facts.loc["NL"]
    assert land["saldo"] == 10949
    assert land["naar_rato"] == 5449
    # 16.586 x 3/6 - 5.637, the practice of spreading the achterstand.
    assert land["naar_rato_gespreid"] == 2656
    ratios = {"NL": (1.94, 2.28), "PV21": (3.76, 3.40), "PV22": (1.59, 1.71)}
    for code, (pace, best) in ratios.items():
        assert facts.loc[code, ["maal_tempo", "maal_hoogste"]].astype(float).round(2).tolist() == [
            pace,
            best,
        ]
    assert round(facts.at["PV29", "maal_tempo"], 2) == 1.43
    assert land["hoogste_periode"] == "2021-1"
    # Five ends behind; the half-year under way has no end yet.
    assert (land["reeks"], facts.at["PV21", "reeks"]) == (5, 4)


def test_what_was_known_on_a_day(gegevens):
    book = embedded_grootboek(gegevens)
    # Known now: the whole of 2021-2, 12.787 housed and 3.728 left.
    assert book.stand(Halfjaar(2021, 2)).eenheden.at["NL", "saldo"] == 3728
    then = book.stand(Halfjaar(2021, 2), bekend_op=date(2021, 10, 1)).eenheden.loc["NL"]
    assert (then["saldo"], then["voorbij"]) == (10949, False)
    before = book.stand(Halfjaar(2021, 1), bekend_op=date(2021, 1, 1)).eenheden.loc["NL"]
    assert before["opgave"] == 1681 + 13500
    assert before[["realisatie", "saldo"]].isna().all()


def test_the_realisatiegraad_of_each_half_year_that_is_over(gegevens):
    rhos = realisatiegraden(embedded_grootboek(gegevens).course())
    assert [one.periode for one in rhos[:5]] == ["2019-1", "2019-2", "2020-1", "2020-2", "2021-1"]
    # 6.379/8.933 and 6.948/8.534
    assert [round(one.rho, 3) for one in rhos[:2]] == [0.714, 0.814]
