"""A plan as workbook, table and public form."""

from dataclasses import replace

import pandas as pd
import pytest

from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.uitgangspunt import make_uitgangspunt
from optimiser.report.koppelen.plan import plan_lines, plan_summary, plan_table
from optimiser.report.koppelen.public import GONE, public_table
from optimiser.report.koppelen.workbook import plan_sha256, plan_sheets
from optimiser.scenario.scenario import Scenario


@pytest.fixture(scope="module")
def found(vraag):
    return make_plan(vraag)


def test_the_sheets_are_the_plan_what_is_left_who_has_no_place_and_what_it_rests_on(
    found, vraag, gegevens
):
    start = make_uitgangspunt(Scenario(halfjaar="2025-2"), gegevens, 12)
    plan, saldo, lost, account = plan_sheets(found, vraag, start)
    assert plan.table["personen_totaal"].sum() == 15 + 5
    assert saldo.table.set_index("gm_code")["afwijking"].tolist() == [0, 0, 0, -3]
    # y has one dwelling (4k): the family of five has it, that of three has none.
    (row,) = lost.table.to_dict("records")
    assert (row["gebied"], row["personen"], row["huishoudens"]) == ("y", 3, 1)
    assert "Zonder passende woning: 1 huishouden (3 personen)" in row["waarom"]
    told = account.table.set_index("onderdeel")
    assert told.at["Versie van de gegevens", "waarde"] == gegevens.version
    assert told.at["Corporatiewoningen die per jaar vrijkomen (%)", "waarde"] == 7
    assert told.at["Deel van de huishoudens van grootte 1 (%)", "status"] == "aanname"
    assert told.at["y: personen naast de taakstelling van hun gemeente", "waarde"] == 3
    assert told.at["y: personen naast de taakstelling van hun gemeente", "status"] == "bewezen"
    assert told.at["Hash van het plan", "waarde"] == plan_sha256(found)


def test_a_class_stands_in_the_account_with_its_own_source(found, vraag, gegevens):
    start = make_uitgangspunt(Scenario(halfjaar="2025-2"), gegevens, 12)
    klassen = (replace(vraag.klassen[0], bron="afspraak met de corporaties"), *vraag.klassen[1:])
    account = plan_sheets(found, replace(vraag, klassen=klassen), start)[-1].table
    told = account.set_index("onderdeel")["status"]
    assert told["Wie past in woningklasse 1k"] == "afspraak met de corporaties"
    assert told["Wie past in woningklasse 2k"] == "aanname"


def test_the_hash_is_of_the_plan_not_of_the_order_of_its_rows(found):
    shuffled = replace(found, koppelingen=found.koppelingen.iloc[::-1])
    assert plan_sha256(shuffled) == plan_sha256(found)
    changed = found.koppelingen.assign(huishoudens=found.koppelingen["huishoudens"] + 1)
    assert plan_sha256(replace(found, koppelingen=changed)) != plan_sha256(found)


def test_the_table_has_a_row_per_area_and_the_sentence_their_sum(found, vraag):
    table = plan_table(found, vraag).set_index("gebied")
    assert table.loc["y", ["taakstelling", "gekoppeld", "minste_afwijking"]].tolist() == [8, 5, 3]
    assert table.at["y", "bewijs_minste_afwijking"] == "bewezen"
    assert plan_summary("Samen", found, vraag) == (
        "Samen: 20 van 23 personen gekoppeld. Zonder plek: 3. Naast de taakstelling van hun "
        "gemeente: 3; bewezen, minder kan niet."
    )


def test_the_public_form_leaves_small_numbers_out_or_is_not_there(found, vraag):
    assert public_table(found, vraag) is None  # eight households
    rows = [("GM0001", 1, "1k", 30), ("GM0001", 4, "4k", 9), ("GM0001", 6, "6k", 3)]
    rows += [("GM0004", 1, "1k", 40), ("GM0004", 4, "4k", 8), ("GM0004", 6, "6k", 9)]
    cells = pd.DataFrame(rows, columns=["gm_code", "personen", "klasse", "huishoudens"])
    table = public_table(replace(found, koppelingen=cells), vraag).set_index("gebied")
    assert table["6 of meer"].tolist() == [GONE, GONE]  # 3, and what would give it away
    assert table["1"].tolist() == [30, 40]


def test_an_area_in_which_nobody_is_placed_is_a_row_of_zeros(found, vraag):
    many = found.koppelingen[found.koppelingen["gm_code"] != "GM0004"].assign(huishoudens=50)
    table = public_table(replace(found, koppelingen=many), vraag).set_index("gebied")
    assert table.loc["y"].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("five_in", "told"),
    [
        # A holds 1 + 1 + 2 + 5 = 9 persons, B the other 1 + 1 + 4 = 6: nobody has to be in C.
        ("GM0001", "Taakstelling 0 of minder: C. Daar koppelt het plan niemand."),
        # The only dwelling for the family of five is in C.
        (
            "GM0003",
            "Taakstelling 0 of minder: C. Het plan koppelt toch huishoudens in: C. Daarmee komt "
            "het plan daar boven de taakstelling uit.",
        ),
    ],
)
def test_a_gemeente_with_nothing_to_couple_is_told(vraag, five_in, told):
    homes, rows = vraag.woningen.copy(), vraag.gemeenten.copy()
    homes["5k"] = [int(code == five_in) for code in homes.index]
    rows["taakstelling"] = [9, 6, 0, 8]
    asked = replace(vraag, gemeenten=rows, woningen=homes)
    lines = plan_lines(make_plan(asked), asked)
    assert [line for line in lines if line.startswith("Taakstelling 0")] == [told]


def test_nothing_is_told_where_every_gemeente_has_something_to_couple(found, vraag):
    assert not any("Taakstelling 0" in line for line in plan_lines(found, vraag))
