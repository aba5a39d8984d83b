"""Makes the first reader's visit as fast as the second's: the server visits its own pages first.

Before the port answers, every module that a page needs is imported, so that twenty first sessions
at once can't trip over one that another is importing, and the first page is visited. The other
pages are visited one by one while the app serves already: a reader who comes sooner is answered
all the same.
"""

import asyncio
import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.types import ASGIApp, Message

from aiconsol import cards
from aiconsol.dataset import shelf
from aiconsol.server.session import PROTOCOL, STREAM, heard, is_last, run_page, troubles

PATIENCE_SECONDS = 120.0
PAUSE_SECONDS = 1.0
"""Between two pages, for whoever is reading already."""

_log = logging.getLogger(__name__)


def warmed(pages: Sequence[str]) -> Callable[[ASGIApp], AbstractAsyncContextManager[None]]:
    """The app's lifespan: opens the dataset, visits the first page, serves, visits the others.

    Raises BrokenDataset, and serves nothing, where there is no dataset to serve. A page that fails
    is logged: it must not keep the others from being served.
    """

    @asynccontextmanager
    async def lifespan(app: ASGIApp) -> AsyncIterator[None]:
        shelf()
        for module in pkgutil.iter_modules(cards.__path__, f"{cards.__name__}."):
            importlib.import_module(module.name)
        await _visit_patiently(app, pages[:1])
        others = asyncio.create_task(_visit_others(app, pages[1:]))
        yield
        others.cancel()

    return lifespan


async def _visit_others(app: ASGIApp, pages: Sequence[str]) -> None:
    for page in pages:
        await asyncio.sleep(PAUSE_SECONDS)
        await _visit_patiently(app, [page])


async def _visit_patiently(app: ASGIApp, pages: Sequence[str]) -> None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            for trouble in await visit(app, pages):
                _log.error("while warming up: %s", trouble)
    except TimeoutError:
        _log.exception("warming up took too long")
    gc.collect()
    gc.freeze()


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
