"""A fresh server in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True)
class Server:
    """Where a server answers, its process, and how long it took until it answered."""

    address: str
    pid: int
    start_seconds: float


@contextmanager
def fresh_server(dataset: Path | None = None) -> Iterator[Server]:
    """A server of the dataset, the project's own where none is given; ended at the end.

    Raises RuntimeError with what the server said where it ended or didn't answer in time.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = dict(os.environ)
    if dataset:
        settings["AICONSOL_DATASET"] = str(dataset)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    started = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 our own app
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        address = f"http://localhost:{port}"
        _wait(process, address)
        yield Server(address, process.pid, time.monotonic() - started)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait(process: "subprocess.Popen[bytes]", address: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{address}/healthz", timeout=PATIENCE_SECONDS):  # noqa: S310 our own app
                return
        except URLError:
            time.sleep(0.05)
    process.kill()
    said = process.communicate()[0].decode(errors="replace")
    raise RuntimeError(f"the app didn't answer: {said}")
