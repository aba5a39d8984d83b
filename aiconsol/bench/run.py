"""How fast the app is, in milliseconds: medians over interleaved repetitions.

For the register, and with ``--rows`` for as many synthetic rounds in a temporary folder too, a
server is started in a process of its own. In each repetition, one dataset after the other, a fresh
Chromium context (no cache) opens the overview and the Funding page and clicks their filters:

- cold load, warm load: from the navigation to the first paint of both charts of the overview, of
  the fourth of Funding;
- last chart: from a click on a filter to the last change inside a chart, on its canvas or around;
- settled: to the last change of the document or of any canvas before 700 ms without one.

After each click the headlines and pictures must differ from those before. ``confidence`` changes
the figures alone; ``market`` changes the shape of the charts, which are then embedded anew. A
selection is ``seen`` where some session has had it before, so that its answers are kept, and
``new`` where every query runs.

Then, without a browser and over the same websocket: the server's time and processor time for one
reader's reruns; and 20 readers at once, each clicking every 2 s, every answer waited for. Memory is
what the process holds, at the start and after all of that.
"""

import asyncio
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from aiconsol.bench.browser import chromium, page_times
from aiconsol.bench.crowd import crowd, server_times
from aiconsol.bench.process import resident_megabytes
from aiconsol.bench.server import Server, fresh_server
from aiconsol.bench.synthetic import write_synthetic

LAST_PERCENT = 0.95

Times = dict[str, dict[str, list[float]]]


def bench(register: Path, dataset: Path, *, rows: int, repetitions: int) -> str:
    """The measured times as a table, one line each, one column for each dataset."""
    times: Times = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folders = {"register": dataset}
        if rows:
            write_synthetic(register, dataset, scratch / "synthetic", rows)
            folders[f"{rows:,} rounds"] = scratch / "synthetic"
        servers = {
            name: stack.enter_context(fresh_server(scratch / f"{name}.log", folder))
            for name, folder in folders.items()
        }
        for name, server in servers.items():
            times["start of the server"][name] = [server.start_seconds * 1000]
            times["memory at the start, MB"][name] = [resident_megabytes(server.pid)]
        _in_the_browser(servers, repetitions, times)
        for name, server in servers.items():
            _without_a_browser(name, server, repetitions, times)
    return _table(list(folders), times)


def _in_the_browser(servers: dict[str, Server], repetitions: int, times: Times) -> None:
    with chromium() as browser:
        for server in servers.values():  # Chromium's own start is nobody's waiting time
            list(page_times(browser, server.address, repetitions))
        for repetition in range(repetitions):
            for name, server in servers.items():
                for what, milliseconds in page_times(browser, server.address, repetition):
                    times[what][name].append(milliseconds)


def _without_a_browser(name: str, server: Server, repetitions: int, times: Times) -> None:
    for what, measured in asyncio.run(server_times(server, repetitions)).items():
        times[what][name] = measured
    answers, clicks = asyncio.run(crowd(server))
    answers.sort()
    times["20 readers, median"][name] = answers
    times["20 readers, 95 of 100 within"][name] = [answers[int(LAST_PERCENT * len(answers))]]
    times["20 readers, clicks"][name] = [clicks]
    times["20 readers, answers"][name] = [len(answers)]
    times["memory at the end, MB"][name] = [resident_megabytes(server.pid)]


def _table(names: Sequence[str], times: Times) -> str:
    width = max(map(len, times))
    lines = [" " * width + "".join(f"{name:>20}" for name in names)]
    for what, measured in times.items():
        cells = [f"{statistics.median(measured[name]):>20,.0f}" for name in names]
        lines.append(f"{what:<{width}}" + "".join(cells))
    return "\n".join(lines)
