"""A proposal: from rows and files to agreements, and what is told of what cannot be one."""

from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.errors import WrongUsageError
from optimiser.problem import Stage
from optimiser.scenario.beperkingen import Plekken
from optimiser.scenario.scenario import Scenario
from optimiser.solve.errors import NoLoadError
from optimiser.uitruil.agreement import Overeenkomst, Termijn, overeenkomst, wederkerig
from optimiser.uitruil.coalitie import split_uitslag
from optimiser.uitruil.errors import (
    InvalidAgreementError,
    InvalidSearchError,
    OpvangProposalError,
)
from optimiser.uitruil.fewest.afspraken import Regels
from optimiser.uitruil.find import find_uitruil_of_regio, regions, restrict
from optimiser.uitruil.plekken import with_facilities
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.per_halfjaar import standen_of
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst, over_halfjaren
from optimiser.uitruil.voorstelbestand import (
    read_per_halfjaar,
    read_voorstellen,
    read_with_report,
)
from optimiser.uitruil.voorziening import Voorziening
from optimiser.uitruil.zoekvraag import Doel, Keuze, Uitkomst, Zoekvraag

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"
ASSEN, EMMEN = "GM0106", "GM0114"


def test_rows_of_two_half_years_are_one_agreement_with_numbers_of_each():
    rows = [
        ("B", ONE, 2),
        ("A", TWO, 5),
        ("A", ONE, -5),
        ("B", TWO, -2),
        ("A", ONE, 1),
        ("A", TWO, -1),
    ]
    halves = ["2026-1", "2025-2", "2025-2", "2026-1", "2026-1", "2026-1"]
    assert over_halfjaren(rows, halves) == [
        Overeenkomst("B", (Termijn("2026-1", ((ONE, 2), (TWO, -2))),)),
        Overeenkomst(
            "A",
            (
                Termijn("2025-2", ((ONE, -5), (TWO, 5))),
                Termijn("2026-1", ((ONE, 1), (TWO, -1))),
            ),
        ),
    ]


def test_what_an_agreement_does_in_one_half_year_keeps_its_number():
    deal = wederkerig("Ruil", "2025-2", "2026-1", {ONE: -5, TWO: 5})
    found = from_overeenkomst(deal, "2026-1", 7)
    assert (found, found.nummer) == (Voorstel("Ruil", "2026-1", ((ONE, 5), (TWO, -5))), 7)
    assert from_overeenkomst(deal, "2025-2").nummer is None
    assert from_overeenkomst(deal, "2026-2") is None
    assert found.to_overeenkomst() == overeenkomst("Ruil", "2026-1", {ONE: 5, TWO: -5})


@pytest.fixture
def written(tmp_path):
    """Return a file with these lines."""

    def write(*lines):
        path = tmp_path / "voorstel.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def test_a_file_is_read_per_half_year_it_is_about(written):
    path = written(
        "uitruil;gemeente;verschil;halfjaar",
        "Ruil;Assen;-3;2026-1", "Ruil;Emmen;+3;2026-1",
        "Ruil;Assen;+1;2025-2", "Ruil;Emmen;-1;2025-2",
    )  # fmt: skip
    now = Voorstel("Ruil", "2025-2", ((ASSEN, 1), (EMMEN, -1)))
    later = Voorstel("Ruil", "2026-1", ((ASSEN, -3), (EMMEN, 3)))
    found, report = read_per_halfjaar(path, "2025-2")
    assert list(found.items()) == [("2025-2", (now,)), ("2026-1", (later,))]
    assert read_with_report(path, "2026-1") == ((later,), report)
    assert read_voorstellen(str(path), "2025-2") == (now,)
    with pytest.raises(WrongUsageError) as caught:
        read_voorstellen(path, "2027-1")
    assert caught.value.params == {
        "reden": "In voorstel.csv gaat geen rij over 2027-1 (kolom halfjaar).",
        "opdracht": "taakstelling uitruil",
    }


def test_a_file_without_half_years_is_about_the_one_asked(written):
    path = written("uitruil;gemeente;verschil", "Ruil;Assen;-3", "Ruil;Emmen;+3")
    (found,) = read_voorstellen(path, "2027-1")
    assert found == Voorstel("Ruil", "2027-1", ((ASSEN, -3), (EMMEN, 3)))


