"""The second lock: what PostgreSQL is told of whose eyes look, so that it hides rows by itself.

The migrations of register and data point hold the policies that read these settings. A
transaction in which nothing was told sees no row and adds none.
"""

from optimiser.zicht.zicht import Zicht

#: Setting with the gm_codes in view, comma between; ``ALL``: every gemeente.
GEMEENTEN, ALL = "taakstelling.gemeenten", "*"
#: Setting with the name under which deliveries are kept.
WERKRUIMTE = "taakstelling.werkruimte"


def settings_of(zicht: Zicht | None) -> dict[str, str]:
    """Return what a transaction is told; None: nobody looks, and nothing is seen.

    >>> from optimiser.zicht.zicht import EVERYTHING
    >>> settings_of(EVERYTHING), settings_of(None)["taakstelling.gemeenten"]
    ({'taakstelling.gemeenten': '*', 'taakstelling.werkruimte': ''}, '')
    """
    if zicht is None:
        return {GEMEENTEN: "", WERKRUIMTE: ""}
    seen = ALL if zicht.gm_codes is None else ",".join(sorted(zicht.gm_codes))
    return {GEMEENTEN: seen, WERKRUIMTE: zicht.eigenaar}
