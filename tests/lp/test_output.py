"""A real process: test runners do not see what C code writes to standard output."""

import subprocess
import sys

import pytest

from optimiser.errors import OptimiserError
from optimiser.lp.solver import check_available

PROGRAM = """
from tests.instances import random_instance
from optimiser.lp import solve_lp
from optimiser.lp.diagnosis.diagnose import diagnose
data = random_instance(1, 8)
solve_lp(data, "{solver}"); diagnose(data, "{solver}")
"""


@pytest.mark.parametrize("solver", ["highs", "cbc"])
def test_nothing_is_printed(solver):
    try:
        check_available(solver)
    except OptimiserError:
        pytest.skip(f"{solver} is not installed on this machine")
    command = [sys.executable, "-W", "error", "-c", PROGRAM.format(solver=solver)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr == ""
