"""Everything fits: text breaks, tables shrink to 12 points and then say what they leave out."""

from hypothesis import given
from hypothesis import strategies as st

from optimiser.report.lrt.pages.layout import Blad, GezetteTekst, set_page, text_height, title_size
from optimiser.report.lrt.pages.neutral_template import BODY, FOOT, HEIGHT, TITLE, WIDTH
from optimiser.report.lrt.pages.table_layout import SIZES, set_table
from optimiser.report.lrt.slides.slide import Dia, Punten, Tabel
from optimiser.report.lrt.text_width import broken, widest

BLAD = Blad(WIDTH, HEIGHT, TITLE, BODY, FOOT, widest)
WORDS = st.lists(st.text("abcdefgh\u00eb-", min_size=1, max_size=30), min_size=1, max_size=30)


@given(words=WORDS, width=st.floats(0.5, 6.0), size=st.sampled_from([12.0, 14.0, 28.0]))
def test_no_line_is_wider_than_its_frame_and_no_letter_is_lost(words, width, size):
    lines = broken(" ".join(words), width, size, widest)
    assert all(widest(line, size, False) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words)


def table_of(rows):
    return Tabel(("Naam", "Aantal"), tuple((f"Gemeente {n}", str(n)) for n in range(rows)))


def test_a_short_table_is_set_large():
    assert set_table(table_of(5), (6.0, 5.0), widest).size == SIZES[0]


def test_a_long_table_never_gets_smaller_than_12_points_and_counts_what_it_leaves_out():
    found = set_table(table_of(100), (6.0, 5.0), widest)
    assert found.size >= 12
    assert sum(found.heights) <= 5.0
    kept = [row for row in found.tabel.rijen if row[0].startswith("Gemeente")]
    told = next(row[0] for row in found.tabel.rijen if row[0].startswith("... nog"))
    assert int(told.split()[2]) == 100 - len(kept)
    assert found.tabel.rijen[-1] == ("Gemeente 99", "99")


@given(rows=st.integers(3, 60))
def test_a_table_fits_whatever_its_length(rows):
    found = set_table(table_of(rows), (5.0, 4.0), widest)
    assert sum(found.heights) <= 4.0
    assert sum(found.widths) <= 5.0 + 1e-9


def test_a_text_that_does_not_fit_says_that_the_rest_is_elsewhere():
    block = Punten("Kop", tuple("een lange regel met veel woorden " * 8 for _ in range(20)))
    placed = set_page(Dia("Titel", ((block, 1.0),)), BLAD)[0]
    assert isinstance(placed, GezetteTekst)
    assert "werkboek" in placed.regels[-1]
    used = text_height(placed.kop, placed.regels, placed.kader.width, placed.size, widest)
    assert used <= placed.kader.height


def test_a_long_title_gets_smaller_letters():
    short, long = Dia("Kort"), Dia("Een boodschap die heel wat langer is dan een ander " * 3)
    assert title_size(long, BLAD) < title_size(short, BLAD)
