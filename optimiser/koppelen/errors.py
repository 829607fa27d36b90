"""What can be wrong with households and dwellings."""

from optimiser.errors import OptimiserError


class WoningklasseError(OptimiserError):
    """Dwelling classes that cannot be used. Facts: ``klasse``, ``reden``."""

    code = "woningklasse_ongeldig"


class HuishoudensError(OptimiserError):
    """Numbers of households that cannot be used. Facts: ``waarde``, ``reden``."""

    code = "huishoudens_ongeldig"


class SaldoTooLowError(OptimiserError):
    """A gemeente starts so far ahead that nothing is promised. Facts: ``gemeente``, ``saldo``."""

    code = "saldo_te_laag"


class UnsoundPlanError(OptimiserError):
    """A plan does not count again without the solver: our bug. Facts: ``fouten``."""

    code = "koppelplan_klopt_niet"


class WoningenUnknownError(OptimiserError):
    """The dwellings of a half-year are not known. Facts: ``halfjaar``."""

    code = "woningen_onbekend"


class VastzettingError(OptimiserError):
    """A coupling fixed by hand that no plan can hold. Facts: ``vastzetting``, ``reden``."""

    code = "vastzetting_ongeldig"


class RegiobandError(OptimiserError):
    """A band that cannot be used. Facts: ``regio``, ``personen``, ``reden``."""

    code = "regioband_ongeldig"


class HardBandError(OptimiserError):
    """Hard bands that cannot all be followed. Facts: ``gebied``, ``banden``."""

    code = "harde_band_kan_niet"


class NareisError(OptimiserError):
    """Numbers of who waits for family that cannot be. Facts: ``waarde``, ``reden``."""

    code = "nareis_ongeldig"


class KoppelingUnknownError(OptimiserError):
    """A plan has no such households there. Facts: ``gemeente``, ``personen``, ``bekend``."""

    code = "koppeling_onbekend"


class StoredPlanError(OptimiserError):
    """A stored plan does not answer the question. Facts: ``bestand``, ``fouten``."""

    code = "koppelplan_past_niet"


class RollendError(OptimiserError):
    """A comparison month by month that cannot be made. Facts: ``waarde``, ``reden``."""

    code = "rollend_ongeldig"


class KoppelinstellingError(OptimiserError):
    """A choice in ``[koppelen]`` that cannot be followed. Facts: ``veld``, ``reden``."""

    code = "koppelinstelling_ongeldig"
