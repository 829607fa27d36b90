"""What a user types with a step: a name, a reason, a case number; checked whichever way it came."""

from optimiser.register.errors import InvalidEntryError, NoNameError

#: Longest name of a user or case number, and longest remark [characters].
MAX_LINE, MAX_REMARK = 120, 1_000


def user_name(wie: str) -> str:
    """Return who takes a step, without needless spaces.

    Raises
    ------
    NoNameError, InvalidEntryError
        If it is blank, too long or no line of text.

    Examples
    --------
    >>> user_name("  Jan   Jansen ")
    'Jan Jansen'
    """
    if not isinstance(wie, str) or not wie.strip():
        raise NoNameError
    return one_line(wie, "de naam van wie de stap zet")


def one_line(text: str, wat: str) -> str:
    """Return a line of text that says something.

    Raises
    ------
    InvalidEntryError
        If it is empty, too long, holds signs that cannot be printed, or no letter or digit.
    """
    line = " ".join(text.split()) if isinstance(text, str) else ""
    if not any(sign.isalnum() for sign in line):
        raise InvalidEntryError(wat=wat, reden="er is niets ingevuld")
    if len(line) > MAX_LINE:
        raise InvalidEntryError(wat=wat, reden=f"langer dan {MAX_LINE} tekens")
    if not line.isprintable():
        raise InvalidEntryError(wat=wat, reden="er staan tekens in die niet te lezen zijn")
    return line


def remark(text: str) -> str:
    """Return a remark, which may be empty.

    Raises
    ------
    InvalidEntryError
        If it is too long or holds signs that cannot be printed.
    """
    if not isinstance(text, str) or len(text) > MAX_REMARK:
        raise InvalidEntryError(wat="de opmerking", reden=f"langer dan {MAX_REMARK} tekens")
    kept = text.strip()
    if not kept.replace("\n", "").isprintable():
        raise InvalidEntryError(
            wat="de opmerking", reden="er staan tekens in die niet te lezen zijn"
        )
    return kept


def reason(text: str) -> str:
    """Return the reason of a counter-step, which may not be empty.

    Raises
    ------
    InvalidEntryError
        If there is none.
    """
    if not any(sign.isalnum() for sign in remark(text)):
        raise InvalidEntryError(wat="de reden", reden="een stap terug vraagt om een reden")
    return remark(text)
