"""The ledger by hand: Haaren split into four, two clocks, what is missing stays missing."""

from datetime import date
from fractions import Fraction

import pytest

from optimiser.errors import SplitGemeenteError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek import Boeking, BoekingSoort, BoekingStatus, Grootboek
from optimiser.tijd.grootboek.errors import (
    ConflictingBoekingError,
    FinalBoekingError,
    UitruilNotClosedError,
    UnknownBookingPeriodError,
    VanishedGemeenteError,
)
from optimiser.tijd.grootboek.overgang import Overgang

BOXTEL, HAAREN, OISTERWIJK, TILBURG, VUGHT = "GM0757", "GM0788", "GM0824", "GM0855", "GM0865"
FOUR = (BOXTEL, OISTERWIJK, TILBURG, VUGHT)
LATE, EARLY = Halfjaar(2020, 2), Halfjaar(2021, 1)


def booking(eenheid, periode, soort, personen, dag=None, **more):
    day = dag or periode.eerste_dag
    return Boeking(eenheid, periode, BoekingSoort(soort), personen, day, day, **more)


def year(eenheid, periode, begin, asked, done, **more):
    return [
        booking(eenheid, periode, "beginstand", begin),
        booking(eenheid, periode, "taakstelling", asked),
        booking(eenheid, periode, "realisatie", done, periode.laatste_dag, **more),
    ]


def haaren(shares=FOUR):
    parts = tuple((code, Fraction(1, 4)) for code in shares)
    end = Overgang(date(2021, 1, 1), HAAREN, "Haaren", parts, ("Boxtel", "Oisterwijk"))
    book = [
        *year(BOXTEL, LATE, 10, 0, 0),
        *year(OISTERWIJK, LATE, -4, 0, 0),
        *year(TILBURG, LATE, 20, 0, 0),
        *year(VUGHT, LATE, 0, 0, 0),
        booking(HAAREN, LATE, "beginstand", 7),
        booking(HAAREN, LATE, "taakstelling", 6),
        booking(HAAREN, LATE, "realisatie", 5, date(2020, 10, 5), status=BoekingStatus.VOORLOPIG),
        booking(HAAREN, LATE, "realisatie", 8, date(2021, 1, 20), versie=2),
    ]
    for code in FOUR:
        book += [booking(code, EARLY, "taakstelling", 0)]
        book += [booking(code, EARLY, "realisatie", 0, EARLY.laatste_dag)]
    book += [
        booking(BOXTEL, EARLY, "uitruil", 3, sleutel="ruil"),
        booking(TILBURG, EARLY, "uitruil", -3, sleutel="ruil"),
    ]
    return Grootboek.of(book, [end])


def saldi(book, periode, bekend_op=None):
    stand = book.stand(periode, bekend_op).eenheden["saldo"]
    return {code: int(n) for code, n in stand.dropna().items()}


def test_haaren_goes_to_its_four_successors_to_the_person():
    book = haaren()
    assert saldi(book, LATE) == {BOXTEL: 10, HAAREN: 5, OISTERWIJK: -4, TILBURG: 20, VUGHT: 0}
    after = saldi(book, EARLY)
    assert after == {BOXTEL: 15, HAAREN: 0, OISTERWIJK: -3, TILBURG: 18, VUGHT: 1}
    assert sum(after.values()) == 31


def test_what_we_knew_of_haaren_on_1_december():
    assert saldi(haaren(), LATE, date(2020, 12, 1))[HAAREN] == 8


def test_a_saldo_is_split_by_the_largest_rest_and_below_zero_too():
    parts = (("GM0001", Fraction(1, 5)), ("GM0002", Fraction(4, 5)))
    end = Overgang(date(2021, 1, 1), HAAREN, "Haaren", parts, ("A", "B"))
    # 4: 0,8 and 3,2, so the rest goes to the first; -4: -0,8 and -3,2, so to the second.
    assert end.parts(4) == {"GM0001": 1, "GM0002": 3}
    assert end.parts(-4) == {"GM0001": -1, "GM0002": -3}


def test_a_split_without_shares_is_asked_for():
    with pytest.raises(SplitGemeenteError):
        haaren(shares=()).stand(EARLY)


def test_a_gemeente_that_merged_gets_no_bookings():
    with pytest.raises(VanishedGemeenteError):
        haaren().add(booking(HAAREN, EARLY, "taakstelling", 3)).stand(EARLY)


def test_a_merger_in_the_middle_of_a_half_year_takes_its_own_half_year_along():
    # Weesp: 4 owed, 6 asked and 3 housed before it joined Amsterdam on 24 March 2022.
    spring = Halfjaar(2022, 1)
    end = Overgang(date(2022, 3, 24), "GM0457", "Weesp", (("GM0363", Fraction(1)),), ("Amsterdam",))
    book = Grootboek.of(
        [*year("GM0457", spring, 4, 6, 3), *year("GM0363", spring, 100, 50, 40)], [end]
    )
    assert saldi(book, spring) == {"GM0363": 117, "GM0457": 0}


