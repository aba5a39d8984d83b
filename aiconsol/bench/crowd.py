"""Readers without browsers: the server's time for one of them, and for twenty at once."""

import asyncio
import itertools
import time
from collections.abc import Mapping, Sequence

from aiconsol.bench.process import cpu_seconds
from aiconsol.bench.reader import Reader, reader
from aiconsol.bench.server import Server
from aiconsol.schema.vocabulary import SEGMENTS
from aiconsol.wording import capital, word

PAGE = "funding"
READERS = 20
CLICKS = 12
EVERY_SECONDS = 2.0
SEEN = (
    {"seen-basis": ["reported"]},
    {"seen-basis": ["estimated"]},
    {"seen-market": ["US"]},
    {"seen-market": ["US", "China"]},
)


async def server_times(server: Server, repetitions: int) -> dict[str, list[float]]:
    """Milliseconds of one reader's reruns, one after the other, and the processor's part of them.

    ``seen`` are of selections that some session has asked for before, ``new`` of others.
    """
    times: dict[str, list[float]] = {}
    async with reader(server.address) as session:
        await session.ask(PAGE)
        for choice in SEEN:
            await session.ask(PAGE, **choice)
        seen = list(itertools.islice(itertools.cycle(SEEN), repetitions))
        pairs = itertools.islice(itertools.permutations(SEGMENTS, 2), repetitions)
        new = [{"seen-segment": [capital(word(name)) for name in pair]} for pair in pairs]
        for name, choices in (("seen", seen), ("new", new)):
            before = cpu_seconds(server.pid)
            times[f"rerun, {name}"] = [await _asked(session, choice) for choice in choices]
            used = (cpu_seconds(server.pid) - before) * 1000 / len(choices)
            times[f"processor, {name}"] = [used]
    return times


async def crowd(server: Server) -> tuple[list[float], int]:
    """Milliseconds of every answer to 20 readers who each click every 2 s, and the clicks."""
    readers = [_clicks(server, number) for number in range(READERS)]
    answers = await asyncio.gather(*readers)
    return list(itertools.chain.from_iterable(answers)), READERS * CLICKS


async def _clicks(server: Server, number: int) -> list[float]:
    times = []
    async with reader(server.address) as session:
        await session.ask(PAGE)
        await asyncio.sleep(EVERY_SECONDS * (1 + number / READERS))
        for click in range(CLICKS):
            due = time.monotonic() + EVERY_SECONDS
            times.append(await _asked(session, SEEN[(number + click) % len(SEEN)]))
            await asyncio.sleep(max(0.0, due - time.monotonic()))
    return times


async def _asked(session: Reader, choice: Mapping[str, Sequence[str]]) -> float:
    start = time.perf_counter()
    await session.ask(PAGE, **choice)
    return (time.perf_counter() - start) * 1000
