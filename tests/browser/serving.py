"""The real server, started as a reader starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


@contextmanager
def serving(log: Path) -> Iterator[str]:
    """The address of a fresh server over the project's own dataset; it is ended afterwards.

    Raises AssertionError where the server fails, or has written a traceback to its log.
    """
    address = f"http://localhost:{_free_port()}"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", address.rpartition(":")[2]]
    environment = {name: value for name, value in os.environ.items() if name != "AICONSOL_DATASET"}
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603 our own command
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env=environment
        )
    try:
        _wait(f"{address}/healthz", server, log)
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 our own server
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"no server at {address}: {log.read_text(encoding='utf-8')}")
