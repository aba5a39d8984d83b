"""The app without a browser: its frame under AppTest, at a page and an address."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
FRAME = ROOT / "aiconsol" / "frame.py"
FRONT_PAGE = "overview"
TIMEOUT_SECONDS = 60

Address = Mapping[str, Sequence[str]]


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """A function from a page's name and an address to the app as a new session shows it there."""

    def opened(page: str, address: Address | None = None) -> AppTest:
        app = AppTest.from_file(FRAME, default_timeout=TIMEOUT_SECONDS)
        at_address(app, address or {}).run()
        if page == FRONT_PAGE:
            return app
        app.switch_page(f"../pages/{page}.py")
        return at_address(app, address or {}).run()

    return opened


def at_address(app: AppTest, address: Address) -> AppTest:
    """The app with the address as a reader typed it: a run takes what it can't use out of it."""
    app.query_params.clear()
    app.query_params.update({name: list(values) for name, values in address.items()})
    return app
