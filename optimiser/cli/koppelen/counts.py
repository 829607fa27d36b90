"""Options such as ``1=3201,2=696``: what stands before the sign is known, and comes once."""

from collections.abc import Callable

from optimiser.errors import OptimiserError


def read_counts(
    text: str, known: Callable[[str], bool], error: type[OptimiserError] | None = None
) -> dict[str, int]:
    """Read names with their whole numbers.

    Raises
    ------
    HuishoudensError
        Or ``error``: if a name is unknown, comes twice or has no number.

    >>> read_counts("1k=372, 2k=1.548", {"1k", "2k"}.__contains__)
    {'1k': 372, '2k': 1548}
    """
    from optimiser.koppelen.errors import HuishoudensError
    from optimiser.teksten.read_number import read_count

    found: dict[str, int] = {}
    for part in text.split(","):
        key, equals, value = part.strip().partition("=")
        if not equals or not known(key) or key in found:
            reason = "onbekend, dubbel of zonder aantal"
            raise (error or HuishoudensError)(waarde=part.strip() or text, reden=reason)
        found[key] = read_count(value)
    return found
