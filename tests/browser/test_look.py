"""Every page as it is seen: three widths, light and dark; nothing cut, nothing empty.

The pictures stay in build/screens, for whoever wants to look.
"""

from pathlib import Path

import pytest

from tests.browser.app import PAGES, address_of, settled

SCREENS = Path(__file__).parents[2] / "build" / "screens"
SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}
TALLEST = 14_000

FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_or_empty(open_at, name, size):
    width, height = SIZES[size]
    page = open_at(address_of(name), width=width, height=height)
    whole = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(whole, height), TALLEST)})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        settled(page)
        SCREENS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENS / f"{name}-{size}-{scheme}.png")
        assert page.evaluate(FAULTS, scheme) == []
