"""Words that decisions, letters and proofs share."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import signed, whole

#: Heading of the table of parties; the columns of ``party_rows``.
PARTY_HEADING = ("Gemeente", "Code", "Provincie", "Vóór", "Verschil", "Na")


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


def changes_in_words(changes: Iterable[tuple[str, int]], names: Mapping[str, str]) -> str:
    """Write changes per gemeente in one line.

    >>> changes_in_words([("GM0106", -3), ("GM0114", 3)], {"GM0106": "Assen", "GM0114": "Emmen"})
    'Assen −3, Emmen +3'
    """
    return ", ".join(f"{names.get(code, code)} {signed(count)}" for code, count in changes)


def party_rows(document: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the table of parties of a ruilbewijs as text, with the sum as its last row."""
    rows = [
        (
            str(row["gemeente"]),
            str(row["gm_code"]),
            str(row["provincie"]),
            whole(row["voor"]),
            signed(row["verschil"]),
            whole(row["na"]),
        )
        for row in document["gemeenten"]
    ]
    total = ("Som", "", "", whole(document["som_voor"]), "0", whole(document["som_na"]))
    return [*rows, total]


def origin_lines(document: Mapping[str, Any]) -> list[str]:
    """Say where the numbers of a ruilbewijs come from."""
    origin = document["herkomst"]
    return [
        f"Wet: {origin['wet']}.",
        f"Cijfers: 1 januari {origin['peiljaar']}, {origin['bron']}.",
        f"Gegevens {origin['gegevens']}, scenario {origin['scenario']} "
        f"({origin['scenario_sha256']}), programma {origin['programma']}.",
    ]
