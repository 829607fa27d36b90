"""Names of gemeenten in a scenario become codes: exact, plain or well known, never guessed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from optimiser.errors import InvalidScenarioError
from optimiser.gegevens.codes import is_gm_code

#: Faults told in one message.
SHOWN = 20


def with_codes(fields: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return the fields of a scenario with a gm_code for every name of a gemeente.

    Parameters
    ----------
    fields
        As written by the user; what is not of the right shape is left for the check of the fields.
    name
        File or place they come from, for messages.

    Raises
    ------
    InvalidScenarioError
        With every name that is unknown or can mean two gemeenten, and every gemeente named twice.

    Examples
    --------
    >>> with_codes({"gemeenten": {"Den Haag": {"kan": 9}, "14": {"vast": True}}}, "x.toml")
    {'gemeenten': {'GM0518': {'kan': 9}, 'GM0014': {'vast': True}}}
    """
    faults: list[str] = []
    code = partial(named_code, faults=faults)
    result = dict(fields)
    _change(result, "gemeenten", lambda held: _keys(held, "gemeenten", code, faults))
    _change(result, "uitruil", lambda held: _regions(held, code))
    _change(result, "capaciteit", lambda held: _places(held, code, faults))
    _change(result, "tijd", lambda held: _behind(held, code, faults))
    if faults:
        told = "; ".join(faults[:SHOWN])
        more = f"; en nog {len(faults) - SHOWN}" if len(faults) > SHOWN else ""
        raise InvalidScenarioError(scenario=name, fouten=f"{told}{more}.")
    return result


Coder = Callable[[object, str], object]


def _change(
    fields: dict[str, Any], name: str, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    if isinstance(fields.get(name), Mapping):
        fields[name] = change(dict(fields[name]))


def _regions(held: dict[str, Any], code: Coder) -> dict[str, Any]:
    _change(
        held, "regios", lambda own: {n: _list(one, f"regio {n}", code) for n, one in own.items()}
    )
    return held


def _places(held: dict[str, Any], code: Coder, faults: list[str]) -> dict[str, Any]:
    if isinstance(held.get("plekken"), (list, tuple)):
        held["plekken"] = [_facility(one, code, faults) for one in held["plekken"]]
    return held


def _facility(one: object, code: Coder, faults: list[str]) -> object:
    if not isinstance(one, Mapping):
        return one
    result = dict(one)
    if "gemeenten" in result:
        result["gemeenten"] = _list(result["gemeenten"], "plekken", code)
    _change(result, "verdeling", lambda held: _keys(held, "plekken.verdeling", code, faults))
    return result


def _behind(held: dict[str, Any], code: Coder, faults: list[str]) -> dict[str, Any]:
    _change(held, "achterstand", lambda own: _keys(own, "tijd.achterstand", code, faults))
    return held


def _list(given: object, where: str, code: Coder) -> object:
    return [code(one, where) for one in given] if isinstance(given, (list, tuple)) else given


def _keys(held: Mapping[str, Any], where: str, code: Coder, faults: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in held.items():
        found = str(code(key, where))
        if found in result:
            faults.append(f"{where}: {key} ({found}) staat er twee keer")
        result[found] = value
    return result


def named_code(given: object, where: str, *, faults: list[str]) -> object:
    """Return the code a name means; the name itself, with a fault, where that is not one code."""
    if is_gm_code(given) or not isinstance(given, str):
        return given
    from optimiser.gegevens.codebook import completed_code
    from optimiser.io.reading.book import read_codebook

    if (code := completed_code(given)) is not None:
        return code
    book = read_codebook()
    codes = book.codes_of(given)
    if len(codes) == 1:
        return codes[0]
    told = given[:60]
    if codes:
        both = " of ".join(f"{book.names[code]} ({code})" for code in codes)
        faults.append(f"{where}: '{told}' kan {both} zijn; schrijf de code")
    else:
        near = book.suggestions(given)
        hint = f"; lijkt op {', '.join(near)}" if near else ""
        faults.append(f"{where}: '{told}' is geen gemeente{hint}")
    return given
