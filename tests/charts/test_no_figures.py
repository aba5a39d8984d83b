"""A chart names its datasets and holds no data, so that new data never embeds it anew."""

import json

import pytest

from aiconsol.charts.acquirers import acquirer_cells
from aiconsol.charts.alternative import alternative_lines
from aiconsol.charts.backtest import backtest_chart, cases_grid
from aiconsol.charts.capex import capex_columns
from aiconsol.charts.composition import composition_bars
from aiconsol.charts.concentration import concentration_columns
from aiconsol.charts.exit_years import exit_years
from aiconsol.charts.exits import ends_bars
from aiconsol.charts.funding import funding_chart
from aiconsol.charts.giants import giants_chart
from aiconsol.charts.income import income_marks
from aiconsol.charts.outcomes import outcome_bars
from aiconsol.charts.partners import partner_steps
from aiconsol.charts.policy import policy_lanes
from aiconsol.charts.prices import price_marks
from aiconsol.charts.reviews import review_bars_chart
from aiconsol.charts.rounds import rounds_and_median
from aiconsol.charts.runway import runway_bars
from aiconsol.charts.strategic_backers import backer_cells
from aiconsol.charts.survival import end_curves, survival_curves
from aiconsol.charts.takeovers import takeover_strips
from aiconsol.charts.training import training_scatter
from aiconsol.charts.watchlist import pressure_bars

US = ("US",)


@pytest.mark.parametrize(
    "chart",
    [
        *(funding_chart(US, scale) for scale in ("panels", "linear", "log", "share", "index")),
        *(giants_chart(US, view) for view in ("both", "without", "share")),
        rounds_and_median(US),
        concentration_columns(US, "herfindahl"),
        composition_bars(US, "stage", "money"),
        alternative_lines(),
        ends_bars(US, ("acquisition", "ipo"), ("minority_stake",)),
        acquirer_cells("segment", ("seven", "others")),
        price_marks(("acquisition",), "Raised"),
        partner_steps(("led", "acquisition")),
        survival_curves(US),
        pressure_bars(("quiet", "raised")),
        backtest_chart("area"),
        cases_grid(),
        end_curves(US, ("taken", "listed")),
        policy_lanes(US, (("EU", "antitrust"),)),
        review_bars_chart(),
        outcome_bars(("cleared", "open")),
        training_scatter(US, frozenset({"model_cost", "statement"})),
        capex_columns((("US", ("Amazon",)),)),
        income_marks(US, "valuation"),
        runway_bars(US),
        backer_cells(),
        exit_years(US),
        takeover_strips("raised_multiple"),
    ],
)
def test_charts_hold_no_data(chart):
    drawn = chart.to_dict()
    assert '"values": [{' not in json.dumps(drawn)
    assert not drawn.get("datasets")
    assert "utcyear" not in json.dumps(drawn), "a day is its midnight by the reader's own clock"
