import polars as pl
import pytest

from aiconsol.findings.survival import ends_finding, survival_finding

TESTED = {"first": pl.String, "second": pl.String, "end": pl.String, "p_value": pl.Float64}


def curve(market, share, at_risk, ended, end=None):
    """A curve of two rows: the start, and four quarters on."""
    return [
        {"market": market, "quarters": 0, "at_risk": 50, "ended": 0, "share": None, "end": end},
        {
            "market": market,
            "quarters": 4,
            "at_risk": at_risk,
            "ended": ended,
            "share": share,
            "end": end,
        },
    ]


def difference_of(p_value, *, end=None):
    return pl.DataFrame([("US", "CN", end, p_value)], schema=TESTED, orient="row")


NOT_TESTED = pl.DataFrame(schema=TESTED)


def ends_of(*rows):
    return pl.DataFrame([row for rows_of_end in rows for row in rows_of_end])


ENDS = ends_of(
    curve("US", 0.3, 20, 6, "taken"),
    curve("CN", 0.0, 20, 0, "taken"),
    curve("US", 0.1, 20, 2, "listed"),
    curve("CN", 0.25, 20, 1, "listed"),
    curve("US", 0.0, 20, 0, "closed"),
    curve("CN", 0.0, 20, 0, "closed"),
)
BOTH = pl.DataFrame([*curve("US", 0.6, 20, 8), *curve("CN", 0.75, 20, 1)])


@pytest.mark.parametrize(
    ("curves", "differences", "sentence"),
    [
        (
            BOTH,
            difference_of(0.012),
            (
                "1 year after their first large round, 60% in the US (8 had ended, 6 of them bought"
                " or hollowed out) and 75% in China (one had ended, listed on an exchange) are"
                " still private and independent. The curves differ more than chance would explain"
                " (log-rank p 0.012)"
            ),
        ),
        (
            BOTH.filter(market="US"),
            NOT_TESTED,
            (
                "1 year after their first large round, 60% in the US (8 had ended, 6 of them bought"
                " or hollowed out) are still private and independent"
            ),
        ),
        (
            pl.DataFrame(curve("US", 1.0, 9, 0)),
            NOT_TESTED,
            "Too few companies to compare: fewer than 10 were followed for a year",
        ),
        (BOTH.clear(), NOT_TESTED, "Nothing to show"),
    ],
)
def test_survival_finding(curves, differences, sentence):
    assert survival_finding(curves, ENDS, differences) == sentence


@pytest.mark.parametrize(
    ("ends", "differences", "sentence"),
    [
        (
            ENDS,
            difference_of(0.5, end="taken"),
            (
                "Within 1 year of their first large round: 30% in the US (6 companies) bought or"
                " hollowed out; 10% in the US (2 companies) and 25% in China (1 company) listed on"
                " an exchange. The takeovers may differ by chance alone (log-rank p 0.5)"
            ),
        ),
        (
            ENDS.filter(pl.col("ended") == 0).filter(market="CN"),
            NOT_TESTED,
            "Within 1 year of their first large round, none was taken over or listed",
        ),
    ],
)
def test_ends_finding(ends, differences, sentence):
    assert ends_finding(ends, differences) == sentence


def test_a_tiny_p_value_is_not_written_out():
    assert survival_finding(BOTH, ENDS, difference_of(1e-9)).endswith("(log-rank p below 0.001)")
