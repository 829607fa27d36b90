"""The command that compares ways to couple month by month."""

import csv
import io

from optimiser.cli.main import execute

LINE = ["koppel", "rollend", "--halfjaar", "2025-2", "--totaal", "1300", "--runs", "1"]


def test_ways_of_coupling_side_by_side(capfdbinary, tmp_path):
    uit = tmp_path / "rollend.csv"
    assert execute([*LINE, "--aandeel", "1", "--gewichten", "1", "--uit", str(uit)]) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["beleid"] for row in rows][:2] == [
        "alleen op taakstelling", "één voor één op vrije woningen",
    ]  # fmt: skip
    housed = [float(row["gehuisvest_pct"]) for row in rows]
    assert max(housed) == housed[6]  # with hindsight
    assert "Noord, 2025-2: 40 gemeenten" in err
    assert "1 maand in de poule" in err
    assert "HiGHS" in err
    assert "want er zijn geen openbare cijfers" in err
    assert uit.exists()


def test_an_unknown_region_is_told(capfdbinary):
    assert execute([*LINE, "--regio", "Twente"]) == 2
    assert "kies uit Midden, Noord, Oost, Zuid, Zuidwest" in capfdbinary.readouterr().err.decode()
