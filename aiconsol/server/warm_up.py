"""Makes the first reader's visit as fast as the second's: the server visits its own pages first.

It happens before the port answers. What a first session would import, read and compute is then
there, and twenty first sessions at once can't trip over a module that one of them is importing.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.types import ASGIApp, Message

from aiconsol.dataset import shelf
from aiconsol.server.session import PROTOCOL, STREAM, heard, is_last, run_page, troubles

PATIENCE_SECONDS = 120.0

_log = logging.getLogger(__name__)


def warmed(pages: Sequence[str]) -> Callable[[ASGIApp], AbstractAsyncContextManager[None]]:
    """The app's lifespan: opens the dataset, visits the pages, then lets the app serve.

    Raises BrokenDataset, and serves nothing, where there is no dataset to serve. A page that fails
    is logged: it must not keep the others from being served.
    """

    @asynccontextmanager
    async def lifespan(app: ASGIApp) -> AsyncIterator[None]:
        shelf()
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                for trouble in await visit(app, pages):
                    _log.error("while warming up: %s", trouble)
        except TimeoutError:
            _log.exception("warming up took too long")
        gc.collect()
        gc.freeze()
        yield

    return lifespan


async def visit(app: ASGIApp, pages: Sequence[str]) -> list[str]:
    """Opens one session, runs each page in it, and gives what went wrong."""
    to_app: asyncio.Queue[Message] = asyncio.Queue()
    from_app: asyncio.Queue[Message] = asyncio.Queue()
    scope = {
        "type": "websocket",
        "path": STREAM,
        "raw_path": STREAM.encode(),
        "root_path": "",
        "scheme": "ws",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "subprotocols": [PROTOCOL],
        "client": None,
        "server": None,
    }
    to_app.put_nowait({"type": "websocket.connect"})
    connection = asyncio.ensure_future(app(scope, to_app.get, from_app.put))
    failed = []
    for page in pages:
        to_app.put_nowait({"type": "websocket.receive", "bytes": run_page(page)})
        async for message in _until_drawn(from_app):
            failed += [f"/{page}: {trouble}" for trouble in troubles(heard(message))]
    to_app.put_nowait({"type": "websocket.disconnect", "code": 1000})
    await connection
    return failed


async def _until_drawn(from_app: asyncio.Queue[Message]) -> AsyncIterator[bytes]:
    while True:
        message = (await from_app.get()).get("bytes")
        if message is not None:
            yield message
            if is_last(heard(message)):
                return
