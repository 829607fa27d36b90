"""What a ruilbewijs says of where it comes from and of what is agreed beside; sums by head."""

import copy

import pytest

from optimiser.solve.recheck import fingerprint
from optimiser.uitruil.agreement import Overeenkomst, Termijn
from optimiser.uitruil.errors import RefusedProposalError, UnknownPartyError
from optimiser.uitruil.opvang import opvang_what_if
from optimiser.uitruil.recheck_ruilbewijs import check_ruilbewijs
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst
from optimiser.uitruil.voorziening import Voorziening

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"
HAVEN = Voorziening("De Haven", TWO, "2025-2", 4, ((ONE, 12), (THREE, 8)))
#: The third takes part half a year later, and has places in the facility.
DEAL = Overeenkomst(
    "Ruil",
    (
        Termijn("2025-1", ((ONE, -5), (TWO, 5))),
        Termijn("2025-2", ((ONE, 2), (THREE, -2))),
    ),
    "",
    (HAVEN,),
)


def check(stand, *deals, lopend=()):
    return check_uitruil(deals, stand, lopend=lopend)


@pytest.fixture
def proof(stand_of):
    now = from_overeenkomst(DEAL, "2025-1")
    old = Voorstel("Oud", "2025-1", ((TWO, 3), (THREE, -3)), 4)
    aside = Voorstel("Elders", "2025-1", ((THREE, 1), ("GM0004", -1)), 5)
    return ruilbewijs(check(stand_of(), now, lopend=[old, aside]), None, [DEAL])


def resealed(document):
    return document | {"sha256": fingerprint(document)}


def test_the_road_starts_at_the_formula_and_names_what_binds(proof):
    assert [
        {key: row[key] for key in ("gm_code", "formule", "bindend", "voor", "na")}
        for row in proof["gemeenten"]
    ] == [
        {"gm_code": ONE, "formule": 60, "bindend": 0, "voor": 60, "na": 55},
        {"gm_code": TWO, "formule": 30, "bindend": 3, "voor": 33, "na": 38},
    ]
    assert [(r["gemeente"], r["provincie"]) for r in proof["gemeenten"]] == [
        ("Grootstad", "A"),
        ("Middelstad", "A"),
    ]
    # Only what binds a party of this proof.
    assert proof["bindend"] == [{"nummer": 4, "naam": "Oud", "verschillen": {TWO: 3, THREE: -3}}]
    assert (proof["som_voor"], proof["som_na"]) == (93, 93)
    assert check_ruilbewijs(proof) == []


def test_a_proof_says_what_it_is_and_where_its_numbers_come_from(proof, stand_of):
    origin = stand_of().herkomst
    assert (proof["soort"], proof["versie"], proof["halfjaar"]) == ("ruilbewijs", 2, "2025-1")
    assert proof["overeenkomsten"] == [{"naam": "Ruil", "verschillen": {ONE: -5, TWO: 5}}]
    assert proof["herkomst"] == {
        "wet": origin.wet,
        "scenario": origin.scenario,
        "scenario_sha256": origin.scenario_sha256,
        "gegevens": origin.data_version,
        "programma": origin.optimiser_version,
        "peiljaar": origin.peiljaar,
        "bron": origin.bron,
    }
    assert "geen handtekening" in proof["let_op"]
    assert "niet" in proof["register"]


def test_a_proof_of_registered_agreements_says_where_they_stand(stand_of):
    place = Registratie("3-ab", ((1, 4, "akkoord"),))
    outcome = check(stand_of(), from_overeenkomst(DEAL, "2025-1"))
    assert ruilbewijs(outcome, place)["register"] == place.zin


def test_a_party_of_a_later_half_year_may_have_places_in_the_facility(proof):
    assert proof["later"] == [
        {"naam": "Ruil", "halfjaar": "2025-2", "verschillen": {ONE: 2, THREE: -2}}
    ]
    assert [(one["naam"], one["plaats"]) for one in proof["voorzieningen"]] == [
        ("De Haven", "Middelstad")
    ]
    assert check_ruilbewijs(proof) == []
    stranger = copy.deepcopy(proof)
    del stranger["later"]
    assert check_ruilbewijs(resealed(stranger)) == [
        "Wie in 'De Haven' plekken heeft, is geen partij."
    ]


def test_so_may_a_party_of_an_earlier_half_year(stand_of):
    before = Overeenkomst(
        "Ruil",
        (Termijn("2024-2", ((ONE, 2), (THREE, -2))), Termijn("2025-1", ((ONE, -5), (TWO, 5)))),
        "",
        (HAVEN,),
    )
    proof = ruilbewijs(check(stand_of(), from_overeenkomst(before, "2025-1")), None, [before])
    assert [term["halfjaar"] for term in proof["eerder"]] == ["2024-2"]
    assert "later" not in proof
    assert check_ruilbewijs(proof) == []


def test_a_proof_of_one_half_year_is_as_it_always_was(stand_of):
    one = Voorstel("A", "2025-1", ((ONE, -6), (TWO, 6)))
    proof = ruilbewijs(check(stand_of(), one), None, [one.to_overeenkomst(), DEAL])
    assert not proof.keys() & {"eerder", "later", "voorzieningen"}


