"""A reader without a browser: one session over a websocket, as the front end speaks it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from aiconsol.server.session import PROTOCOL, STREAM, heard, is_last, run_page, troubles

LARGEST_MESSAGE = 2**28
PATIENCE_SECONDS = 60.0


class Reader:
    """One session: asks for pages, and keeps the ids of the widgets that it was shown."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self.widgets: dict[str, str] = {}

    async def ask(self, page: str, **chosen: Sequence[str]) -> list[ForwardMsg]:
        """What the app draws for the page, with widgets set by their keys.

        Raises RuntimeError where the app drew an error, TimeoutError where it never finished.
        """
        states = tuple(_state(self.widgets[key], values) for key, values in chosen.items())
        await self._connection.send(run_page(page, widgets=states))
        messages: list[ForwardMsg] = []
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not messages or not is_last(messages[-1]):
                messages.append(heard(bytes(await self._connection.recv(decode=False))))
        failed = [trouble for message in messages for trouble in troubles(message)]
        if failed:
            raise RuntimeError("; ".join(failed))
        self._learn(messages)
        return messages

    def _learn(self, messages: Sequence[ForwardMsg]) -> None:
        for message in messages:
            if message.WhichOneof("type") != "delta":
                continue
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            widget = getattr(getattr(element, kind), "id", "") if kind else ""
            if widget.startswith("$$ID-"):
                self.widgets[widget.split("-", 2)[2]] = widget


@asynccontextmanager
async def reader(address: str) -> AsyncIterator[Reader]:
    """A session with the server at the address, open until the end of the block."""
    stream = address.replace("http", "ws", 1) + STREAM
    spoken = [Subprotocol(PROTOCOL)]
    async with connect(stream, subprotocols=spoken, max_size=LARGEST_MESSAGE) as connection:
        yield Reader(connection)


def _state(widget: str, values: Sequence[str]) -> WidgetState:
    state = WidgetState(id=widget)
    state.string_array_value.data.extend(values)
    return state
