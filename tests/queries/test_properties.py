"""What must hold of any rounds and any filters, on either engine."""

from dataclasses import replace
from functools import reduce

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiconsol.filters import Filters
from aiconsol.queries.composition import funding_by_category
from aiconsol.queries.concentration import concentration_by_quarter
from aiconsol.queries.funding import funding_by_quarter, newest_rounds, selected_rounds
from aiconsol.queries.investors import rounds_by_investors
from aiconsol.queries.lead_investors import left_out_of_leads
from aiconsol.queries.rounds import rounds_by_quarter
from aiconsol.schema.vocabulary import BASES, KINDS, KNOWN_BASES, MARKETS
from tests.queries.rows import QUARTERS, a_round

COMPANIES = [{"company": name, "market": name} for name in MARKETS]
SEGMENTS = ("chips", "robotics")
STAGES = ("seed", "growth")
NAMES = [row["quarter"] for row in QUARTERS]
FILTERS = ["market", "quarters", "segment", "stage", "kind", "basis", "giants"]
SUMS = [
    (funding_by_quarter, (), ["funding_usd", "giants_usd", "known_amounts"]),
    (rounds_by_quarter, (), ["known_amounts", "median_usd"]),
    (concentration_by_quarter, (), ["five_largest_usd", "herfindahl"]),
    (rounds_by_investors, ("big_tech",), ["funding_usd", "with_usd", "unknown_usd"]),
    (rounds_by_investors, ("abroad",), ["funding_usd", "with_usd", "unknown_usd"]),
]
TRIED = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def rounds(draw, most=14):
    drawn = []
    for place in range(draw(st.integers(0, most))):
        amount = draw(st.none() | st.integers(0, 10**11))
        basis = "undisclosed" if amount is None else draw(st.sampled_from(BASES[:3]))
        named = draw(st.booleans())
        flag = st.booleans() if named else st.none()
        drawn.append(
            a_round(
                draw(st.sampled_from(MARKETS)),
                draw(st.none() | st.sampled_from(NAMES)),
                amount,
                round_id=f"round-{place}",
                company_id=draw(st.sampled_from("abc")),
                amount_basis=basis,
                segment=draw(st.sampled_from(SEGMENTS)),
                stage=draw(st.sampled_from(STAGES)),
                kind=draw(st.sampled_from(KINDS)),
                has_big_tech_investor=draw(flag),
                has_us_investor=draw(flag),
                has_cn_investor=draw(flag),
            )
        )
    return drawn


def some(values):
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


selections = st.builds(
    Filters,
    market=some(MARKETS),
    quarters=st.none()
    | st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(
        lambda pair: tuple(sorted(pair))
    ),
    segment=some(SEGMENTS),
    stage=some(STAGES),
    kind=some(KINDS),
    basis=st.sampled_from(KNOWN_BASES),
    giants=st.sampled_from(["with", "without"]),
)


def frame(lazy):
    return lazy.collect("polars").to_native()


def total(rows, figure):
    return rows[figure].sum() or 0


@given(rounds(), selections, st.sampled_from(["segment", "stage"]))
@TRIED
def test_markets_sum_to_the_total(tables, drawn, filters, category):
    built = tables({"rounds": drawn, "quarters": QUARTERS, "companies": COMPANIES})
    whole = frame(selected_rounds(built, filters))
    dated = whole.filter(pl.col("quarter").is_not_null())
    quarterly = frame(funding_by_quarter(built, filters))
    assert total(quarterly, "funding_usd") == total(dated, "amount_usd")
    assert total(quarterly, "rounds") == dated.height
    for market in filters.shown_markets:
        own = quarterly.filter(pl.col("market") == market)
        alone = frame(funding_by_quarter(built, replace(filters, market=(market,))))
        assert own.equals(alone)
    parts = frame(funding_by_category(built, filters, category))
    assert total(parts, "funding_usd") == total(whole, "amount_usd")
    assert total(parts, "rounds") == whole.height


@given(rounds(), selections, st.permutations(FILTERS))
@TRIED
def test_filters_in_any_order_give_the_same_rows(tables, drawn, filters, order):
    built = tables({"rounds": drawn})
    everything = Filters(market=(), kind=())
    one_by_one = reduce(
        lambda rows, name: replace(everything, **{name: getattr(filters, name)}).on_rounds(rows),
        order,
        built["rounds"],
    )
    at_once = frame(newest_rounds(built, filters))
    assert sorted(frame(one_by_one)["round_id"]) == sorted(at_once["round_id"])


@given(rounds(), selections, st.sampled_from(SUMS))
@TRIED
def test_unknown_amounts_never_change_a_sum(tables, drawn, filters, asked):
    query, options, figures = asked
    known = [row for row in drawn if row["amount_usd"] is not None]
    with_unknown, without = (
        frame(
            query(
                tables({"rounds": rows, "quarters": QUARTERS, "companies": COMPANIES}),
                filters,
                *options,
            )
        ).select("quarter", "market", *figures)
        for rows in (drawn, known)
    )
    assert with_unknown.equals(without)


@given(rounds(), selections)
@TRIED
def test_a_round_is_counted_once_by_its_investors(tables, drawn, filters):
    built = tables({"rounds": drawn, "quarters": QUARTERS, "companies": COMPANIES})
    one_quarter = replace(filters, quarters=(NAMES[0], NAMES[0]))
    told = frame(rounds_by_investors(built, one_quarter, "big_tech"))
    whole = frame(selected_rounds(built, one_quarter))
    assert total(told, "rounds") == whole.height
    assert total(told, "funding_usd") == total(whole, "amount_usd")
    assert (told["with_rounds"] + told["unknown_rounds"] <= told["rounds"]).all()
    assert total(frame(left_out_of_leads(built, one_quarter)), "rounds") == whole.height