def test_a_file_that_exchanges_reception_places_is_no_proposal(written):
    path = written("uitruil;gemeente;verschil;plekken", "Ruil;Assen;-3;9", "Ruil;Emmen;+3;-9")
    with pytest.raises(OpvangProposalError) as caught:
        read_voorstellen(path, "2025-2")
    assert caught.value.params == {"naam": "voorstel.csv"}


def test_sums_per_region_are_told_before_and_after_in_the_order_of_their_names(stand_of):
    deal = Voorstel("A", "2025-1", ((ONE, -4), (THREE, 4)))
    outcome = check_uitruil([deal], stand_of())
    assert list(outcome.per_regio().items()) == [("A", (90, 86)), ("B", (10, 14))]
    assert outcome.per_regio("corop") == {"A": (60, 56), "B": (40, 44)}
    # By the name of the region, not by the code of its gemeenten.
    turned = replace(outcome, stand=replace(outcome.stand, regios={"r": {ONE: "Z", THREE: "Y"}}))
    assert list(turned.per_regio("r").items()) == [("Y", (10, 14)), ("Z", (60, 56))]
    # One and two are in A; three is in no arbeidsmarktregio.
    assert outcome.per_regio("arbeidsmarktregio") == {"A": (90, 86)}


def test_a_total_of_ones_own_is_that_of_its_own_half_year(mini):
    standen = standen_of(Scenario(halfjaar="2025-2", totaal=50), mini)
    assert (standen("2025-2").totaal, standen("2025-1").totaal) == (50, 100)
    assert standen("2025-1").halfjaar == "2025-1"
    assert standen("2026-1") is None


def test_a_refused_agreement_is_told_by_its_name():
    stranger = Voorziening("De Haven", None, "2025-2", 2, ((THREE, 1),))
    now = Termijn("2025-2", ((ONE, 5), (TWO, -5)))
    for terms, more, reason in (
        ((Termijn("2025-2", ((ONE, 5),)),), (), "er zijn minder dan twee gemeenten"),
        ((Termijn("2025-2", ((ONE, 5), (ONE, -5))),), (), "een gemeente komt dubbel voor"),
        ((Termijn("2025-2", (("X", 5), ("Y", -5))),), (), "geen gemeentecode: X, Y"),
        (
            (Termijn("2025-2", ((ONE, 0), (TWO, 0))),), (),
            "een verschil is nul of geen geheel aantal personen",
        ),
        ((now,), (stranger,), "wie in De Haven plekken heeft, is geen partij"),
        ((), (), "er is geen halfjaar"),
        ((now, now), (), "de halfjaren lopen niet op, of komen dubbel voor"),
    ):  # fmt: skip
        with pytest.raises(InvalidAgreementError) as caught:
            Overeenkomst("Ruil", terms, "", more)
        assert caught.value.params == {"naam": "Ruil", "reden": reason}


def test_back_in_a_later_half_year_is_the_same_with_the_other_sign():
    deal = wederkerig("Ruil", "2025-2", "2026-1", {ONE: 5, TWO: -5})
    assert [term.verschillen for term in deal.termijnen] == [
        ((ONE, 5), (TWO, -5)),
        ((ONE, -5), (TWO, 5)),
    ]


def test_a_search_that_contradicts_itself_says_how():
    with pytest.raises(InvalidSearchError) as caught:
        Zoekvraag(keuze=Keuze.COALITIES, regels=Regels(kleinste=2))
    assert caught.value.params["reden"] == (
        "Kleinste coalities zoeken kan niet samen met regels over partners, "
        "kleinste aantal of uitgesloten paren."
    )