def test_a_new_gemeente_starts_with_what_its_parts_owed():
    parts = (("GM1991", Fraction(1)),)
    day = date(2022, 1, 1)
    ends = [
        Overgang(day, old, old, parts, ("Maashorst",), frozenset({"GM1991"}))
        for old in ("GM0856", "GM1685")
    ]
    autumn, spring = Halfjaar(2021, 2), Halfjaar(2022, 1)
    book = Grootboek.of(
        [
            *year("GM0856", autumn, 5, 10, 3),
            *year("GM1685", autumn, -2, 4, 6),
            booking("GM1991", spring, "taakstelling", 14),
            booking("GM1991", spring, "realisatie", 10, spring.laatste_dag),
        ],
        ends,
    )
    new = book.stand(spring).eenheden.loc["GM1991"]
    assert (new["herindeling"], new["saldo"], new["beginstand"]) == (12 - 4, 12, True)


def test_a_saldo_without_a_known_start_says_from_when_it_counts():
    book = Grootboek.of(year("GM0003", Halfjaar(2024, 1), 0, 10, 4)[1:])
    row = book.stand(Halfjaar(2024, 1)).eenheden.loc["GM0003"]
    assert (row["saldo"], row["vanaf"], row["beginstand"]) == (6, "2024-1", False)


def test_a_missing_realisatie_is_missing_until_a_next_known_start():
    code, first = "GM0003", Halfjaar(2023, 1)
    book = Grootboek.of(
        [
            *year(code, first, 5, 10, 10),
            booking(code, first.next(), "taakstelling", 7),
            *year(code, first.next().next(), 9, 8, 4),
        ]
    )
    gap = book.stand(first.next()).eenheden.loc[code]
    assert gap["opgave"] == 12
    assert gap[["realisatie", "saldo", "leeftijd"]].isna().all()
    assert book.stand(first.next().next()).eenheden.at[code, "saldo"] == 13


def test_a_taakstelling_of_zero_is_a_number():
    row = Grootboek.of(year("GM0088", EARLY, 0, 0, 2)).stand(EARLY).eenheden.loc["GM0088"]
    assert row["saldo"] == -2
    assert row[["graad", "maanden_werk"]].isna().all()


def test_age_and_run_of_an_achterstand():
    # 10 asked three times, 0, 12 and 10 housed: 10, 8 and 8 left, the newest taakstelling open.
    code, spring = "GM0003", Halfjaar(2023, 1)
    book = Grootboek.of(
        [
            *year(code, spring, 0, 10, 0),
            *year(code, spring.next(), 10, 10, 12),
            *year(code, spring.next().next(), 8, 10, 10),
        ]
    )
    last = book.stand(Halfjaar(2024, 1)).eenheden.loc[code]
    assert (last["saldo"], last["leeftijd"], last["reeks"]) == (8, 1, 3)
    assert last["maanden_werk"] == pytest.approx(4.8)
    idle = Grootboek.of([*year(code, spring, 0, 10, 0), *year(code, spring.next(), 10, 10, 0)])
    assert idle.stand(spring.next()).eenheden.at[code, "leeftijd"] == 2


def test_two_sources_that_differ_on_one_day_are_shown():
    one = booking("GM0003", EARLY, "realisatie", 5, EARLY.laatste_dag, bron="a.csv")
    other = booking("GM0003", EARLY, "realisatie", 6, EARLY.laatste_dag, bron="b.csv")
    with pytest.raises(ConflictingBoekingError) as caught:
        Grootboek.of([one, other])
    assert caught.value.params["gevallen"] == "GM0003, 2021-1, realisatie: 5 (a.csv) en 6 (b.csv)"


def test_a_definitive_number_is_corrected_never_replaced():
    done = booking("GM0003", EARLY, "realisatie", 5, EARLY.laatste_dag)
    later = booking("GM0003", EARLY, "realisatie", 4, date(2021, 9, 1), versie=2)
    with pytest.raises(FinalBoekingError):
        Grootboek.of([done]).add(later)
    fixed = Grootboek.of([booking("GM0003", EARLY, "taakstelling", 9), done]).add(
        booking("GM0003", EARLY, "correctie", 1, date(2021, 9, 1), sleutel="brief")
    )
    assert saldi(fixed, EARLY) == {"GM0003": 5}


def test_an_uitruil_that_does_not_close_is_refused():
    with pytest.raises(UitruilNotClosedError):
        Grootboek.of([booking("GM0003", EARLY, "uitruil", 3, sleutel="ruil")])


def test_a_realisatie_below_zero_is_a_correction():
    with pytest.raises(ValueError, match="correctie"):
        booking("GM0003", EARLY, "realisatie", -1)


def test_a_half_year_without_bookings_is_named():
    with pytest.raises(UnknownBookingPeriodError):
        haaren().stand(Halfjaar(2030, 1))
