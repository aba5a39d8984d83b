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
PATIENCE_SECONDS = 600.0


@dataclass(frozen=True)
class Server:
    """Where a server answers, its process, and how long it took until it answered."""

    address: str
    pid: int
    start_seconds: float


@contextmanager
def fresh_server(log: Path, dataset: Path | None = None) -> Iterator[Server]:
    """A server of the dataset, the project's own where none is given; ended at the end.

    What it says is written to ``log``. Raises RuntimeError with that where it ended or didn't
    answer in time.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {**os.environ, "AICONSOL_DATASET": str(dataset or ROOT / "data")}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    started = time.monotonic()
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 our own app
            command, cwd=ROOT, env=settings, stdout=said, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://localhost:{port}"
        _wait(process, address, log)
        yield Server(address, process.pid, time.monotonic() - started)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _wait(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{address}/healthz", timeout=PATIENCE_SECONDS):  # noqa: S310 our own app
                return
        except (URLError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"the app didn't answer: {log.read_text(encoding='utf-8')}")
