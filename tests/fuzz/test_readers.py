"""Whatever happened to a file: only the program's own refusals escape, and in time.

Seeds are fixed, so a find repeats. ``-m lang`` tries ten thousand files per reader.
"""

from time import perf_counter

import pytest

from optimiser.errors import OptimiserError
from tests.fuzz.readers import READERS, Reader

#: Files per reader in every run, and behind the marker.
SOME, MANY = 300, 10_000
#: Longest that one of these small files may take [seconds]; a hang, not a benchmark.
PATIENCE = 20.0


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_the_good_file_is_read(reader: Reader):
    assert reader.read(reader.good()) is not None


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_damaged_file_is_read_or_refused_in_words(reader: Reader):
    assert _refused(reader, range(SOME)) > SOME // 20


@pytest.mark.lang
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_ten_thousand_damaged_files_are_read_or_refused_in_words(reader: Reader):
    assert _refused(reader, range(SOME, SOME + MANY)) > MANY // 20


def _refused(reader: Reader, seeds: range) -> int:
    """Read a damaged file per seed; anything but the program's own refusal is a fault."""
    count = 0
    for seed in seeds:
        content, started = reader.damaged(seed), perf_counter()
        count += _is_refused(reader, content, seed)
        if perf_counter() - started > PATIENCE:
            # A machine that did something else looks like a hang once, not twice.
            started = perf_counter()
            _is_refused(reader, content, seed)
            assert perf_counter() - started < PATIENCE, f"reader {reader.name}, seed {seed}"
    return count


def _is_refused(reader: Reader, content: bytes, seed: int) -> bool:
    try:
        reader.read(content)
    except OptimiserError:
        return True
    except BaseException as error:
        error.add_note(f"reader {reader.name}, seed {seed}")
        raise
    return False
