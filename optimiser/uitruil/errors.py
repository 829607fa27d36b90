"""What a user can do wrong with agreements: a code and facts; the Dutch is in teksten."""

from optimiser.errors import OptimiserError


class UnequalSumError(OptimiserError):
    """Differences do not sum to zero. Facts: ``naam``, ``halfjaar``, ``verschil``."""

    code = "uitruil_som"


class InvalidAgreementError(OptimiserError):
    """An agreement is not one: name, parties or persons. Facts: ``naam``, ``reden``."""

    code = "uitruil_ongeldig"


class UnknownPartyError(OptimiserError):
    """Parties are not gemeenten of the half-year. Facts: ``naam``, ``gm_codes``, ``indeling``."""

    code = "uitruil_gemeente_onbekend"


class StatusChangeError(OptimiserError):
    """A state cannot follow another. Facts: ``naam``, ``van``, ``naar``, ``mag``."""

    code = "uitruil_status"


class HalfjaarMismatchError(OptimiserError):
    """Scenario and command speak of different half-years. Facts: ``scenario``, ``halfjaar``."""

    code = "uitruil_halfjaar"


class UnknownRegioError(OptimiserError):
    """A name is no region of the grouping. Facts: ``regio``, ``gebied``, ``bekend``."""

    code = "regio_onbekend"


class RefusedProposalError(OptimiserError):
    """A decision was asked for a refused proposal. Facts: ``namen``."""

    code = "uitruil_geweigerd"


class OpvangProposalError(OptimiserError):
    """Reception against housing was offered as a proposal. Facts: ``naam``."""

    code = "opvang_geen_voorstel"


class UnknownMeasureError(OptimiserError):
    """A word is not a measure of who comes out better. Facts: ``maat``, ``bekend``."""

    code = "maat_onbekend"


class InvalidSearchError(OptimiserError):
    """The rules of a search contradict each other or are unknown. Facts: ``reden``."""

    code = "zoek_ongeldig"
