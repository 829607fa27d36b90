"""The referee: random scenarios answered by trying everything, from the fields of the scenario.

Nothing of the engines, the linear program or the way a scenario becomes a problem is used to find
what is right: the text of the design and plain arithmetic only.
"""

from fractions import Fraction
from itertools import product
from math import ceil, floor
from random import Random

import pandas as pd
import pytest

from optimiser.engine import solve_exact
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.report.antwoord.outside import over_limits
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

SEEDS, PER_SEED, N = range(10), 20, 5
CODES = [f"GM{i:04d}" for i in range(1, N + 1)]
MUTATIE, PER_WONING = Fraction(1, 2), 2
AIMS = ("eerlijkst", "minst_verplaatst", "laagste_piek")


def figures(random, gegevens):
    """Return five gemeenten; some have no corporation dwellings, of some that is not known."""
    table = pd.DataFrame(
        {
            "gemeente": [f"Plaats {i}" for i in range(1, N + 1)],
            "inwoners": random.sample(range(1000, 9999), N),
            "woningvoorraad": [random.randrange(8, 25) for _ in CODES],
            "pct_corporatie": [
                random.choice([0, 25, 50, 50, 75, 75, 100, 100, 100, None]) for _ in CODES
            ],
        },
        index=pd.Index(CODES, name="gm_code"),
    )
    regio = [random.choice("AB") for _ in CODES]
    loose = [*regio[:-1], None]
    columns = {"provincie": regio, "veiligheidsregio": regio, "corop": regio}
    return Gegevens(
        gemeenten={2024: (GemeentenTabel(table, Indeling(2024, N), 2024, "rekenvoorbeeld"),)},
        regios=table[["gemeente"]].assign(**columns, arbeidsmarktregio=loose),
        herindelingen=gegevens.herindelingen.iloc[:0],
        landelijk=pd.DataFrame(
            {"taakstelling": [random.randrange(6, 12)], "bron": ["rekenvoorbeeld"]},
            index=pd.Index(["2025-1"]),
        ),
        tabel1=gegevens.tabel1,
        tabel2=gegevens.tabel2,
        parameters=gegevens.parameters,
        wet=gegevens.wet,
        version="klein",
    )


def question(random):
    """Draw the fields of a scenario, as a user writes them."""
    binnen = random.choice(
        ["niet", "provincie", "arbeidsmarktregio", "land", "eigen", "eigen", "eigen"]
    )
    uitruil = {"binnen": binnen}
    if binnen == "eigen":
        some = random.sample(CODES, random.randrange(2, N + 1))
        cut = random.randrange(1, len(some) + 1)
        parts = {"Een": some[:cut], "Twee": some[cut:]}
        uitruil["regios"] = {naam: sorted(codes) for naam, codes in parts.items() if codes}
    first = ["minste_tekort"] if random.random() < 0.3 else []
    aims = random.sample(AIMS, random.randrange(1, 3))
    per = random.choice(["inwoners", "vrijgekomen_woningen"])
    doelstelling = {"stappen": [*first, *aims], "last_per": per}
    if random.random() < 0.2:
        doelstelling["budget"] = random.randrange(0, 4)
    capaciteit = {"mutatiegraad": "0.5", "personen_per_woning": PER_WONING}
    if random.random() < 0.8:
        capaciteit["maximum_aandeel"] = random.choice(["0.3", "0.5", "0.8", "1"])
    own = {
        "kan": lambda: random.randrange(0, 6),
        "wil": lambda: random.randrange(0, 3),
        "bodem": lambda: random.choice(["0.5", "0.9"]),
        "maximale_wijziging": lambda: random.choice(["0.3", "0.6"]),
        "vast": lambda: True,
        "niet_deelnemend": lambda: True,
    }
    limits = {}
    for code in random.sample(CODES, random.randrange(0, N)):
        name = random.choice([*own, "kan", "wil"])
        limits[code] = {name: own[name]()}
    grenzen = {"bodem": "0.3"} if random.random() < 0.3 else {}
    return {
        "halfjaar": "2025-1", "uitruil": uitruil, "doelstelling": doelstelling,
        "capaciteit": capaciteit, "gemeenten": limits, "grenzen": grenzen,
    }  # fmt: skip


