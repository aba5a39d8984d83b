"""The look is judged by faults.js; here it is shown each fault, and a page without one."""

from pathlib import Path

import pytest

FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")
FRAME = """
  <style>body, main {{ margin: 0 }} main {{ width: 400px }}</style>
  <div data-testid="stApp" style="background: #fff"><main data-testid="stMain">{inside}</main></div>
"""
CHART = (
    '<div class="st-key-card-x"><div class="stVegaLiteChart" aria-label="A">{picture}</div></div>'
)
MARK = '<g class="role-mark"><path d="M10,90h80v-40h-80Z"></path></g>'
FINE = f'<svg class="marks" width="300" height="100">{MARK}<text x="20" y="20">1</text></svg>'
CASES = {
    "": CHART.format(picture=FINE),
    "cut": '<p style="width: 30px; overflow: hidden; white-space: nowrap">a long word</p>',
    "sideways": '<div style="width: 900px; height: 9px"></div>',
    "no picture": CHART.format(picture=""),
    "an empty picture": CHART.format(picture=FINE.replace('height="100"', 'height="10"')),
    "nothing drawn": CHART.format(picture=FINE.replace(MARK, "")),
    "runs out of the picture": CHART.format(picture=FINE.replace('x="20"', 'x="298"')),
    "wider than its card": CHART.format(picture=FINE.replace('width="300"', 'width="500"')),
    "one colour alone": CHART.format(
        picture='<canvas class="marks" width="99" height="99"></canvas>'
    ),
}


@pytest.mark.parametrize("fault", CASES)
def test_each_fault_is_seen_and_none_where_there_is_none(browser, fault):
    page = browser.new_page(viewport={"width": 600, "height": 400})
    page.set_content(FRAME.format(inside=CASES[fault]))
    found = page.evaluate(FAULTS, "light")
    page.close()
    assert bool(found) == bool(fault), found
    assert any(fault in sentence for sentence in found or [""])


def test_a_background_against_the_reader_s_scheme_is_seen(browser):
    page = browser.new_page()
    page.set_content(FRAME.format(inside=""))
    assert page.evaluate(FAULTS, "dark") == ["the background is not dark"]
    page.close()
