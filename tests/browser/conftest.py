"""The real app in real Chromium: one server and one browser for all tests, a context for each."""

import re
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.browser.app import WATCH, settled
from tests.browser.serving import PATIENCE_SECONDS, serving

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = PATIENCE_SECONDS * 1000
EXPECTED = re.compile(
    r"The page that you have requested does not seem to exist"
    r"|/no-such-page/_stcore/(health|host-config)$"
)
"""An address that names no page is reported on the console too."""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that the tests share."""
    with serving(tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found: str | None = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "no Chromium on the PATH; `make test` installs it"
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_at(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """A function from an address of the app to its settled page, as a new visitor sees it.

    After the test the browser must have reported no error, and asked no other host for anything.
    """
    troubles: list[str] = []
    contexts = []

    def opened(
        path: str = "",
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        at: str = server,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WATCH)
        page = context.new_page()
        _listen(page, urlsplit(at).netloc, troubles)
        page.goto(f"{at}/{path}")
        return settled(page)

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _listen(page: Page, home: str, troubles: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        report = f"{message.text} {message.location['url']}"
        if message.type == "error" and not EXPECTED.search(report):
            troubles.append(f"console: {report}")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != home:
            troubles.append(f"another host was asked: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: troubles.append(f"page error: {error}"))