def adams(people, total):
    """Give everybody one, then each next person to the highest people per person held."""
    held = dict.fromkeys(people, 1)
    for _ in range(total - len(people)):
        held[max(people, key=lambda code: Fraction(people[code], held[code]))] += 1
    return held


def parts_of(asked, known):
    """Return who exchanges with whom, and who is in none of the user's own areas."""
    uitruil, regios = asked["uitruil"], known.regios
    if uitruil["binnen"] == "land":
        return [list(CODES)], []
    if uitruil["binnen"] == "niet":
        return [[code] for code in CODES], []
    if uitruil["binnen"] == "eigen":
        inside = list(uitruil["regios"].values())
        outside = [code for code in CODES if not any(code in part for part in inside)]
        return inside + [[code] for code in outside], outside
    column = regios[uitruil["binnen"]]
    named = [[c for c in CODES if column[c] == name] for name in sorted(set(column.dropna()))]
    return named + [[code] for code in CODES if pd.isna(column[code])], []


class Referee:
    """What is right about one question, by the words of the design."""

    def __init__(self, asked, known):
        self.asked, table = asked, known.gemeenten[2024][0].tabel
        self.people = {code: int(n) for code, n in table["inwoners"].items()}
        self.total = int(known.landelijk["taakstelling"].iloc[0])
        self.doel = adams(self.people, self.total)
        self.exact = {
            code: Fraction(n * self.total, sum(self.people.values()))
            for code, n in self.people.items()
        }
        self.parts, self.outside = parts_of(asked, known)
        self.freed = {
            code: None if pd.isna(part) else Fraction(int(stock) * int(part), 100) * MUTATIE / 2
            for code, stock, part in zip(
                CODES, table["woningvoorraad"], table["pct_corporatie"], strict=True
            )
        }
        self.stretch = "minste_tekort" in asked["doelstelling"]["stappen"]

    def own(self, code):
        return self.asked["gemeenten"].get(code, {})

    def ceiling(self, code):
        """Return the plafond of a gemeente, None without one or where it cannot be computed."""
        if "kan" in self.own(code):
            return self.own(code)["kan"]
        part = self.asked["capaciteit"].get("maximum_aandeel")
        if part is None or self.freed[code] is None:
            return None
        return floor(Fraction(part) * self.freed[code] * PER_WONING)

    def fixed(self, code):
        own = self.own(code)
        return "vast" in own or "niet_deelnemend" in own or [code] in self.parts

    def refused(self):
        """Tell whether a figure that is needed is not there."""
        inside = [code for code in CODES if code not in self.outside]
        if "maximum_aandeel" in self.asked["capaciteit"] and any(
            self.freed[code] is None for code in inside
        ):
            return True
        per_dwelling = self.asked["doelstelling"]["last_per"] != "inwoners"
        return per_dwelling and any(not self.freed[c] for c in inside if not self.fixed(c))

    def soft(self, code):
        """Return the lowest of ceiling and offer."""
        found = [self.ceiling(code)]
        found.append(self.doel[code] + self.own(code)["wil"] if "wil" in self.own(code) else None)
        return min((one for one in found if one is not None), default=self.total)

    def range(self, code):
        doel, own = self.doel[code], self.own(code)
        if code in self.outside:
            return doel, doel
        bodem = own.get("bodem", self.asked["grenzen"].get("bodem", "0"))
        low, high = ceil(Fraction(bodem) * doel), self.total
        if "maximale_wijziging" in own:
            most = floor(Fraction(own["maximale_wijziging"]) * doel)
            low, high = max(low, doel - most), doel + most
        if "vast" in own or "niet_deelnemend" in own:
            low, high = max(low, doel), min(high, doel)
        return low, high if self.stretch else min(high, self.soft(code))

    def allowed(self):
        per_part = []
        for part in self.parts:
            asked = sum(self.doel[code] for code in part)
            spans = [range(low, min(high, asked) + 1) for low, high in map(self.range, part)]
            fits = [x for x in product(*spans) if sum(x) == asked]
            per_part.append([dict(zip(part, x, strict=True)) for x in fits])
        for chosen in product(*per_part):
            x = {code: n for part in chosen for code, n in part.items()}
            if self.moved(x) <= self.asked["doelstelling"].get("budget", self.total):
                yield x

    def moved(self, x):
        return sum(max(0, x[code] - self.doel[code]) for code in CODES)

    def load(self, x):
        per = self.asked["doelstelling"]["last_per"]
        basis = self.people if per == "inwoners" else self.freed
        counted = [c for c in CODES if c not in self.outside and basis[c]]
        return tuple(sorted((x[c] / Fraction(basis[c]) for c in counted), reverse=True))

    def stage(self, name, x):
        if name == "minste_tekort":
            bound = [code for code in CODES if code not in self.outside]
            return sum(max(0, x[code] - self.soft(code)) for code in bound)
        if name == "minst_verplaatst":
            return self.moved(x)
        if name == "eerlijkst":
            return sum((x[c] - self.exact[c]) ** 2 / self.exact[c] for c in CODES)
        return self.load(x)

    def worth(self, x):
        """Return the stages, then the larger open claim, then the gm_code."""
        stages = self.asked["doelstelling"]["stappen"]
        last = sum((x[code] - self.exact[code]) ** 2 for code in CODES)
        return (*(self.stage(one, x) for one in stages), last, tuple(-x[code] for code in CODES))

    def best(self):
        return min(self.allowed(), key=self.worth, default=None)


