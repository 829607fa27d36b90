"""The exceptions a user can cause: a stable code and facts, no prose.

The Dutch sentences live in ``optimiser/teksten/nl/*.toml`` under the same code;
``optimiser.teksten.melding_for`` puts the two together. Anything that is not an
``OptimiserError`` is a bug of ours and keeps its traceback.
"""

from typing import ClassVar


class OptimiserError(Exception):
    """Base class; caught at the edge (command line, app) and nowhere else.

    Parameters
    ----------
    **params
        The facts that the Dutch text of ``code`` needs: what, where, what is known.
    """

    code: ClassVar[str]

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(f"{self.code}: {params}")


class UnknownHalfjaarError(OptimiserError):
    """A text is not a half-year such as ``2021-1``. Facts: ``halfjaar``."""

    code = "halfjaar_ongeldig"


class InvalidDatumError(OptimiserError):
    """A text is not a day. Facts: ``datum``."""

    code = "datum_ongeldig"


class UnknownProvincieError(OptimiserError):
    """A name is not a province. Facts: ``naam``, ``bekend``."""

    code = "provincie_onbekend"


class UnknownTaakstellingError(OptimiserError):
    """No announced national number for a half-year. Facts: ``halfjaar``, ``bekend``."""

    code = "taakstelling_onbekend"


class UnknownPeiljaarError(OptimiserError):
    """No figures of this year. Facts: ``peiljaar``, ``bekend``."""

    code = "peiljaar_onbekend"


class UnknownVerdeelsleutelError(OptimiserError):
    """A name is not in the register of keys. Facts: ``sleutel``, ``bekend``."""

    code = "sleutel_onbekend"


class VerdeelsleutelUnavailableError(OptimiserError):
    """A key lacks a column, a value or a parameter. Facts: ``sleutel``, ``reden``."""

    code = "sleutel_niet_beschikbaar"


class MixingWeightsError(OptimiserError):
    """The weights of a mixed key are wrong. Facts: ``gewichten``, ``reden``."""

    code = "gewichten_ongeldig"


class UnknownRoundingError(OptimiserError):
    """A name is not a rounding method. Facts: ``afronding``, ``bekend``."""

    code = "afronding_onbekend"


class RoundingImpossibleError(OptimiserError):
    """The bounds or the method cannot close on the total. Facts: ``afronding``, ``reden``."""

    code = "afronding_onmogelijk"


class IndelingMismatchError(OptimiserError):
    """Tables of different indelingen meet. Facts: ``eerste``, ``tweede``."""

    code = "indelingen_verschillen"


class IndelingConversionError(OptimiserError):
    """No conversion along the mergers exists. Facts: ``van``, ``naar``, ``reden``."""

    code = "indeling_omzetten_onmogelijk"


class SplitGemeenteError(OptimiserError):
    """A gemeente was split and its shares are unknown.

    Facts: ``gemeente``, ``gm_code``, ``jaar``, ``delen``.
    """

    code = "gemeente_gesplitst"


class UnknownGroupingError(OptimiserError):
    """A word is not a grouping of gemeenten. Facts: ``indeling``, ``bekend``."""

    code = "gebied_onbekend"


class InvalidTableError(OptimiserError):
    """A table does not fit its schema. Facts: ``bestand``, ``aantal``, ``fouten``."""

    code = "tabel_ongeldig"


class ChangedDataError(OptimiserError):
    """An embedded file is not the one that was checked. Facts: ``bestand``."""

    code = "gegevens_gewijzigd"


class UnreadableFileError(OptimiserError):
    """A file cannot be read. Facts: ``bestand``, ``reden``."""

    code = "bestand_onleesbaar"


class UnwritableFileError(OptimiserError):
    """A file cannot be written. Facts: ``bestand``, ``reden``."""

    code = "bestand_niet_schrijfbaar"


class UnknownFileTypeError(OptimiserError):
    """A file has an ending that is not supported. Facts: ``bestand``, ``bekend``."""

    code = "bestandstype_onbekend"


class InvalidScenarioError(OptimiserError):
    """A scenario has a wrong or unknown field. Facts: ``scenario``, ``fouten``."""

    code = "scenario_ongeldig"


class YearsScenarioError(OptimiserError):
    """A scenario over half-years was asked for one. Facts: ``scenario``, ``van``, ``tot``."""

    code = "scenario_meer_halfjaren"


class ScenarioGemeenteError(OptimiserError):
    """A scenario names gemeenten that are not in the table. Facts: ``waar``, ``gm_codes``."""

    code = "scenario_gemeente_onbekend"


class ScenarioColumnError(OptimiserError):
    """A scenario needs a column that is missing or wrong.

    Facts: ``kolom``, ``gm_codes``, ``reden``.
    """

    code = "scenario_kolom"


class NothingToOptimiseError(OptimiserError):
    """A frontier was asked of a scenario that cannot close. Facts: ``scenario``."""

    code = "scenario_onhaalbaar"


class RepairFailedError(OptimiserError):
    """A way out of a conflict does not help, or a scenario cannot say it. Facts: ``reden``."""

    code = "uitweg_helpt_niet"


class WrongUsageError(OptimiserError):
    """The command line was called the wrong way. Facts: ``reden``, ``opdracht``."""

    code = "gebruik_onjuist"


class PortInUseError(OptimiserError):
    """The app was asked to listen on a port that is taken. Facts: ``poort``."""

    code = "poort_bezet"


class AppNotStartedError(OptimiserError):
    """The server of the app gave no answer. Facts: ``adres``, ``seconden``."""

    code = "app_start_niet"
