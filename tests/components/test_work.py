from functools import partial
from threading import Barrier, Thread

import pytest

from aiconsol.components.reading import Reading
from aiconsol.components.work import once
from aiconsol.dataset import shelf
from aiconsol.filters import Filters


@pytest.fixture
def made():
    return []


@pytest.fixture
def reading():
    return lambda **chosen: Reading(shelf().current()[0], Filters(**chosen))


def maker(made):
    def make(**options):
        made.append(options)
        return object()

    return make


def test_work_is_done_once_for_a_selection_and_its_options(made, reading):
    make = maker(made)
    first = once(reading(), make, scale="log")
    assert once(reading(), make, scale="log") is first
    assert once(reading(market=("CN",)), make, scale="log") is not first
    assert once(reading(), make, scale="share") is not first
    assert len(made) == 3


def test_a_partial_is_known_by_its_function_and_arguments(made, reading):
    make = maker(made)
    first = once(reading(), partial(partial(make, company="a"), stage="b"))
    assert once(reading(), partial(partial(make, company="a"), stage="b")) is first
    assert once(reading(), partial(partial(make, company="c"), stage="b")) is not first


def test_sessions_that_come_at_once_share_the_work(made, reading):
    make, start, results = maker(made), Barrier(8), []

    def session():
        start.wait()
        results.append(once(reading(), make))

    threads = [Thread(target=session) for __ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert len({id(result) for result in results}) == 1


def test_work_that_fails_is_tried_again(reading):
    attempts = []

    def make():
        attempts.append(1)
        if len(attempts) == 1:
            raise ValueError
        return "made"

    with pytest.raises(ValueError, match=r"^$"):
        once(reading(), make)
    assert once(reading(), make) == "made"
