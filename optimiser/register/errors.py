"""What can go wrong with a register; the Dutch texts are in teksten/nl/register.toml."""

from optimiser.errors import OptimiserError

#: What SQLite and PostgreSQL say, and what it means to a reader.
SAID = {
    "malformed": "het bestand is beschadigd",
    "not a database": "het bestand is geen register",
    "is locked": "het register is te lang bezet",
    "readonly": "er mag niet in worden geschreven",
    "unable to open": "de map bestaat niet of mag niet worden gebruikt",
    "full": "de schijf is vol",
    "refused": "de server neemt geen verbinding aan",
    "resolve host": "de server is niet gevonden",
    "translate host": "de server is niet gevonden",
    "timeout": "de server antwoordt niet op tijd",
    "authentication failed": "de naam of het wachtwoord is niet goed",
    "no password supplied": "er is geen wachtwoord gegeven",
    "does not exist": "op de server is geen database of gebruiker met deze naam",
    "permission denied": "deze gebruiker mag dat niet",
    "must be owner": "deze gebruiker mag dat niet",
    "row-level security": "dit gaat over gemeenten buiten de werkruimte",
    "for type json": "de inhoud is beschadigd",
}


class StaleVersionError(OptimiserError):
    """Somebody else was first. Facts: ``naam``, ``nu``, ``verwacht``."""

    code = "register_verouderd"


class UnknownNumberError(OptimiserError):
    """No such agreement. Facts: ``nummer``."""

    code = "register_onbekend"


class RegisterUnavailableError(OptimiserError):
    """The register cannot be opened or is too busy. Facts: ``register``, ``reden``."""

    code = "register_niet_bereikbaar"


class NewerLayoutError(OptimiserError):
    """A newer program made the tables. Facts: ``register``, ``gevonden``, ``bekend``."""

    code = "register_nieuwer"


class OlderLayoutError(OptimiserError):
    """The tables are older than needed, and another's. Facts: ``register, gevonden, nodig``."""

    code = "register_ouder"


class RegisterMissingError(OptimiserError):
    """There is no register at that place. Facts: ``register``."""

    code = "register_ontbreekt"


class RegisterExistsError(OptimiserError):
    """A register is there already and is never written over. Facts: ``register``."""

    code = "register_bestaat"


class BrokenHistoryError(OptimiserError):
    """The checksums do not follow each other. Facts: ``waar``, ``reden``."""

    code = "register_beschadigd"


class NoHeadError(OptimiserError):
    """A text is not the head of a register. Facts: ``invoer``."""

    code = "register_geen_kop"


class NoNameError(OptimiserError):
    """A step in the register without a name of who takes it. No facts."""

    code = "register_geen_naam"


class InvalidEntryError(OptimiserError):
    """A part of a step cannot be kept as it is. Facts: ``wat``, ``reden``."""

    code = "register_invoer"


class RefusedEntryError(OptimiserError):
    """The test refuses an agreement. Facts: ``naam``, ``redenen``."""

    code = "register_geweigerd"


class ApprovalMissingError(OptimiserError):
    """Not every college approved. Facts: ``naam``, ``gm_codes``."""

    code = "register_niet_goedgekeurd"


class ApprovalError(OptimiserError):
    """A college cannot approve or withdraw now. Facts: ``naam``, ``gm_code``, ``reden``."""

    code = "register_goedkeuring"


class NoStepBackError(OptimiserError):
    """There is no step to take back. Facts: ``naam``, ``status``."""

    code = "register_geen_stap_terug"


class FixedContentError(OptimiserError):
    """The content of something other than a concept was to change. Facts: ``naam``, ``status``."""

    code = "register_inhoud"


class NoOpenTermError(OptimiserError):
    """Nothing is open in a half-year. Facts: ``naam``, ``halfjaar``, ``open``."""

    code = "register_termijn"


class LapsedError(OptimiserError):
    """Papers were asked of an agreement that has lapsed. Facts: ``namen``."""

    code = "register_vervallen"


class DuplicateAgreementError(OptimiserError):
    """An agreement does the same as another. Facts: ``naam``, ``nummer``, ``andere``."""

    code = "register_dubbel"
