"""What can go wrong with who may see what; the Dutch texts are in teksten/nl/zicht.toml."""

from optimiser.errors import OptimiserError


class InvalidWerkruimtesError(OptimiserError):
    """A file of workspaces has faults. Facts: ``bestand``, ``fouten``."""

    code = "werkruimtes_ongeldig"


class SharedSettingsError(OptimiserError):
    """The settings of a shared installation do not fit together. Facts: ``reden``."""

    code = "gedeeld_instelling"


class ProxyBypassedError(OptimiserError):
    """A request did not come through the proxy, or could have passed it by. Facts: ``reden``."""

    code = "gedeeld_langs_proxy"


class NoLoginError(OptimiserError):
    """The proxy or identity provider did not say who this is. Facts: ``reden``."""

    code = "gedeeld_niet_aangemeld"


class LoginExpiredError(OptimiserError):
    """The session is older than is allowed, or of another user. Facts: ``uren``."""

    code = "gedeeld_sessie_verlopen"


class LoginAgedError(OptimiserError):
    """Groups were told too long ago for a step. Facts: ``wat``, ``minuten``."""

    code = "gedeeld_aanmelding_oud"


class NoWerkruimteError(OptimiserError):
    """None of the user's groups has a workspace. Facts: ``wie``."""

    code = "gedeeld_geen_werkruimte"


class RolError(OptimiserError):
    """The role does not allow this. Facts: ``wat``, ``nodig``, ``rol``, ``werkruimte``."""

    code = "gedeeld_rol"


class OutsideZichtError(OptimiserError):
    """It is about gemeenten of another workspace. Facts: ``wat``, ``werkruimte``, ``gemeenten``."""

    code = "gedeeld_buiten_gebied"


#: What keeps somebody out altogether.
REFUSALS = (ProxyBypassedError, NoLoginError, LoginExpiredError, NoWerkruimteError)
