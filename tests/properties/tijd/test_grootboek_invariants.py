"""Invariants I1-I9 of the ledger on small made-up ledgers."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek import Boeking, BoekingSoort, BoekingStatus, Grootboek
from optimiser.tijd.grootboek.overgang import Overgang
from optimiser.tijd.grootboek.printed import PrintedRow, row_bookings

CODES = ["GM0001", "GM0002", "GM0003"]
PERIODEN = Halfjaar.range(Halfjaar(2020, 1), Halfjaar(2021, 2))
COUNTS = st.integers(0, 40)
SALDI = st.integers(-30, 30)
#: A ledger takes a tenth of a second to build, so fewer examples than the profile has.
FEW = settings(max_examples=max(1, settings.default.max_examples // 5))


@st.composite
def ledgers(draw):
    """Return bookings of three gemeenten over four half-years, with uitruil in each."""
    book = []
    for code in CODES:
        book.append(at(code, PERIODEN[0], BoekingSoort.BEGINSTAND, draw(SALDI)))
        for periode in PERIODEN:
            book.append(at(code, periode, BoekingSoort.TAAKSTELLING, draw(COUNTS)))
            book.append(
                at(code, periode, BoekingSoort.REALISATIE, draw(COUNTS), periode.laatste_dag)
            )
            book.append(at(code, periode, BoekingSoort.CORRECTIE, draw(SALDI), periode.laatste_dag))
    for periode in PERIODEN:
        first, second = draw(SALDI), draw(SALDI)
        for code, n in zip(CODES, (first, second, -first - second), strict=True):
            book.append(at(code, periode, BoekingSoort.UITRUIL, n, sleutel="ruil"))
    return book


def at(code, periode, soort, personen, day=None, **more):
    dag = day or periode.eerste_dag
    status = more.pop("status", BoekingStatus.VOORLOPIG)
    return Boeking(code, periode, soort, personen, dag, dag, status, **more)


def saldi(book, periode, **clocks):
    return book.stand(periode, **clocks).eenheden["saldo"].astype("Int64").to_dict()


@FEW
@given(st.lists(st.tuples(SALDI, COUNTS, COUNTS, SALDI), min_size=1, max_size=6))
def test_i1_a_replay_equals_what_is_printed(printed):
    rows = [
        PrintedRow("PV20", periode, begin, asked, done, end, periode.next().eerste_dag, "tabel")
        for periode, (begin, asked, done, end) in zip(
            Halfjaar.range(Halfjaar(2019, 1), Halfjaar(2021, 2)), printed, strict=False
        )
    ]
    book = Grootboek.of(booking for row in rows for booking in row_bookings(row))
    for row in rows:
        here = book.stand(row.periode).eenheden.loc["PV20"]
        assert here["saldo"] == row.eind
        assert here["saldo_begin"] == row.begin


@FEW
@given(ledgers())
def test_i2_uitruil_moves_no_persons_in_or_out(bookings):
    book = Grootboek.of(bookings)
    without = Grootboek.of([one for one in bookings if one.soort is not BoekingSoort.UITRUIL])
    for periode in PERIODEN:
        assert book.stand(periode).eenheden["uitruil"].sum() == 0
        assert sum(saldi(book, periode).values()) == sum(saldi(without, periode).values())


@FEW
@given(ledgers(), st.lists(st.integers(1, 9), min_size=2, max_size=2), st.integers(1, 3))
def test_i3_and_i8_a_merger_keeps_the_sum_before_and_after(bookings, weights, when):
    day = PERIODEN[when].eerste_dag
    gone, *left = CODES
    parts = tuple((code, Fraction(w, sum(weights))) for code, w in zip(left, weights, strict=True))
    kept = [one for one in bookings if one.eenheid != gone or one.periode < PERIODEN[when]]
    kept = [one for one in kept if one.soort is not BoekingSoort.UITRUIL]
    merged = Grootboek.of(kept, [Overgang(day, gone, "Weg", parts, ("a", "b"))])
    here = merged.stand(PERIODEN[when]).eenheden
    assert here["herindeling"].sum() == 0
    assert here.at[gone, "saldo"] == 0
    # Converting then adding = adding then converting: the sum needs no merger at all.
    plain = Grootboek.of([one for one in kept if one.eenheid != gone])
    alone = Grootboek.of([one for one in kept if one.eenheid == gone])
    brought = alone.stand(PERIODEN[when - 1]).eenheden.at[gone, "saldo"]
    for periode in PERIODEN[when:]:
        total = sum(saldi(merged, periode)[code] for code in left)
        assert total == sum(saldi(plain, periode).values()) + brought


@FEW
@given(ledgers())
def test_i4_the_country_is_the_sum_of_its_gemeenten(bookings):
    book = Grootboek.of(bookings)
    begin = sum(one.personen for one in bookings if one.soort is BoekingSoort.BEGINSTAND)
    for periode in PERIODEN:
        sums = {
            soort: sum(
                one.personen for one in bookings if one.soort is soort and one.periode <= periode
            )
            for soort in BoekingSoort
        }
        expected = begin + sums[BoekingSoort.TAAKSTELLING] - sums[BoekingSoort.REALISATIE]
        assert sum(saldi(book, periode).values()) == expected + sums[BoekingSoort.CORRECTIE]


@FEW
@given(ledgers(), st.randoms(use_true_random=False))
def test_i5_the_order_of_reading_does_not_matter(bookings, random):
    shuffled = list(bookings)
    random.shuffle(shuffled)
    half = len(shuffled) // 2
    one = Grootboek.of(bookings)
    other = Grootboek.of(shuffled[half:]).rows if _closes(shuffled[half:]) else None
    again = Grootboek.of(shuffled)
    assert again.to_frame().equals(one.to_frame())
    if other is not None:
        assert Grootboek.of(shuffled[:half]).add_rows(other).to_frame().equals(one.to_frame())


def _closes(bookings):
    sums = {}
    for one in bookings:
        if one.soort is BoekingSoort.UITRUIL:
            sums[one.periode] = sums.get(one.periode, 0) + one.personen
    return not any(sums.values()) and not sums


@FEW
@given(ledgers(), st.sampled_from(CODES), st.sampled_from(PERIODEN), COUNTS, st.integers(1, 400))
def test_i6_a_later_version_changes_only_what_is_known_later(bookings, code, periode, done, days):
    book = Grootboek.of(bookings)
    learned = periode.laatste_dag + timedelta(days=days)
    later = at(code, periode, BoekingSoort.REALISATIE, done, learned, versie=2)
    newer = book.add(later)
    day = learned - timedelta(days=1)
    for one in PERIODEN:
        if one.eerste_dag <= day:
            assert saldi(newer, one, bekend_op=day) == saldi(book, one, bekend_op=day)
    assert newer.stand(periode).eenheden.at[code, "realisatie"] == done


@FEW
@given(COUNTS, COUNTS, SALDI)
def test_i7_a_definitive_number_changes_only_by_a_correction(asked, done, correction):
    periode = PERIODEN[0]
    final = Grootboek.of(
        [
            at("GM0001", periode, BoekingSoort.BEGINSTAND, 0),
            at("GM0001", periode, BoekingSoort.TAAKSTELLING, asked),
            at("GM0001", periode, BoekingSoort.REALISATIE, done, status=BoekingStatus.DEFINITIEF),
        ]
    )
    fixed = final.add(at("GM0001", periode, BoekingSoort.CORRECTIE, correction, date(2021, 1, 1)))
    assert saldi(fixed, periode)["GM0001"] == saldi(final, periode)["GM0001"] + correction


@FEW
@given(ledgers(), SALDI)
def test_i9_a_province_is_never_added_to_its_gemeenten(bookings, begin):
    book = Grootboek.of(bookings)
    province = Grootboek.of([*bookings, at("PV20", PERIODEN[0], BoekingSoort.BEGINSTAND, begin)])
    for periode in PERIODEN:
        gemeenten = province.stand(periode).of_level("gemeente")["saldo"]
        assert gemeenten.to_dict() == saldi(book, periode)
