import string
from dataclasses import replace
from itertools import permutations

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiconsol.address import read_filters
from aiconsol.filters import EVERY_FILTER, Filters
from aiconsol.schema import vocabulary as words

QUARTERS = ("2023Q4", "2024Q1", "2024Q2", "2024Q3")
ACQUIRERS = ("Meta", "O'Neil; & Söhne", "阿里巴巴")
COLUMNS = ("id", "market", "quarter", "segment", "stage", "kind", "amount_basis", "is_giant")
ROUNDS = pl.DataFrame(
    [
        ("a", "US", "2024Q1", "chips", "seed", "equity", "confirmed", False),
        ("b", "CN", "2024Q1", "robotics", "series_a", "equity", "reported", True),
        ("c", "Other", "2024Q2", "chips", "growth", "equity", "estimated", False),
        ("d", "US", None, "chips", "seed", "equity", "undisclosed", False),
        ("e", "US", "2024Q3", "robotics", "debt", "debt", "confirmed", True),
        ("f", "CN", "2023Q4", "chips", "ipo", "ipo", "estimated", False),
    ],
    schema=COLUMNS,
    orient="row",
)
DEALS = pl.DataFrame(
    [
        ("a", "US", "2024Q1", "chips", "acquisition", "Meta", "confirmed"),
        ("b", "CN", "2024Q2", None, "shutdown", None, None),
        ("c", None, None, None, "merger", "阿里巴巴", "undisclosed"),
        ("d", "US", "2024Q3", "robotics", "reverse_acquihire", "O'Neil; & Söhne", "estimated"),
    ],
    schema=("id", "market", "quarter", "segment", "structure", "acquirer", "value_basis"),
    orient="row",
)
ALL = "US and China, 2023 Q4 to 2024 Q3, equity rounds"
CASES = [
    ({}, {}, [], ALL, "abd", "abd"),
    ({"market": ["CN"]}, {"market": ("CN",)}, [], ALL.replace("US and ", ""), "b", "b"),
    (
        {"market": ["Other", "US", "CN", "US"]},
        {"market": ("US", "CN", "Other")},
        [],
        ALL.replace("US and China", "US, China and other countries"),
        "abcd",
        "abcd",
    ),
    (
        {"quarters": ["2024Q1", "2024Q2"]},
        {"quarters": ("2024Q1", "2024Q2")},
        [],
        "US and China, 2024 Q1 to 2024 Q2, equity rounds",
        "ab",
        "ab",
    ),
    (
        {"quarters": ["2024Q3", "2024Q3"], "kind": ["debt", "equity"]},
        {"quarters": ("2024Q3", "2024Q3"), "kind": ("equity", "debt")},
        [],
        "US and China, 2024 Q3, equity and debt rounds",
        "e",
        "d",
    ),
    ({"quarters": ["2023Q4", "2024Q3"]}, {}, [], ALL, "abd", "abd"),
    ({"stage": ["seed"]}, {"stage": ("seed",)}, [], f"{ALL}, stage seed", "ad", "abd"),
    (
        {"segment": ["robotics"]},
        {"segment": ("robotics",)},
        [],
        f"{ALL}, robotics only",
        "b",
        "d",
    ),
    (
        {"giants": ["without"]},
        {"giants": "without"},
        [],
        f"{ALL}, without rounds of $1 bn or more",
        "ad",
        "abd",
    ),
    (
        {"basis": ["confirmed"]},
        {"basis": "confirmed"},
        [],
        f"{ALL}, confirmed amounts only",
        "ad",
        "ab",
    ),
    (
        {"basis": ["reported"]},
        {"basis": "reported"},
        [],
        f"{ALL}, confirmed and reported amounts",
        "abd",
        "ab",
    ),
    (
        {"structure": ["shutdown", "acquisition"]},
        {"structure": ("acquisition", "shutdown")},
        [],
        f"{ALL}, deals: acquisition, shutdown",
        "abd",
        "ab",
    ),
    (
        {"acquirer": ["O'Neil; & Söhne"]},
        {"acquirer": ("O'Neil; & Söhne",)},
        [],
        f"{ALL}, bought by O'Neil; & Söhne",
        "abd",
        "d",
    ),
]


