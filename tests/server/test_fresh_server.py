"""The app as it is run: a process of its own, visited by readers who all come at once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import pytest

from aiconsol.bench.reader import reader
from aiconsol.bench.server import fresh_server
from aiconsol.dataset import shelf

READERS = 20


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with fresh_server(tmp_path_factory.mktemp("server") / "log") as server:
        yield server


async def read(address, page):
    async with reader(address) as session:
        return await session.ask(page)


def charts(messages):
    """Where the charts of the page stand that the messages draw."""
    return {
        tuple(message.metadata.delta_path)
        for message in messages
        if message.delta.new_element.WhichOneof("type") == "vega_lite_chart"
    }


def test_twenty_first_readers_at_once_are_all_answered(server):
    async def all_at_once():
        pages = ["funding" if number % 2 else "" for number in range(READERS)]
        return await asyncio.gather(*(read(server.address, page) for page in pages))

    # in a thread of its own: the browser of other tests keeps a loop running in this one
    with ThreadPoolExecutor(1) as thread:
        answers = thread.submit(lambda: asyncio.run(all_at_once())).result()
    assert len(answers) == READERS
    for answers_of_one_page in (answers[::2], answers[1::2]):
        places = [charts(messages) for messages in answers_of_one_page]
        assert len(places[0]) >= 2
        assert places.count(places[0]) == len(places)


def test_it_serves_the_routes_beside_the_pages(server):
    with urlopen(f"{server.address}/healthz") as answer:  # noqa: S310 our own app
        assert shelf().current()[0].version in answer.read().decode()
        assert "default-src 'self'" in answer.headers["content-security-policy"]
    with urlopen(f"{server.address}/api/rounds.csv?market=CN") as answer:  # noqa: S310
        assert answer.read().startswith(b"\xef\xbb\xbf")
    with urlopen(f"{server.address}/funding") as answer:  # noqa: S310
        assert b"BACKEND_BASE_URL" in answer.read()
