"""The code of a gemeente: ``GM`` and four digits, as CBS writes it."""

import re

#: As a pattern, for where one stands inside a larger text.
PATTERN = r"GM\d{4}"
_WHOLE = re.compile(PATTERN)


def is_gm_code(text: object) -> bool:
    """Tell whether a value is written as the code of a gemeente; not whether that gemeente exists.

    >>> is_gm_code("GM0014"), is_gm_code("GM14"), is_gm_code(14)
    (True, False, False)
    """
    return isinstance(text, str) and _WHOLE.fullmatch(text) is not None