def drawn(seed, gegevens):
    random = Random(seed)
    for _ in range(PER_SEED):
        known = figures(random, gegevens)
        yield known, question(random)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_is_that_of_trying_everything(seed, gegevens):
    for known, asked in drawn(seed, gegevens):
        referee, scenario = Referee(asked, known), Scenario(**asked)
        if referee.refused():
            with pytest.raises(OptimiserError):
                solve_scenario(scenario, known, prove=True)
            continue
        verdeling = solve_scenario(scenario, known, prove=True)
        outcome, right = verdeling.optimalisatie, referee.best()
        assert verdeling.gemeenten["doel"].to_dict() == referee.doel, asked
        assert outcome.feasible == (right is not None), asked
        if right is not None:
            assert dict(zip(CODES, outcome.x, strict=True)) == right, asked
            assert solve_exact(outcome.data).x == outcome.x, asked
            assert outcome.least == min(map(referee.moved, referee.allowed())), asked
        told = {CODES[limit.gemeente]: by for limit, by in over_limits(outcome)}
        above = {c: referee.doel[c] - referee.soft(c) for c in referee.outside}
        assert told == {code: by for code, by in above.items() if by > 0}, asked


def test_what_is_drawn_holds_every_kind(gegevens):
    every = [
        (Referee(asked, known), asked) for seed in SEEDS for known, asked in drawn(seed, gegevens)
    ]
    assert len(every) == 200
    answered = [(one, asked) for one, asked in every if not one.refused()]
    closes = [(one, asked) for one, asked in answered if one.best() is not None]
    assert min(len(every) - len(answered), len(answered) - len(closes), len(closes)) > 20
    own = [one for one, asked in closes if one.outside and "maximum_aandeel" in asked["capaciteit"]]
    per = [one for one, asked in closes if asked["doelstelling"]["last_per"] != "inwoners"]
    assert min(len(own), len(per)) > 10
    assert any(one.doel[c] > one.soft(c) for one in own for c in one.outside)
