"""What a decision considers, filled in from the test: who can, what it claims, nobody else."""

from collections.abc import Mapping

from optimiser.report.papier.words import sort_name
from optimiser.report.uitruil.table import as_percentage
from optimiser.teksten import counted, whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.toets.bindend import net_changes
from optimiser.uitruil.toets.measures import Oordeel
from optimiser.uitruil.toets.uitslag import Partijrij, Toetsuitslag, partijrij


def net_rows(uitslag: Toetsuitslag) -> list[Partijrij]:
    """Return every party over all agreements of a test, by name."""
    stand = uitslag.stand
    net = net_changes([one.voorstel for one in uitslag.uitslagen])
    rows = [
        partijrij(stand.gemeenten[code], count, stand.per_woning, Oordeel.ONBEKEND)
        for code, count in net.items()
    ]
    return sorted(rows, key=lambda row: sort_name(row.gemeente))


def considerations(uitslag: Toetsuitslag) -> list[str]:
    """Return the considerations of a decision; what the test does not know is left to a person."""
    rows = net_rows(uitslag)
    told = [_say("overweging_aanleiding")]
    told += [_change(uitslag, row) for row in rows if row.verschil]
    known = [row for row in rows if row.claim_voor is not None]
    told += [
        _say(
            "overweging_beslag",
            gemeente=row.gemeente,
            voor=as_percentage(row.claim_voor),
            na=as_percentage(row.claim_na),
        )
        for row in known
    ]
    if known:
        told.append(_say("overweging_grondslag", grondslag=short(uitslag.stand.grondslag)))
    before, after = sum(row.voor for row in rows), sum(row.na for row in rows)
    told.append(_say("overweging_som", som_voor=before, som_na=after))
    others = uitslag.elders
    counts = {"aantal": others.gemeenten, "voor": others.voor, "na": others.na}
    return [*told, _say("overweging_elders", **counts), _say("overweging_nadeel")]


def claim_facts(row: Partijrij, grondslag: tuple[str, ...]) -> Mapping[str, object]:
    """Return the facts of a sentence on the claim of one party."""
    return {
        "gemeente": row.gemeente,
        "voor": as_percentage(row.claim_voor),
        "na": as_percentage(row.claim_na),
        "grondslag": short(grondslag),
    }


def short(grondslag: tuple[str, ...]) -> str:
    """Write what a claim rests on for others; of a guess only that it is one.

    >>> short(("mutatiegraad 7,0 % per jaar (aanname van dit programma)", "2,0 personen (CBS)"))
    'mutatiegraad 7,0 % per jaar (aanname) en 2,0 personen (CBS)'
    """
    parts = []
    for text in grondslag:
        head, _, source = text.partition(" (")
        parts.append(f"{head} (aanname)" if source.startswith("aanname") else text)
    return " en ".join(parts)


def more_or_less(count: int) -> str:
    """Write a change in words.

    >>> more_or_less(-6), more_or_less(1)
    ('6 personen minder', '1 persoon meer')
    """
    if not count:
        return "geen personen meer of minder"
    return f"{counted(abs(count), 'persoon', 'personen')} {'meer' if count > 0 else 'minder'}"


def _change(uitslag: Toetsuitslag, row: Partijrij) -> str:
    facts: dict[str, object] = {
        "gemeente": row.gemeente,
        "personen": counted(abs(row.verschil), "persoon", "personen"),
        "na": whole(row.na),
    }
    if row.verschil < 0:
        return _say("overweging_geeft", **facts)
    kan = uitslag.stand.gemeenten[row.gm_code].kan
    if kan is None:
        return _say("overweging_kan_open", **facts)
    return _say("overweging_kan", **facts, kan=whole(kan))


def _say(code: str, **facts: object) -> str:
    return sentence("besluit", code, facts)
