"""Who sees what of the data point: own gemeenten row by row, others as totals."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from optimiser.datapunt.beside import read_aanbod
from optimiser.datapunt.errors import UnknownLeveringError
from optimiser.datapunt.ledger import aanleveringen
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.compose import compose_grootboek
from optimiser.zicht.errors import OutsideZichtError, RolError
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht, gm_codes_of
from tests.databases import locked_place

ASSEN, EMMEN, GRONINGEN, GOES = "GM0106", "GM0114", "GM0014", "GM0664"
DRENTHE = Zicht("drenthe", frozenset({ASSEN, EMMEN}), Rol.VASTSTELLER)
NOORD = Zicht("noord", frozenset({EMMEN, GRONINGEN}), Rol.VASTSTELLER)
ZEELAND = Zicht("zeeland", frozenset({GOES}), Rol.VASTSTELLER)
BZK = Zicht("bzk", None, Rol.VASTSTELLER)

REALISATIE = pd.DataFrame(
    {
        "gm_code": [ASSEN, EMMEN, GRONINGEN, GOES],
        "periode": "2024-1",
        "peildatum": date(2024, 7, 1),
        "realisatie": [10, 20, 40, 80],
    }
).astype({"realisatie": "Int64"})


def aanbod(codes):
    row = {"periode": "2026-1", "maand": 1, "klasse": "klein", "soort": "huur"}
    return pd.DataFrame([row | {"gm_code": c, "zekerheid": "zeker", "aantal": 3} for c in codes])


@pytest.fixture(params=["sqlite", "locked"])
def place(request, tmp_path):
    with locked_place(request.param, tmp_path / "r.sqlite") as found:
        yield found


@pytest.fixture
def look(datapunt):
    """A realisatie of the ministry (1), dwellings of Drenthe (2) and of the region (3)."""

    def by(zicht):
        return replace(datapunt, zicht=zicht)

    for zicht, tabel, rows in (
        (BZK, "realisatie", REALISATIE),
        (DRENTHE, "woningaanbod", aanbod([ASSEN])),
        (NOORD, "woningaanbod", aanbod([EMMEN, GRONINGEN])),
    ):
        one = by(zicht).add(
            tabel, f"{zicht.werkruimte}.csv", zicht.werkruimte.encode(), rows, "Jan",
            opmerking="geheim", afwijkingen=["GM0014: 3 in plaats van 4"],
        )  # fmt: skip
        by(zicht).settle(one.nummer, "Jan")
    return by


def numbers(point):
    return [one.nummer for one in point.leveringen()]


def test_what_touches_own_gemeenten_is_seen_and_the_ministry_sees_all(look):
    assert numbers(look(DRENTHE)) == [1, 2, 3]
    assert numbers(look(NOORD)) == [1, 3]
    assert numbers(look(ZEELAND)) == [1]
    assert numbers(look(BZK)) == numbers(look(EVERYTHING)) == [1, 2, 3]
    with pytest.raises(UnknownLeveringError):
        look(ZEELAND).rows(2)


def test_a_concept_is_seen_by_who_brought_it(look):
    one = look(DRENTHE).add("woningaanbod", "x.csv", b"x", aanbod([EMMEN]), "Jan")
    assert one.nummer in numbers(look(DRENTHE))
    assert one.nummer not in numbers(look(NOORD))


def test_own_rows_in_full_and_the_rest_as_totals_so_that_the_sum_closes(look):
    for zicht, own in ((DRENTHE, 30), (NOORD, 60), (ZEELAND, 80), (BZK, 150)):
        point = look(zicht)
        rows, rest = point.rows(1), point.others(1)
        assert all(zicht.sees(code) for code in rows["gm_code"])
        assert rows["realisatie"].sum() == own
        assert rows["realisatie"].sum() + rest["realisatie"].sum() == 150
        assert "gm_code" not in rest or rest.empty


def test_what_others_deliver_for_themselves_is_not_added_up_either(look):
    """Of the region's dwellings only Groningen is hidden: a sum would be its own number."""
    assert list(look(DRENTHE).rows(3)["gm_code"]) == [EMMEN]
    assert look(DRENTHE).others(3).empty


def test_the_remarks_and_the_file_of_others_are_not_shown(look):
    seen = look(DRENTHE).get(3)
    assert (seen.opmerking, seen.afwijkingen) == ("", ())
    assert look(DRENTHE).get(2).opmerking == "geheim"
    with pytest.raises(OutsideZichtError):
        look(DRENTHE).file(1)
    assert look(DRENTHE).file(2) == b"drenthe"
    assert look(BZK).file(2) == b"drenthe"


def test_dwellings_are_those_of_own_gemeenten_whoever_delivered_them(look):
    assert list(read_aanbod(look(DRENTHE), "2026-1").index) == [ASSEN, EMMEN]
    assert list(read_aanbod(look(NOORD), "2026-1").index) == [GRONINGEN, EMMEN]
    assert read_aanbod(look(ZEELAND), "2026-1") is None


def test_what_holds_for_the_country_and_for_others_is_not_delivered_by_one(look):
    with pytest.raises(OutsideZichtError):
        look(DRENTHE).add("realisatie", "x.csv", b"x", REALISATIE, "Jan")
    with pytest.raises(OutsideZichtError):
        look(DRENTHE).add("woningaanbod", "x.csv", b"x", aanbod([ASSEN, GOES]), "Jan")


def test_nobody_settles_for_another_and_a_reader_nothing(look):
    mine = look(DRENTHE).add("woningaanbod", "x.csv", b"x", aanbod([EMMEN]), "Jan").nummer
    for other in (NOORD, ZEELAND, BZK):
        with pytest.raises(UnknownLeveringError):
            look(other).settle(mine, "Piet")
    reader = replace(DRENTHE, rol=Rol.ANALIST)
    with pytest.raises(RolError):
        look(reader).settle(mine, "Piet")
    with pytest.raises(RolError):
        look(reader).add("woningaanbod", "y.csv", b"y", aanbod([EMMEN]), "Jan")


def test_the_ledger_shows_own_gemeenten_and_whole_provinces(look, gegevens):
    whole = compose_grootboek(gegevens, aanleveringen(look(EVERYTHING)))
    part = whole.of_gemeenten(gm_codes_of("PV22", gegevens))
    half = Halfjaar(2024, 1)
    before, after = whole.stand(half).eenheden, part.stand(half).eenheden
    assert sorted(after.index[after.index.str.startswith("GM")]) == [ASSEN, EMMEN]
    kept = ~before.index.str.startswith("GM") | before.index.isin([ASSEN, EMMEN])
    pd.testing.assert_frame_equal(before[kept], after)
    assert not part.to_frame()["eenheid"].astype(str).isin([GRONINGEN, GOES]).any()
