"""Words that decisions, letters and proofs share."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import signed, whole

#: Heading of the table of parties; the columns of ``party_rows``.
PARTY_HEADING = ("Gemeente", "Provincie", "Formule", "Al bindend", "Deze uitruil", "Na")
#: Columns of names at the left of it, and the widths of all on A4 [cm].
NAME_COLUMNS = 2
PARTY_WIDTHS = (4.2, 3.0, 2.2, 2.2, 2.2, 2.2)


def halfjaar_in_words(halfjaar: str) -> str:
    """Write a half-year out.

    >>> halfjaar_in_words("2025-2")
    'tweede halfjaar van 2025'
    """
    period = Halfjaar.parse(halfjaar)
    return f"{'eerste' if period.helft == 1 else 'tweede'} halfjaar van {period.jaar}"


_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def day_in_words(day: date) -> str:
    """Write a day out.

    >>> day_in_words(date(2015, 10, 12))
    '12 oktober 2015'
    """
    return f"{day.day} {_MAANDEN[day.month - 1]} {day.year}"


def listed(names: Sequence[str]) -> str:
    """Join names the Dutch way.

    >>> listed(["Assen", "Emmen", "Noordenveld"])
    'Assen, Emmen en Noordenveld'
    """
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def colleges(names: Sequence[str]) -> str:
    """Name the colleges of gemeenten.

    >>> colleges(["Brummen"]), colleges(["Assen", "Emmen"])
    ('het college van Brummen', 'de colleges van Assen en Emmen')
    """
    return f"{'het college' if len(names) == 1 else 'de colleges'} van {listed(names)}"


def changes_in_words(changes: Iterable[tuple[str, int]], names: Mapping[str, str]) -> str:
    """Write changes per gemeente in one line.

    >>> changes_in_words([("GM0106", -3), ("GM0114", 3)], {"GM0106": "Assen", "GM0114": "Emmen"})
    'Assen −3, Emmen +3'
    """
    return ", ".join(f"{names.get(code, code)} {signed(count)}" for code, count in changes)


def party_rows(document: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the road of every party as text, by name; the sum is the last row.

    Formula, what binds already, this exchange, and after it [personen].
    """
    parties = by_name(document)
    rows = [(str(row["gemeente"]), str(row["provincie"]), *_road(row)) for row in parties]
    sums = {
        part: sum(row[part] for row in parties) for part in ("formule", "bindend", "verschil", "na")
    }
    return [*rows, ("Som", "", *_road(sums))]


def by_name(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the parties of a ruilbewijs in the order of the alphabet."""
    return sorted(document["gemeenten"], key=lambda row: sort_name(str(row["gemeente"])))


def sort_name(name: str) -> str:
    """Return what a name is sorted by: without the article and without capitals.

    >>> sorted(["Zwolle", "'s-Hertogenbosch", "Den Haag", "Hengelo"], key=sort_name)
    ['Den Haag', 'Hengelo', "'s-Hertogenbosch", 'Zwolle']
    """
    return name.casefold().removeprefix("'s-").removeprefix("'t ")


def _road(row: Mapping[str, int]) -> tuple[str, str, str, str]:
    return (
        whole(row["formule"]),
        signed(row["bindend"]),
        signed(row["verschil"]),
        whole(row["na"]),
    )


def origin_lines(document: Mapping[str, Any]) -> list[str]:
    """Say where the numbers of a ruilbewijs come from."""
    origin = document["herkomst"]
    return [
        f"Wet: {origin['wet']}.",
        f"Cijfers: 1 januari {origin['peiljaar']}, {origin['bron']}.",
        f"Gegevens {origin['gegevens']}, scenario {origin['scenario']} "
        f"({origin['scenario_sha256']}), programma {origin['programma']}.",
    ]