def test_a_facility_that_stands_nowhere_yet_has_no_place(stand_of):
    nowhere = Voorziening("Nieuw", None, "2025-2", 2, ((ONE, 1), (TWO, 1)))
    deal = Overeenkomst("A", (Termijn("2025-1", ((ONE, -6), (TWO, 6))),), "", (nowhere,))
    proof = ruilbewijs(check(stand_of(), from_overeenkomst(deal, "2025-1")), None, [deal])
    assert proof["voorzieningen"][0]["plaats"] is None
    assert check_ruilbewijs(proof) == []


def test_agreements_that_only_together_may_not_stand_are_refused_together(stand_of):
    stand = stand_of({TWO: {"kan": 36}})
    both = [
        Voorstel("A", "2025-1", ((ONE, -6), (TWO, 6))),
        Voorstel("B", "2025-1", ((TWO, 3), (THREE, -3))),
    ]
    with pytest.raises(RefusedProposalError) as caught:
        ruilbewijs(check(stand, *both))
    assert caught.value.params["namen"] == ["de overeenkomsten samen"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d.update(halfjaar="2025-1 "), "controlegetal"),
        (lambda d: d["gemeenten"][1].update(bindend=2, formule=31), "van GM0002 klopt niet"),
        (lambda d: d["gemeenten"][1].update(formule=31), "van GM0002 klopt niet"),
        (lambda d: d["bindend"][0]["verschillen"].update({TWO: 4, THREE: -4}), "GM0002 klopt niet"),
        (lambda d: d["bindend"].clear(), "van GM0002 klopt niet"),
        (lambda d: d.update(som_voor=92), "som_voor is niet de som"),
        (lambda d: d.update(som_voor=92), "De som van de gemeenten is niet gelijk gebleven"),
        (lambda d: d.update(land_voor=99), "landelijke som"),
        (lambda d: d.update(land_voor=100.0, land_na=100.0), "geen geheel getal"),
        (lambda d: d["overeenkomsten"][0].update(naam=" "), "de naam is leeg"),
        (lambda d: d["bindend"][0]["verschillen"].update({TWO: 4}), "op tot 1 persoon"),
        (lambda d: d["gemeenten"].append(d["gemeenten"][0]), "niet die van de overeenkomsten"),
        (lambda d: d["later"][0]["verschillen"].update({ONE: 3}), "in 2025-2 op tot 1"),
        (lambda d: d["later"][0]["verschillen"].update({ONE: 2.0}), "geen geheel getal"),
        (lambda d: d["voorzieningen"][0].update(halfjaren=0), "blijft 1 tot en met 60 halfjaren"),
        (lambda d: d.update(versie="2"), "geen geheel getal"),
        (lambda d: d["gemeenten"][0].pop("voor"), "KeyError bij 'voor'"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_told(proof, change, told):
    document = copy.deepcopy(proof)
    change(document)
    sealed = document if "controlegetal" in told else resealed(document)
    assert told in " ".join(check_ruilbewijs(sealed))


def test_all_that_binds_a_party_adds_up_on_its_road(stand_of):
    now = Voorstel("Nu", "2025-1", ((ONE, -1), (TWO, 1)))
    old = [Voorstel(naam, "2025-1", ((TWO, 3), (THREE, -3)), n) for n, naam in enumerate("AB")]
    proof = ruilbewijs(check(stand_of(), now, lopend=old))
    assert proof["gemeenten"][1]["bindend"] == 6
    assert check_ruilbewijs(proof) == []


def test_a_proof_of_the_first_version_knew_no_road_and_still_stands(proof):
    first = {key: value for key, value in proof.items() if key != "bindend"} | {"versie": 1}
    for row in first["gemeenten"]:
        del row["formule"], row["bindend"]
    assert check_ruilbewijs(resealed(first)) == []


def test_numbers_that_move_together_to_below_zero_are_told(stand_of):
    one = Voorstel("A", "2025-1", ((TWO, 10), (THREE, -10)))
    proof = ruilbewijs(check(stand_of(), one))
    assert check_ruilbewijs(proof) == []  # down to nobody
    row = proof["gemeenten"][1]
    row.update(formule=9, voor=9, na=-1)
    proof.update(som_voor=39, som_na=39)
    assert check_ruilbewijs(resealed(proof)) == ["GM0003 heeft minder dan nul personen."]


def test_every_part_that_is_missing_is_named():
    (told,) = check_ruilbewijs({"soort": "ruilbewijs", "versie": 2})
    assert told == (
        "Het bestand is geen volledig ruilbewijs: gemeenten, halfjaar, herkomst, land_na, "
        "land_voor, overeenkomsten, sha256, som_na, som_voor ontbreekt."
    )


def test_reception_is_summed_per_exchange_over_all_its_rows(stand_of):
    rows = [
        ("A", ONE, -6, 20), ("B", ONE, -1, 5), ("A", TWO, 5, -10), ("B", THREE, 1, -5),
        ("A", THREE, 1, -9),
    ]  # fmt: skip
    outcome = opvang_what_if(rows, stand_of())
    # A: -6 + 5 + 1 persons and 20 - 10 - 9 places; B closes.
    assert outcome.open_sommen == (("A", 0, 1),)
    first = outcome.rijen[0]
    assert (first.ruil, first.gm_code, first.gemeente, first.verschil) == (
        "A",
        ONE,
        "Grootstad",
        -6,
    )
    with pytest.raises(UnknownPartyError) as caught:
        opvang_what_if([("A", "GM9999", 1, 1)], stand_of())
    assert caught.value.params == {
        "naam": "A",
        "gm_codes": ["GM9999"],
        "indeling": stand_of().herkomst.indeling,
    }
