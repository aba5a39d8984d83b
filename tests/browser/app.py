"""The app's parts as a reader finds them on the screen."""

import time
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.serving import PATIENCE_SECONDS

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
FRONT_PAGE = "overview"

WATCH = """
  window.lastChange = performance.now();
  new MutationObserver(() => { window.lastChange = performance.now(); }).observe(
    document, { subtree: true, childList: true, attributes: true, characterData: true });
"""
IS_SETTLED = """quiet => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning'
    && document.querySelector('h1') !== null
    && document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]') === null
    && performance.now() - window.lastChange > quiet;
}"""
QUIET_MS = 350


def address_of(page_name: str) -> str:
    """The path under which the app serves a page."""
    return "" if page_name == FRONT_PAGE else page_name


def settled(page: Page) -> Page:
    """The page once the server has answered and nothing has changed for a while.

    Asked again and again, since the page's own policy forbids what ``wait_for_function`` does.
    """
    last = time.monotonic() + PATIENCE_SECONDS
    while not page.evaluate(IS_SETTLED, QUIET_MS):
        assert time.monotonic() < last, "the page didn't come to rest"
        page.wait_for_timeout(QUIET_MS / 5)
    exceptions = page.get_by_test_id("stException")
    assert exceptions.count() == 0, exceptions.first.inner_text()
    return page


def selection(page: Page) -> Locator:
    """The sentence that states the whole selection, under the page's title."""
    head = page.get_by_test_id("stMarkdownContainer").filter(has=page.locator("h1"))
    return head.locator("p").first


def filters(page: Page) -> Locator:
    """The sidebar with its filters, as far as a reader sees it."""
    return page.get_by_test_id("stSidebar")


def go_to(page: Page, title: str) -> None:
    """A click on the page's name in the navigation."""
    filters(page).get_by_role("link", name=title, exact=True).click()


def card(page: Page, key: str) -> Locator:
    """One chart card."""
    return page.locator(f".st-key-card-{key}")


def open_evidence(page: Page, key: str) -> Locator:
    """The card, its sources, data and downloads unfolded."""
    shown = card(page, key)
    shown.get_by_text("Sources, data and downloads").click()
    shown.get_by_test_id("stDownloadButton").first.wait_for()
    return shown
