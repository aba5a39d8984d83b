"""All that the register knows of one company, or of two side by side.

Of the filters, only what counts as funding, how certain an amount must be, and the giants hold
here: the others choose among companies.
"""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.companies import company_ends, every_company
from aiconsol.queries.valuations import VALUE_METRICS, valuations

Ids = tuple[str, ...]
SEPARATOR = "; "


def profile_totals(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """What did each of these companies raise, what is it worth, and what became of it?

    Grain: company. Columns are those of ``company_totals``, and of the deal that decided what
    became of it, null where there is none: end_structure, end_acquirer, end_status, ended_on,
    end_url.
    """
    ends = company_ends(tables).select(
        "company_id",
        end_structure="structure",
        end_acquirer="acquirer",
        end_status=nw.col("status").cast(nw.String),
        ended_on="announced_on",
        end_url="source_url",
    )
    return _of(every_company(tables, filters), ids).join(ends, on="company_id", how="left")


def profile_rounds(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """Which rounds did these companies raise, and how much in all by each of them?

    Grain and columns of ``rounds``, oldest first, and raised_usd (known amounts of the company's
    rounds up to this one) and place (the round's place among the company's).
    """
    rounds = _of(filters.of_companies().on_rounds(tables["rounds"]), ids)
    order = ["announced_on", "round_id"]
    return (
        rounds.with_columns(known_usd=nw.col("amount_usd").fill_null(0))
        .with_columns(
            raised_usd=nw.col("known_usd").cum_sum().over("company_id", order_by=order),
            place=nw.col("round_id").cum_count().over("company_id", order_by=order),
        )
        .drop("known_usd")
        .sort(*order)
    )


def profile_valuations(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """What were these companies said to be worth, and when? Columns of ``valuations``."""
    return _of(valuations(tables, filters), ids).sort("valued_on", "company_id", "measure")


def profile_metrics(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """Which figures of these companies are known, beside what they are worth?

    Grain and columns of ``company_metrics``, oldest first.
    """
    metrics = _of(filters.of_companies().on_metrics(tables["company_metrics"]), ids)
    return metrics.filter(~nw.col("metric").is_in(VALUE_METRICS)).sort("as_of", "metric_id")


def profile_deals(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """Which deals were these companies part of, on either side?

    Grain: company and deal, oldest first. Columns of ``deals``, and company_id and company (whose
    profile it is), is_target (the company is bought, licensed, listed or closed), other (the
    other side; null where there is none).
    """
    names = _of(tables["companies"].select("company_id", "company"), ids)
    deals = filters.of_companies().on_deals(tables["deals"])
    as_target = deals.join(names, left_on="target", right_on="company").with_columns(
        company=nw.col("target"), other=nw.col("acquirer"), is_target=nw.lit(1) == 1
    )
    as_acquirer = deals.join(names, left_on="acquirer", right_on="company").with_columns(
        company=nw.col("acquirer"), other=nw.col("target"), is_target=nw.lit(1) == 0
    )
    columns = [*deals.collect_schema().names(), "company_id", "company", "other", "is_target"]
    both = nw.concat([as_target.select(columns), as_acquirer.select(columns)])
    return both.sort("announced_on", "deal_id", "company_id")


def profile_reviews(tables: Tables, _filters: Filters, names: tuple[str, ...]) -> Frame:
    """Which authorities looked at the companies of these names, whichever side they were on?

    Grain: company and review, oldest first. Columns of ``reviews``, and company.
    """
    sides = [nw.lit(""), *(nw.col(side).fill_null("") for side in ("target", "acquirer"))]
    reviews = tables["reviews"].with_columns(
        sides=nw.concat_str([*sides, nw.lit("")], separator=SEPARATOR)
    )
    of_each = [
        reviews.filter(
            nw.col("sides").str.contains(f"{SEPARATOR}{name}{SEPARATOR}", literal=True)
        ).with_columns(company=nw.lit(name))
        for name in names
    ]
    return nw.concat(of_each).drop("sides").sort("opened_on", "review_id", "company")


def _of(frame: Frame, ids: Ids) -> Frame:
    return frame.filter(nw.col("company_id").is_in(ids))
