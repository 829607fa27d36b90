"""Free text of a user, free of what no document can hold."""

import re

#: Control characters but tab and line ends, lone surrogates, and the two that XML forbids.
_FORBIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]"
)


def without_controls(text: str) -> str:
    r"""Return a text without the characters that break XLSX, DOCX, PPTX or PDF.

    Those are the ones outside ``Char`` of XML 1.0 (section 2.2) and the control characters it
    discourages; tab and line ends stay.

    >>> without_controls("Plafond\x0b 10 \x1b[31m%")
    'Plafond 10 [31m%'
    """
    return _FORBIDDEN.sub("", text)
