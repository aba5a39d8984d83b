"""A reader's session from the other side: what a browser says to the app, and hears from it."""

from collections.abc import Iterator

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

STREAM = "/_stcore/stream"
PROTOCOL = "streamlit"


def run_page(page: str, query: str = "", widgets: tuple[WidgetState, ...] = ()) -> bytes:
    """Asks for the page of that name (the overview's is empty), with these widgets set."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    message.rerun_script.widget_states.widgets.extend(widgets)
    sent: bytes = message.SerializeToString()
    return sent


def heard(message: bytes) -> ForwardMsg:
    """What the app says."""
    said: ForwardMsg = ForwardMsg.FromString(message)
    return said


def is_last(message: ForwardMsg) -> bool:
    """Whether the app has drawn everything that was asked for."""
    return message.WhichOneof("type") == "script_finished"


def troubles(message: ForwardMsg) -> Iterator[str]:
    """What went wrong, in the app's words; nothing where nothing did."""
    if message.WhichOneof("type") == "delta" and message.delta.new_element.HasField("exception"):
        yield message.delta.new_element.exception.message
