"""What is chosen on a map: the caller's word when it changes, else what the user picked."""

from collections.abc import Mapping
from typing import NamedTuple

from optimiser.gegevens.codes import is_gm_code


class Choice(NamedTuple):
    """The choice on one map.

    Attributes
    ----------
    given
        What the page last said is chosen.
    chosen
        What is chosen.
    number
        Of the last pick of the user; the browser ignores answers to an earlier one.
    """

    given: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    number: int = 0


def followed(held: Choice | None, given: tuple[str, ...]) -> Choice:
    """Return the choice once the page has said what it holds for chosen.

    >>> picked = Choice(given=(), chosen=("GM0014",), number=1)
    >>> followed(picked, ()).chosen
    ('GM0014',)
    >>> followed(picked, ("GM0034",)).chosen
    ('GM0034',)
    """
    if held is None:
        return Choice(given, given)
    if given != held.given:
        return held._replace(given=given, chosen=given)
    return held


def picked(held: Choice, event: object, *, multiple: bool) -> Choice:
    """Return the choice after what the browser says; anything odd leaves it as it was.

    >>> picked(Choice(), {"nr": 1, "codes": ["GM0014"]}, multiple=False).chosen
    ('GM0014',)
    >>> picked(Choice(), {"nr": 1, "codes": ["<b>"]}, multiple=False)
    Choice(given=(), chosen=(), number=0)
    """
    if not isinstance(event, Mapping):
        return held
    number, codes = event.get("nr"), event.get("codes")
    if not isinstance(number, int) or not isinstance(codes, list):
        return held
    if len(codes) > (1000 if multiple else 1) or not all(_is_code(code) for code in codes):
        return held
    return held._replace(chosen=tuple(dict.fromkeys(codes)), number=number)


def _is_code(code: object) -> bool:
    return is_gm_code(code)
