"""A delivered realisatie against what is known already: saldo, Adams, the printed tables."""

import pytest

from optimiser.datapunt.deliver import deliver, preview
from optimiser.datapunt.toets.bevinding import PuntSoort
from optimiser.datapunt.toets.check import Omgeving
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.compose import statutory_table
from optimiser.tijd.grootboek.printed import embedded_grootboek


@pytest.fixture(scope="module")
def codes(gegevens):
    return list(gegevens.gemeenten[2025][0].tabel.index)


def found(gegevens, lines, datapunt=None):
    content = "\n".join([*lines, ""]).encode()
    seen = preview("realisatie.csv", content, gegevens, datapunt)
    assert not seen.oordeel.of(PuntSoort.GEWEIGERD)
    return seen, seen.oordeel.of(PuntSoort.BEVESTIGEN)


def test_a_begin_that_is_not_our_saldo_is_asked_with_both(datapunt, gegevens, codes):
    """GM0014 was asked n by law and housed 40: the ledger has n - 40 at the end of 2025-1."""
    head = "gm_code;periode;peildatum;realisatie"
    first, asked = found(gegevens, [head, *(f"{c};2025-1;2025-07-01;40" for c in codes)], datapunt)
    assert asked == ()
    one = deliver(datapunt, first, "Jan")
    datapunt.settle(one.nummer, "Els")
    ours = (statutory_table(gegevens, Halfjaar(2025, 1)) - 40).to_dict()
    rows = [f"{c};2025-2;2025-10-01;20;{ours[c] + (c == 'GM0014')}" for c in codes]
    _, asked = found(gegevens, [f"{head};saldo_begin", *rows], datapunt)
    assert [one.code for one in asked] == ["begin_niet_saldo"]
    facts = asked[0].feiten
    assert (facts["gm_code"], facts["begin"], facts["eind"]) == (
        "GM0014", ours["GM0014"] + 1, ours["GM0014"]
    )  # fmt: skip


def test_a_begin_that_is_not_the_delivered_end_is_asked(gegevens, codes):
    lines = ["gm_code;periode;peildatum;realisatie;saldo_begin;saldo_eind"]
    lines += [f"{c};2024-2;2025-01-01;30;0;5" for c in codes]
    lines += [f"{c};2025-1;2025-07-01;40;{6 if c == codes[3] else 5};" for c in codes]
    _, asked = found(gegevens, lines)
    told = [str(one) for one in asked]
    assert len(told) == 1
    assert f"{codes[3]}, 2025-1: saldo begin is 6, aangeleverd saldo eind 2024-2 is 5" in told[0]


@pytest.mark.parametrize(("change", "count"), [(0, 0), (1, 2)])
def test_a_taakstelling_that_is_not_adams_is_asked(gegevens, codes, change, count):
    law = statutory_table(gegevens, Halfjaar(2025, 1)).to_dict()
    law[codes[0]] += change
    law[codes[1]] -= change
    lines = ["gm_code;periode;taakstelling;herkomst"]
    mine = [f"{c};2025-1;{n};gepubliceerd" for c, n in law.items()]
    _, asked = found(gegevens, [*lines, *mine])
    assert [one.feiten["aantal"] for one in asked] == [count] * bool(count)
    _, asked = found(gegevens, [*lines, *(m.replace("gepubliceerd", "na_uitruil") for m in mine)])
    assert asked == ()


@pytest.mark.parametrize(("off", "asked_about"), [(0, []), (3, ["PV26"])])
def test_gemeenten_that_do_not_add_up_to_the_printed_table_are_asked(gegevens, off, asked_about):
    """Table 2 has per province what was housed in 2020-1; one gemeente of each gets it all."""
    homes = gegevens.regios["provincie_code"].reindex(Omgeving(gegevens).codes(2020))
    left = embedded_grootboek(gegevens).stand(Halfjaar(2020, 1)).eenheden["realisatie"].to_dict()
    lines = ["gm_code;periode;peildatum;realisatie"]
    for code, pv in homes.items():
        count, left[pv] = int(left[pv]), 0
        lines.append(f"{code};2020-1;2020-07-01;{count + (off if code == 'GM0344' else 0)}")
    _, asked = found(gegevens, lines)
    sums = [one.feiten["gebied"] for one in asked if one.code == "som_niet_bekend"]
    assert [area for area in sums if area != "NL"] == asked_about
