"""Heavy work in a process of its own: answers, messages, faults, and being given up."""

import os
import pickle
import time
from functools import partial
from threading import Timer

import pytest

from optimiser.compare.vraag import Vraag
from optimiser.errors import UnknownHalfjaarError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.gegevens import read_embedded
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.uitgangspunt import make_uitgangspunt, only
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import worker
from optimiser.ui.frame.worker import Voortgang, WorkerGoneError, compute_apart
from optimiser.ui.koppelen.waarom import _explain
from optimiser.ui.koppelen.work import _make
from optimiser.ui.uitruil.region.apart import find_apart
from optimiser.ui.vergelijken.uncertainty import _computed
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.zoekvraag import Zoekvraag


@pytest.fixture(scope="module", autouse=True)
def _ended():
    """Leave no process behind."""
    yield
    while worker._IDLE:
        worker._IDLE.pop().end()


def parse(text, _voortgang):
    return Halfjaar.parse(text)


def process(_voortgang):
    return os.getpid(), os.nice(0)


def tell(voortgang):
    voortgang.tekst = "Noord, "
    time.sleep(60)


def divide(_voortgang):
    return 1 // 0


def vanish(_voortgang):
    os._exit(9)


def test_it_runs_elsewhere_politely_and_the_process_is_used_again():
    first, nice = compute_apart(process, Voortgang())
    assert first != os.getpid()
    assert nice == min(19, os.nice(0) + worker.NICE)
    assert compute_apart(process, Voortgang())[0] == first


def test_answer_and_refusal_come_back_as_they_were():
    assert compute_apart(partial(parse, "2025-2"), Voortgang()) == Halfjaar(2025, 2)
    with pytest.raises(UnknownHalfjaarError) as caught:
        compute_apart(partial(parse, "2025-3"), Voortgang())
    assert caught.value.params["halfjaar"] == "2025-3"


def test_a_bug_comes_back_with_its_trace_and_the_process_goes_on():
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        compute_apart(divide, Voortgang())
    assert compute_apart(process, Voortgang())[0] > 0


def test_what_is_given_up_ends_at_once_and_told_before():
    told = Voortgang()
    Timer(3, lambda: setattr(told, "gestopt", True)).start()
    begun = time.monotonic()
    with pytest.raises(WorkerGoneError):
        compute_apart(tell, told)
    assert told.tekst == "Noord, "
    assert time.monotonic() - begun < 30


def test_a_process_that_dies_is_told_and_the_next_work_gets_another():
    with pytest.raises(WorkerGoneError):
        compute_apart(vanish, Voortgang())
    assert compute_apart(process, Voortgang())[0] > 0


def test_every_kind_of_heavy_work_of_the_app_can_go_to_another_process():
    stand = make_beginstand(Scenario(halfjaar="2025-2"), read_embedded())
    start = make_uitgangspunt(Scenario(halfjaar="2025-2"), read_embedded(), 10)
    plan = make_plan(only(start.vraag, next(iter(start.vraag.huishoudens))))
    for make in (
        partial(find_apart, stand, "Drenthe", ("GM0106", "GM0114"), Zoekvraag()),
        partial(_make, start.vraag),
        partial(_explain, plan.koppelingen, start.vraag, ("GM0106", 1, None), ()),
        partial(_computed, Vraag("2025-2"), 1_000, read_embedded()),
    ):
        assert pickle.loads(pickle.dumps(make)).func is make.func
