"""The order in which parts of a page are computed, apart from where they stand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from streamlit.delta_generator import DeltaGenerator


@contextmanager
def ahead_of(place: DeltaGenerator, draw: Callable[[], None]) -> Iterator[None]:
    """Draw what is inside first, then ``draw`` in ``place``, though it may stand before it.

    So an answer changes colour before its questions are drawn again. After an error inside, the
    questions are drawn all the same and the error goes on; when a newer run takes over (not an
    ``Exception`` in Streamlit) they are not.
    """
    try:
        yield
    except Exception:
        with place:
            draw()
        raise
    with place:
        draw()
