"""What a reader with a browser waits for, in Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from aiconsol.schema.vocabulary import SEGMENTS

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES = {"overview": ("", 2), "funding": ("funding", 4)}
"""The leading page and the one of most charts: address, and the charts that a reader waits for."""
QUIET = "bench.quiet(700)"
PATIENCE_MILLISECONDS = 60_000
WATCH = Path(__file__).with_name("watch.js")
CLICKS = {"confidence": ("reported", "estimated"), "market": ("Other countries",) * 2}
"""Filters and what is clicked in them, one after the other, so that the last undoes the first.

Another confidence leaves the charts' shape as it is; another market adds a panel to them.
"""

Times = Iterator[tuple[str, float]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def page_times(browser: Browser, address: str, repetition: int) -> Times:
    """Milliseconds that one reader waits, by what for.

    A browser that has never been here loads the page (cold), loads it again (warm), and clicks.
    ``seen`` selections are those that readers before had, too; ``new`` ones differ with each
    ``repetition``. Raises RuntimeError where a click doesn't change the figures.
    """
    for name, (path, charts) in PAGES.items():
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_init_script(path=WATCH)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        for what, milliseconds in _visit(page, f"{address}/{path}", charts, repetition):
            yield f"{name}: {what}", milliseconds
        context.close()


def _visit(page: Page, address: str, charts: int, repetition: int) -> Times:
    for name in ("cold load", "warm load"):
        yield name, _loaded(page, address, charts)
    for name, labels in CLICKS.items():
        for label in labels:
            chart, settled = _clicked(page, label)
            yield f"{name}, seen: last chart", chart
            yield f"{name}, seen: settled", settled
    _loaded(page, f"{address}?{urlencode(_new_selection(repetition), doseq=True)}", charts)
    for name, labels in CLICKS.items():
        chart, settled = _clicked(page, labels[0])
        yield f"{name}, new: last chart", chart
        yield f"{name}, new: settled", settled


def _new_selection(repetition: int) -> dict[str, list[str]]:
    """All segments but one, and quarters from another one on in each repetition."""
    out, later = repetition % len(SEGMENTS), repetition // len(SEGMENTS)
    segments = [name for number, name in enumerate(SEGMENTS) if number != out]
    return {"segment": segments, "quarters": [f"2019Q{later % 4 + 1}", "2026Q2"]}


def _loaded(page: Page, address: str, charts: int) -> float:
    """Milliseconds from the navigation to the first paint of so many charts."""
    page.goto(address)
    _until(page, f"bench.painted({charts})")
    _until(page, QUIET)
    return float(page.evaluate(f"bench.painted({charts})"))


def _clicked(page: Page, label: str) -> tuple[float, float]:
    """Milliseconds from the click to the last change of a chart, and of anything."""
    before = page.evaluate("bench.shown()")
    named = page.get_by_test_id("stSidebar").get_by_role
    named("radio", name=label, exact=True).or_(named("button", name=label, exact=True)).click()
    _until(page, "bench.chart > 0")
    _until(page, QUIET)
    if page.evaluate("bench.shown()") == before:
        raise RuntimeError(f"{label}: the figures are as they were before the click")
    chart, settled = page.evaluate("[bench.chart - bench.click, bench.any - bench.click]")
    return float(chart), float(settled)


def _until(page: Page, is_so: str) -> None:
    """Waits within the page: its policy forbids what Playwright's ``wait_for_function`` does.

    Raises Playwright's Error where it takes too long.
    """
    last = f"setTimeout(() => reject(new Error('never: {is_so}')), {PATIENCE_MILLISECONDS})"
    page.evaluate(
        f"new Promise((resolve, reject) => {{ {last}; bench.until(() => {is_so}).then(resolve) }})"
    )