def read(parameters):
    return read_filters(parameters, QUARTERS, ACQUIRERS)


def ids(frame):
    return "".join(frame.collect().to_native()["id"].sort())


def rounds_of(filters):
    return ids(filters.on_rounds(nw.from_native(ROUNDS.lazy())))


def deals_of(filters):
    return ids(filters.on_deals(nw.from_native(DEALS.lazy())))


@pytest.mark.parametrize(("parameters", "changed", "dropped", "sentence", "rounds", "deals"), CASES)
def test_an_address_is_a_selection(parameters, changed, dropped, sentence, rounds, deals):
    filters, found = read(parameters)
    assert filters == replace(Filters(), **changed)
    assert found == dropped
    assert filters.sentence(QUARTERS, EVERY_FILTER) == sentence
    assert (rounds_of(filters), deals_of(filters)) == (rounds, deals)


@pytest.mark.parametrize(
    ("acting", "sentence"),
    [
        (("market", "quarters"), "China, 2024 Q1"),
        (("market", "quarters", "basis"), "China, 2024 Q1, confirmed amounts only"),
        (("market", "quarters", "kind"), "China, 2024 Q1, debt rounds"),
        (("market", "quarters", "structure"), "China, 2024 Q1, deals: merger"),
    ],
)
def test_a_sentence_names_only_the_filters_that_act(acting, sentence):
    chosen = Filters(
        market=("CN",),
        quarters=("2024Q1", "2024Q1"),
        stage=("seed",),
        kind=("debt",),
        basis="confirmed",
        giants="without",
        structure=("merger",),
    )
    assert chosen.sentence(QUARTERS, acting) == sentence
    assert chosen.only(acting).sentence(QUARTERS, EVERY_FILTER).startswith("China, 2024 Q1")


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Filters(), "ac"),
        (Filters(market=("CN",)), "c"),
        (Filters(market=("Other",)), "b"),
        (Filters(market=words.MARKETS), "abcd"),
        (Filters(market=()), "abcd"),
        (Filters(quarters=("2024Q1", "2024Q1"), segment=("chips",)), "a"),
    ],
)
def test_a_review_is_at_home_where_any_of_its_targets_is(chosen, kept):
    reviews = pl.DataFrame(
        [
            ("a", True, False, False, "2024Q1"),
            ("b", False, False, True, "2024Q1"),
            ("c", True, True, False, None),
            ("d", None, None, None, "2024Q2"),
        ],
        schema=("id", "has_us_target", "has_cn_target", "has_other_target", "quarter"),
        orient="row",
    )
    assert ids(chosen.on_reviews(nw.from_native(reviews.lazy()))) == kept


def some(allowed, least=0):
    chosen = st.sets(st.sampled_from(allowed), min_size=least)
    return chosen.map(lambda names: tuple(name for name in allowed if name in names))


RANGES = [(first, last) for first in QUARTERS for last in QUARTERS if "2023Q4" < first <= last]
SELECTIONS = st.builds(
    Filters,
    market=some(words.MARKETS, 1),
    quarters=st.none() | st.sampled_from(RANGES),
    segment=some(words.SEGMENTS),
    stage=some(words.STAGES),
    kind=some(words.KINDS, 1),
    basis=st.sampled_from(words.KNOWN_BASES),
    giants=st.sampled_from(("with", "without")),
    structure=some(words.STRUCTURES),
    acquirer=some(sorted(ACQUIRERS)),
)


@given(SELECTIONS)
def test_a_selection_comes_back_from_its_own_address(chosen):
    assert read(chosen.parameters()) == (chosen, [])
    assert set(chosen.file_words()) <= set(string.ascii_letters + string.digits + "-_")


def test_the_order_of_filters_changes_no_row():
    parts = [
        Filters(market=("US",), kind=()),
        Filters(market=(), kind=(), stage=("seed", "debt")),
        Filters(market=(), kind=("equity",)),
    ]
    kept = set()
    for order in permutations(parts):
        frame = nw.from_native(ROUNDS.lazy())
        for filters in order:
            frame = filters.on_rounds(frame)
        kept.add(ids(frame))
    together = Filters(market=("US",), stage=("seed", "debt"), kind=("equity",))
    assert kept == {rounds_of(together)} == {"ad"}
