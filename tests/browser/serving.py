"""The real server, started as a reader starts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiconsol.bench.server import fresh_server

PATIENCE_SECONDS = 60
START_SECONDS = 180


@contextmanager
def serving(log: Path) -> Iterator[str]:
    """The address of a fresh server over the project's own dataset; it is ended afterwards.

    Raises RuntimeError where the server fails, AssertionError where it has logged a traceback.
    """
    with fresh_server(log) as server:
        yield server.address
    assert "Traceback" not in log.read_text(encoding="utf-8")
