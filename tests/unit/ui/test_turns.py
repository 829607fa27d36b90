"""The queue of heavy work: first come, first served, one per user, and who leaves leaves no gap."""

from threading import Event, Thread

import pytest

from optimiser.ui.frame.turns import GivenUpError, Turns


class Work:
    """Work of a user that runs until it is released."""

    def __init__(self, turns, user):
        self.turn, self.begun, self.release = turns.join(user), Event(), Event()
        self.gone = Event()
        self.thread = Thread(target=self._run, args=(turns,))
        self.thread.start()

    def _run(self, turns):
        try:
            with turns.have(self.turn, self.gone.is_set):
                self.begun.set()
                self.release.wait(20)
        except GivenUpError:
            pass

    def end(self):
        self.release.set()
        self.thread.join(20)


def test_one_user_holds_one_place_and_lets_others_pass():
    turns = Turns(places=2)
    first, second, other = (Work(turns, user) for user in ("jan", "jan", "piet"))
    assert first.begun.wait(5)
    assert other.begun.wait(5)
    assert not second.begun.is_set()
    first.end()
    assert second.begun.wait(5)
    second.end()
    other.end()


def test_who_came_first_goes_first_and_is_told_how_many_are_before():
    turns = Turns(places=1)
    first, second, third = (Work(turns, user) for user in "abc")
    assert first.begun.wait(5)
    assert (turns.before(second.turn), turns.before(third.turn)) == (0, 1)
    first.end()
    assert second.begun.wait(5)
    assert not third.begun.is_set()
    second.end()
    assert third.begun.wait(5)
    third.end()


def test_who_gives_up_leaves_the_queue():
    turns = Turns(places=1)
    first, second, third = (Work(turns, user) for user in "abc")
    assert first.begun.wait(5)
    second.gone.set()
    second.thread.join(5)
    assert turns.before(third.turn) == 0
    first.end()
    assert third.begun.wait(5)
    assert not second.begun.is_set()
    third.end()


def test_a_fault_gives_the_place_back():
    turns = Turns(places=1)
    with pytest.raises(ZeroDivisionError), turns.have(turns.join("a"), lambda: False):
        _ = 1 // 0
    with turns.have(turns.join("a"), lambda: False):
        pass
