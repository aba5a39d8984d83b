import altair as alt

from aiconsol.charts.links import company_href
from aiconsol.components.links import COMPANY_PAGE


def test_a_mark_opens_the_page_that_its_row_carries():
    chart = alt.Chart(alt.NamedData(name="rows")).mark_point().encode(href=company_href())
    href = chart.to_dict()["encoding"]["href"]
    assert href == {
        "condition": {"test": f"isValid(datum.{COMPANY_PAGE})", "field": COMPANY_PAGE},
        "value": "",
    }
