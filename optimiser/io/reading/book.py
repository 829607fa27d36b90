"""The codebook of the embedded figures, made once."""

from functools import cache

from optimiser.gegevens.codebook import Codebook, codebook_of
from optimiser.io.tables import read_gemeenten, read_herindelingen


@cache
def read_codebook() -> Codebook:
    """Return the codes and names of the embedded figures.

    >>> read_codebook().codes_of("Den Haag"), read_codebook().codes_of("Bergen")
    (('GM0518',), ('GM0373', 'GM0893'))
    """
    return codebook_of(read_gemeenten(), read_herindelingen())
