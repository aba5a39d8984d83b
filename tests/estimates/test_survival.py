import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.duration.survfunc import CumIncidenceRight

from aiconsol.estimates.survival import ended_share, independent_share, log_rank

TEN = [
    (1, "taken"),
    (1, "listed"),
    (2, "taken"),
    (2, "taken"),
    (2, None),
    (3, None),
    (4, "taken"),
    (4, "listed"),
    (5, None),
    (6, "taken"),
]


def lives_of(rows, market="US"):
    quarters, ends = zip(*rows, strict=True) if rows else ((), ())
    return pl.DataFrame(
        {"market": [market] * len(rows), "quarters": quarters, "end": ends},
        schema={"market": pl.String, "quarters": pl.Int64, "end": pl.String},
    )


def column(curve, name):
    return curve[name].to_list()


def test_kaplan_meier_by_hand():
    curve = independent_share(lives_of(TEN))
    assert column(curve, "at_risk") == [10, 10, 8, 5, 4, 2, 1]
    assert column(curve, "ended") == [0, 2, 2, 0, 2, 0, 1]
    assert column(curve, "share") == pytest.approx([1, 0.8, 0.6, 0.6, 0.3, 0.3, 0])


def test_there_is_no_band_before_the_first_end_and_after_the_last_company():
    curve = independent_share(lives_of(TEN))
    assert [low is None for low in column(curve, "low")] == [True, *[False] * 5, True]
    inner = curve.slice(1, 5)
    assert (inner["low"] < inner["share"]).all()
    assert (inner["share"] < inner["high"]).all()


def test_aalen_johansen_by_hand():
    lives = lives_of(TEN)
    assert column(ended_share(lives, "taken"), "share") == pytest.approx(
        [0, 0.1, 0.3, 0.3, 0.45, 0.45, 0.75]
    )
    assert column(ended_share(lives, "listed"), "share") == pytest.approx(
        [0, 0.1, 0.1, 0.1, 0.25, 0.25, 0.25]
    )
    assert column(ended_share(lives, "closed"), "share") == [0] * 7


drawn_lives = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(["taken", "listed", "closed", None])),
    min_size=1,
    max_size=40,
)


@given(drawn_lives)
@settings(max_examples=60, deadline=None)
def test_the_ways_to_end_and_independence_add_up_to_one(rows):
    lives = lives_of(rows)
    shares = independent_share(lives)["share"].to_numpy() + sum(
        ended_share(lives, end)["share"].to_numpy() for end in ("taken", "listed", "closed")
    )
    assert shares == pytest.approx(np.ones(len(shares)))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # statsmodels divides by zero at the end
def test_cumulative_incidence_and_its_deviation_are_those_of_statsmodels():
    random = np.random.default_rng(1)
    quarters, ends = random.integers(0, 20, 200), random.integers(0, 3, 200)
    quarters[ends == 0] += 5
    reference = CumIncidenceRight(quarters, ends)
    words = [None, "taken", "listed"]
    lives = lives_of([(int(t), words[end]) for t, end in zip(quarters, ends, strict=True)])
    for place, end in enumerate(words[1:]):
        ours = ended_share(lives, end).filter(pl.col("quarters").is_in(list(reference.times)))
        share, deviation = reference.cinc[place], reference.cinc_se[place]
        assert ours["share"].to_numpy() == pytest.approx(share)
        spread = stats.norm.ppf(0.975) * deviation / (share * np.log(share))
        low, high = ours["low"].to_numpy(), ours["high"].to_numpy()
        known = np.isfinite(spread) & np.isfinite(low)
        assert known.sum() > 20
        assert low[known] == pytest.approx((share ** np.exp(-spread))[known])
        assert high[known] == pytest.approx((share ** np.exp(spread))[known])


def test_log_rank_by_hand():
    """Two against two, ends at 1 and 2, then at 3 and 4: expected and variance as fractions."""
    lives = pl.concat(
        [
            lives_of([(1, "taken"), (2, "taken")]),
            lives_of([(3, "listed"), (4, "taken")], market="CN"),
        ]
    )
    expected = 2 / 4 + 1 / 3
    variance = (2 / 4) * (2 / 4) + (1 / 3) * (2 / 3)
    statistic = (2 - expected) / variance**0.5
    assert log_rank(lives, "US", "CN") == pytest.approx(2 * stats.norm.sf(statistic))


def test_log_rank_of_one_end_censors_the_others_and_may_have_nothing_to_compare():
    lives = pl.concat(
        [
            lives_of([(1, "taken"), (2, None)]),
            lives_of([(1, "taken"), (2, "listed")], market="CN"),
        ]
    )
    assert log_rank(lives, "US", "CN", "taken") == pytest.approx(1)
    assert log_rank(lives, "US", "CN", "closed") is None
    assert log_rank(lives, "US", "Other") is None


def test_no_lives_give_no_curve():
    assert independent_share(lives_of([])).height == 0
    assert ended_share(lives_of([]), "taken").height == 0
