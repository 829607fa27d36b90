"""The ruilbewijs: what may stand gets one, and any change of a digit is found."""

import copy
import json
import re

import pytest

from optimiser.solve.recheck import fingerprint
from optimiser.uitruil.errors import RefusedProposalError, UnknownPartyError
from optimiser.uitruil.opvang import MERK, opvang_what_if
from optimiser.uitruil.recheck_ruilbewijs import check_ruilbewijs
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import make_voorstellen

ROWS = [("A", "GM0001", -6), ("A", "GM0002", 6), ("B", "GM0001", -2), ("B", "GM0003", 2)]


@pytest.fixture
def proof(stand_of):
    return json.loads(
        json.dumps(ruilbewijs(check_uitruil(make_voorstellen(ROWS, "2025-1"), stand_of())))
    )


def test_the_numbers_are_those_of_the_test(proof):
    assert [(r["gm_code"], r["voor"], r["verschil"], r["na"]) for r in proof["gemeenten"]] == [
        ("GM0001", 60, -8, 52),
        ("GM0002", 30, 6, 36),
        ("GM0003", 10, 2, 12),
    ]
    assert proof["som_voor"] == proof["som_na"] == proof["land_na"] == 100
    assert check_ruilbewijs(proof) == []


def test_any_changed_digit_is_found(proof):
    text = json.dumps(proof)
    digits = [match.start() for match in re.finditer(r"\d", text)]
    assert len(digits) > 100
    for at in digits:
        other = str((int(text[at]) + 1) % 10)
        try:
            changed = json.loads(text[:at] + other + text[at + 1 :])
        except json.JSONDecodeError:
            continue
        assert check_ruilbewijs(changed), text[max(0, at - 30) : at + 10]


def resealed(document):
    """Someone who also repairs the checksum; the numbers must still agree."""
    return document | {"sha256": fingerprint(document)}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["gemeenten"][0].update(na=53), "GM0001 kloppen niet"),
        (lambda d: d["overeenkomsten"][0]["verschillen"].update(GM0002=7), "som 1"),
        (lambda d: d.update(som_na=101), "som_na is niet de som"),
        (lambda d: d.update(land_na=101), "landelijke som"),
        (lambda d: d["gemeenten"].pop(), "niet die van de overeenkomsten"),
        (lambda d: d["gemeenten"][0].update(voor=60.0), "geen geheel getal"),
        (lambda d: d["gemeenten"][0].update(voor=True), "geen geheel getal"),
        (lambda d: d.update(gemeenten=None), "geen volledig ruilbewijs"),
        (lambda d: d.pop("som_voor"), "som_voor ontbreekt"),
    ],
)
def test_wrong_numbers_are_found_even_when_the_checksum_is_repaired(proof, change, told):
    document = copy.deepcopy(proof)
    change(document)
    faults = check_ruilbewijs(resealed(document))
    assert told in " ".join(faults)


def test_what_is_refused_gets_no_proof(stand_of):
    outcome = check_uitruil(
        make_voorstellen([("A", "GM0001", -6), ("A", "GM0002", 7)], "2025-1"), stand_of()
    )
    with pytest.raises(RefusedProposalError) as caught:
        ruilbewijs(outcome)
    assert caught.value.params["namen"] == ["A"]


def test_reception_is_only_computed_and_always_marked(stand_of):
    outcome = opvang_what_if([("A", "GM0001", -6, 20), ("A", "GM0002", 5, -20)], stand_of())
    assert outcome.merk == MERK == "NIET TOEGESTAAN"
    assert [(row.voor, row.na, row.plekken) for row in outcome.rijen] == [
        (60, 54, 20),
        (30, 35, -20),
    ]
    assert outcome.open_sommen == (("A", -1, 0),)
    with pytest.raises(UnknownPartyError):
        opvang_what_if([("A", "GM9999", 1, 1)], stand_of())