def test_between_whom_only_the_code_decided_is_told(stand_of):
    # Both have twenty: of ten persons each gets five, of eleven the lower code gets the last.
    stand = stand_of({ONE: {"kan": 50}})
    same = replace(stand.data, doel=(60, 20, 20), exact=(Fraction(60), Fraction(20), Fraction(20)))
    stand = replace(stand, data=replace(same, limits=stand.data.limits))
    found = find_uitruil_of_regio(stand, "land", (ONE, TWO, THREE), Zoekvraag(keuze=Keuze.PERSONEN))
    assert (found.gelijken, found.verschillen) == ((), {ONE: -10, TWO: 5, THREE: 5})
    stand = replace(stand, data=replace(same, total=101, doel=(61, 20, 20)))
    found = find_uitruil_of_regio(stand, "land", (ONE, TWO, THREE), Zoekvraag(keuze=Keuze.PERSONEN))
    assert found.gelijken == ((TWO, THREE),)
    # Few agreements: all eleven go to one of them, and no code decided that.
    found = find_uitruil_of_regio(stand, "land", (ONE, TWO, THREE), Zoekvraag())
    assert (len(found.afspraken), found.gelijken) == (1, ())


def test_the_stages_of_the_scenario_decide_where_that_is_asked(stand_of):
    stand = stand_of({ONE: {"kan": 50}}, doelstelling={"stappen": ["laagste_piek"]})
    assert stand.data.stages == (Stage.LAAGSTE_PIEK,)
    found = find_uitruil_of_regio(stand, "land", (ONE, TWO, THREE), Zoekvraag(Doel.SCENARIO))
    # Fifty on sixty inhabitants; the other fifty persons by 30 to 10: 37,5 and 12,5.
    assert found.verschillen in ({ONE: -10, TWO: 7, THREE: 3}, {ONE: -10, TWO: 8, THREE: 2})


def test_a_search_that_ran_out_of_time_is_no_refusal_by_rules(stand_of, monkeypatch):
    from optimiser.lp.agreements.flows import FlowAnswer
    from optimiser.uitruil.fewest import settle

    stand = stand_of({ONE: {"kan": 50}})
    for complete, outcome in ((False, Uitkomst.TIJD_OP), (True, Uitkomst.REGELS)):
        nothing = FlowAnswer((), 1, complete, complete)
        monkeypatch.setattr(settle, "fewest_flows", lambda *_, found=nothing: found)
        found = find_uitruil_of_regio(stand, "land", (ONE, TWO, THREE), Zoekvraag())
        assert found.uitkomst is outcome


def test_of_many_without_a_load_ten_are_named_and_all_counted(stand_of):
    data = stand_of().data
    many = replace(
        data, gm_codes=tuple(f"GM{i:04d}" for i in range(12)), doel=(1,) * 12, total=12,
        exact=(Fraction(1),) * 12, basis=(Fraction(0),) * 12, names=(), limits=(), groups=(),
    )  # fmt: skip
    with pytest.raises(NoLoadError) as caught:
        restrict(many, many.gm_codes, (Stage.LAAGSTE_PIEK,))
    assert caught.value.params == {"gemeenten": list(many.gm_codes[:10]), "aantal": 12}


def test_a_name_that_is_empty_is_no_region(stand_of):
    with pytest.raises(Exception, match="regio_onbekend") as caught:
        regions(stand_of(), None)
    assert caught.value.params["regio"] == ""


def test_places_whose_division_is_not_agreed_are_divided_by_the_taakstelling():
    plain = Plekken(
        naam="De Haven", soort="tussenvoorziening", plekken=12, opening="2025-2", halfjaren=4,
        gemeenten=(ASSEN, EMMEN),
    )  # fmt: skip
    deal = overeenkomst("Ruil", "2025-2", {ASSEN: 5, EMMEN: -5})
    (found,) = with_facilities([deal], [plain], {ASSEN: 40, EMMEN: 80})
    assert found.voorzieningen[0].verdeling == ((ASSEN, 4), (EMMEN, 8))


def test_each_coalition_is_tested_beside_all_that_binds(stand_of):
    old = Voorstel("Oud", "2025-1", ((TWO, 3), (THREE, -3)))
    outcome = check_uitruil(
        [Voorstel("A", "2025-1", ((ONE, -1), (TWO, 1)))], stand_of(), lopend=[old]
    )
    (part,) = split_uitslag(outcome)
    assert part.lopend == (old,)
    assert part.na == outcome.na
