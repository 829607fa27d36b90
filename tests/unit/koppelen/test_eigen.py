"""Own households and dwellings against what is known: everything unclear is refused by its row."""

import pytest

from optimiser.io.reading.typed.counts import CountsRefusedError, read_huishoudens, read_woningen
from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.eigen.huishoudens import check_huishoudens
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.eigen.woningen import check_woningen
from optimiser.report.koppelen.eigen import closing_line, eigen_lines

HEAD = "halfjaar;coa_regio;personen;wacht_op_nareis;wachtklasse;band_regio;band_hard;huishoudens"
HOMES = "halfjaar;maand;gm_code;klasse;soort;aantal;zekerheid"


@pytest.fixture(scope="module")
def gemeenten(gegevens):
    """Return code, name and provincie of every gemeente of 2025."""
    table = gegevens.figures(2025).tabel[["gemeente"]]
    return table.assign(provincie=gegevens.regios["provincie"].reindex(table.index))


@pytest.fixture(scope="module")
def households(gegevens, gemeenten):
    def read(*rows):
        file = read_huishoudens("\n".join([HEAD, *rows]).encode(), "h.csv")
        return check_huishoudens(file, "2025-2", gemeenten, gegevens)

    return read


@pytest.fixture(scope="module")
def homes(gemeenten):
    def read(*rows):
        file = read_woningen("\n".join([HOMES, *rows]).encode(), "w.csv")
        return check_woningen(file, "2025-2", gemeenten, [klasse for klasse, _ in KLASSEN])

    return read


def refusal(read, *rows):
    with pytest.raises(CountsRefusedError) as caught:
        read(*rows)
    return caught.value.params["lijst"]


def test_rows_of_one_size_count_other_households(households):
    own = households(
        "2025-2;Noord;1;ja;15-26;;nee;20",
        "2025-2;noord;1;nee;<=14;drenthe;ja;3",
        "2025-2;Noord;4;nee;;Drenthe;nee;2",
        "2025-2;Zuid;1;nee;;;nee;7",
    )
    assert own.sizes()["Noord"] == {1: 23, 4: 2}
    assert own.sizes()["Oost"] == {}
    assert own.sizes(lambda _: "land") == {"land": {1: 30, 4: 2}}
    hard, soft = own.banden()
    assert (hard.gebied, hard.regio, hard.personen, hard.huishoudens, hard.hard) == (
        "Noord", "Drenthe", 1, 3, True,
    )  # fmt: skip
    assert (soft.personen, soft.hard) == (4, False)
    assert "GM0114" in hard.gm_codes  # Emmen
    assert own.wachten == 20


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2025-1;Zuid;1;nee;;;;3", "kolom halfjaar: 2025-1, maar gevraagd is 2025-2"),
        ("2025-2;ZZ;1;nee;;;;3", "kolom coa_regio: 'ZZ' is geen COA-regio; kies uit Noord, Oost"),
        ("2025-2;Zuid;0;nee;;;;3", "een huishouden telt 1 tot en met 30 personen, hier staat 0"),
        ("2025-2;Zuid;31;nee;;;;3", "een huishouden telt 1 tot en met 30 personen, hier staat 31"),
        ("2025-2;Zuid;1;nee;;Twenthe;;3", "kolom band_regio: 'Twenthe' is geen arbeidsmarktregio"),
        ("2025-2;Zuid;1;nee;;Drenthe;;3", "Drenthe ligt niet in COA-regio Zuid"),
        ("2025-2;Zuid;1;nee;;;ja;3", "kolom band_hard: een harde band zonder band_regio"),
    ],
)
def test_a_row_of_households_that_cannot_be_is_refused(households, row, told):
    (fault,) = refusal(households, "2025-2;Zuid;2;nee;;;;5", row)
    assert fault.startswith("rij 3, ")
    assert told in fault


def test_only_what_is_free_or_announced_counts(homes):
    own = homes(
        "2025-2;;GM0014;4k;permanent;3;vrij",
        "2025-2;8;GM0014;4K;permanent;2;aangekondigd",
        "2025-2;8;GM0014;4k;permanent;50;verwacht",
        "2025-2;8;GM0014;1k;tussenvoorziening;30;vrij",
    )
    assert own.tabel.loc["GM0014"].to_dict() == {
        "1k": 0, "2k": 0, "3k": 0, "4k": 5, "5k": 0, "6k": 0,
    }  # fmt: skip
    assert own.tabel.to_numpy().sum() == 5
    told = " ".join(eigen_lines(EigenAantallen(woningen=own)))
    assert "alleen verwacht: 50 woningen" in told
    assert "30 plekken in een tussenvoorziening" in told
    assert "dus 0 woningen: 341 gemeenten" in told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-1;;GM0014;4k;permanent;3;vrij", "kolom halfjaar: 2026-1, maar gevraagd is 2025-2"),
        ("2025-2;;GM0003;4k;permanent;3;vrij", "GM0003 bestaat niet in de indeling van 2025-2"),
        ("2025-2;;GM0014;9k;permanent;3;vrij", "'9k' is geen woningklasse; kies uit 1k, 2k"),
        ("2025-2;6;GM0014;4k;permanent;3;vrij", "kolom maand: maand 6 valt niet in 2025-2"),
    ],
)
def test_a_row_of_dwellings_that_cannot_be_is_refused(homes, row, told):
    (fault,) = refusal(homes, "2025-2;;GM0037;4k;permanent;3;vrij", row)
    assert fault.startswith("rij 3, ")
    assert told in fault


def test_persons_and_taakstelling_that_differ_are_told_never_scaled():
    assert closing_line("Zuid", 100, 100) is None
    assert closing_line("Zuid", 90, 100).endswith("10 nog te koppelen.")
    assert closing_line("Zuid", 101, 100).endswith("1 boven taakstelling.")
