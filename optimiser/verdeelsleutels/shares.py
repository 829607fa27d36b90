"""From a key and figures to exact shares: one fraction per gemeente, together exactly 1."""

from fractions import Fraction

import pandas as pd

from optimiser.errors import VerdeelsleutelUnavailableError
from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import Verdeelsleutel, find

_NAMED = 3


def shares(
    naam: str,
    gemeenten: pd.DataFrame,
    opties: SleutelOpties | None = None,
    groups: pd.Series | None = None,
) -> pd.Series:
    """Return the exact share of each gemeente under a key.

    Parameters
    ----------
    naam
        Key in the register.
    gemeenten
        Index ``gm_code``; at least the columns of the key.
    opties
        Options of the key.
    groups
        For a key over regions: the region of each gemeente, same index.

    Returns
    -------
    pandas.Series
        Index as ``gemeenten``, dtype object: ``Fraction >= 0``, summing to exactly 1.

    Raises
    ------
    UnknownVerdeelsleutelError
        If the key does not exist.
    VerdeelsleutelUnavailableError
        If a column, a value or an option is missing, or a weight is negative.
    MixingWeightsError
        If the weights of ``gemengd`` are not a hundred together or name a wrong key.

    Examples
    --------
    >>> tabel = pd.DataFrame({"inwoners": [30, 10]}, index=["GM0001", "GM0002"])
    >>> shares("inwoners", tabel).tolist()
    [Fraction(3, 4), Fraction(1, 4)]
    """
    key, chosen = find(naam), opties or SleutelOpties()
    if reason := _obstacle(key, gemeenten, chosen):
        raise VerdeelsleutelUnavailableError(sleutel=naam, reden=reason)
    if key.compose is not None:
        return key.compose(gemeenten, chosen, groups)
    return _normalised(key, gemeenten, chosen)


def availability(
    naam: str, gemeenten: pd.DataFrame, opties: SleutelOpties | None = None
) -> str | None:
    """Tell why a key cannot be computed from these figures; None when it can.

    Options that a user must still choose do not count as an obstacle when ``opties`` is None.
    """
    return _obstacle(find(naam), gemeenten, opties)


def _obstacle(key: Verdeelsleutel, table: pd.DataFrame, opties: SleutelOpties | None) -> str | None:
    if missing := [c for c in key.columns if c not in table.columns]:
        return f"kolom {', '.join(missing)} ontbreekt in de cijfers"
    for column in key.columns:
        if (empty := table.index[table[column].isna()]).size:
            return f"kolom {column} is leeg voor {some_codes(empty)}"
    if opties is None:
        return None
    if unset := [name for name in key.opties if getattr(opties, name) is None]:
        return f"{', '.join(unset)} is niet opgegeven"
    if unused := _set_options(opties) - _used_options(key, opties):
        return f"de optie {', '.join(sorted(unused))} hoort niet bij deze sleutel"
    if "kolom" in key.opties and opties.kolom not in table.columns:
        return f"kolom {opties.kolom} ontbreekt in de cijfers"
    return None


def _set_options(opties: SleutelOpties) -> set[str]:
    return {name for name in type(opties).model_fields if getattr(opties, name) is not None}


def _used_options(key: Verdeelsleutel, opties: SleutelOpties) -> set[str]:
    """Options of the key and of the keys it is made of; ``totaal`` the program fills in."""
    inner = {*(opties.gewichten or {}), opties.eerst, opties.daarna} - {None}
    parts = [find(str(naam)) for naam in inner] if key.compose else []
    return {"totaal", *key.opties, *(name for part in parts for name in part.opties)}


def some_codes(codes: pd.Index) -> str:
    """Name the first few gemeenten of a fault, and how many more."""
    more = f" en {len(codes) - _NAMED} andere" if len(codes) > _NAMED else ""
    return ", ".join(map(str, codes[:_NAMED])) + more


def _normalised(key: Verdeelsleutel, table: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
    visible = [*([opties.kolom] if "kolom" in key.opties else []), *key.columns]
    visible += [column for column in key.optional if column in table.columns]
    weights = key.weigh(table[visible], opties)
    if weights.isna().any():
        reason = f"er ontbreken cijfers voor {some_codes(weights.index[weights.isna()])}"
        raise VerdeelsleutelUnavailableError(sleutel=key.naam, reden=reason)
    try:
        exact = [Fraction(w if isinstance(w, int | Fraction) else str(w)) for w in weights]
    except ValueError:
        reason = f"kolom {', '.join(map(str, visible))} bevat iets anders dan getallen"
        raise VerdeelsleutelUnavailableError(sleutel=key.naam, reden=reason) from None
    if negative := [code for code, w in zip(weights.index, exact, strict=True) if w < 0]:
        reason = f"het gewicht is negatief voor {some_codes(pd.Index(negative))}"
        raise VerdeelsleutelUnavailableError(sleutel=key.naam, reden=reason)
    total = sum(exact)
    if total == 0:
        raise VerdeelsleutelUnavailableError(sleutel=key.naam, reden="alle gewichten zijn nul")
    return pd.Series([w / total for w in exact], index=table.index, dtype=object, name="aandeel")


def inner_opties(opties: SleutelOpties, naam: str) -> SleutelOpties:
    """Return the options that belong to one key out of those of a composed one."""
    return SleutelOpties(**{name: getattr(opties, name) for name in (*find(naam).opties, "totaal")})
