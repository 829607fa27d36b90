"""The command that compares waiting for family."""

from optimiser.cli.main import execute


def test_a_region_with_its_own_numbers_and_a_division(capfdbinary):
    region = "Zeeland:alleenstaanden=30,klein=20,gezinswoningen=9,plekken=15"
    line = ["koppel", "nareis", "--regio", region, "--verdeling", "Goes=10,Veere=5"]
    assert execute(line) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    # A tenth of the worked example, so a tenth of its totals.
    assert "- 0 plekken: 100 (" in out
    assert "- 15 plekken: 45 (" in out
    assert "Goes: 10 van 10 plekken bezet aan het eind" in out
    assert "Aanname: 30 alleenstaanden per halfjaar, waarvan 12 op hun gezin wachten (40 %)" in err
    assert "971" not in err


def test_what_is_refused_says_why(capfdbinary):
    assert execute(["koppel", "nareis", "--verdeling", "Goes=10"]) == 2
    assert "telt niet op tot 150 plekken" in capfdbinary.readouterr().err.decode()
    assert execute(["koppel", "nareis", "--regio", "Zeeland:kamers=3"]) == 2
    assert "kamers=3" in capfdbinary.readouterr().err.decode()
