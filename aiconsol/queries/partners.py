"""Who moved from partner to owner."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_events

TAKEOVER = ("deal_id", "pair", "target", "acquirer", "structure", "taken_on")
STEP = ("step", "happened_on", "date_precision", "amount_usd")


def partners_to_owners(tables: Tables, filters: Filters) -> Frame:
    """Which companies were taken over by one that had invested in them, and when did it?

    Grain: step; of each company the investments announced before the takeover, oldest first, then
    the takeover; newest takeovers first. An investment is a strategic minority stake or a part in
    a round, of the acquirer or of a company behind or under it; within one month the one that says
    most stands for all: leading a round, then a stake, then joining a round. Columns: deal_id (of
    the takeover), pair (acquirer and target), target, acquirer (the company behind the buyer),
    structure (of the takeover), taken_on (its day), first_on (day of the first investment), step
    (led, stake, joined, or the structure), happened_on, date_precision, amount_usd (of the whole
    round, of the stake, or of the takeover; null where undisclosed).
    """
    takeovers = _takeovers(tables, filters)
    before = nw.concat([_stakes(tables, takeovers), _rounds(tables, takeovers)]).filter(
        nw.col("happened_on") < nw.col("taken_on")
    )
    month = before.with_columns(month=nw.col("happened_on").dt.truncate("1mo"))
    most = nw.col("weight").min().over("deal_id", "month")
    steps = month.with_columns(most=most).filter(nw.col("weight") == nw.col("most"))
    owned = takeovers.join(steps.select("deal_id").unique(), on="deal_id")
    first = nw.col("happened_on").min().over("deal_id")
    return (
        nw.concat([steps.select(*TAKEOVER, *STEP), owned.select(*TAKEOVER, *STEP)])
        .with_columns(first_on=first)
        .sort("taken_on", "deal_id", "happened_on", descending=[True, False, False])
    )


def _takeovers(tables: Tables, filters: Filters) -> Frame:
    """The events selected as steps of their own."""
    named = selected_events(tables, filters).filter(~nw.col("acquirer_group").is_null())
    group, target = nw.col("acquirer_group"), nw.col("target")
    return named.select(
        "deal_id",
        "target",
        "target_id",
        "date_precision",
        pair=nw.concat_str(group, target, separator=" – "),
        acquirer=group,
        structure=nw.col("structure").cast(nw.String),
        taken_on=nw.col("announced_on"),
        step=nw.col("structure").cast(nw.String),
        happened_on=nw.col("announced_on"),
        amount_usd=nw.col("value_usd"),
    )


def _stakes(tables: Tables, takeovers: Frame) -> Frame:
    """Each takeover with each stake that its acquirer took in the target, whenever it did."""
    is_taken = nw.col("status").is_in(["announced", "completed"])
    stakes = tables["deals"].filter(is_taken, nw.col("structure") == "minority_stake")
    return (
        takeovers.select(*TAKEOVER)
        .join(
            stakes.select(
                "target",
                "date_precision",
                acquirer=nw.col("acquirer_group"),
                happened_on=nw.col("announced_on"),
                amount_usd=nw.col("value_usd"),
            ),
            on=["target", "acquirer"],
        )
        .with_columns(step=nw.lit("stake"), weight=nw.lit(1))
        .select(*TAKEOVER, *STEP, "weight")
    )


def _rounds(tables: Tables, takeovers: Frame) -> Frame:
    """Each takeover with each round of the target in which its acquirer took part."""
    is_lead = nw.col("role") == "lead"
    parts = (
        tables["participations"]
        .with_columns(weight=nw.when(is_lead).then(nw.lit(0)).otherwise(nw.lit(2)))
        .group_by("round_id", "group")
        .agg(nw.col("weight").min())
    )
    joined = tables["rounds"].join(parts, on="round_id")
    step = nw.when(nw.col("weight") == 0).then(nw.lit("led")).otherwise(nw.lit("joined"))
    return (
        takeovers.select(*TAKEOVER, "target_id")
        .join(
            joined.select(
                "date_precision",
                "amount_usd",
                "weight",
                target_id=nw.col("company_id"),
                acquirer=nw.col("group"),
                happened_on=nw.col("announced_on"),
            ),
            on=["target_id", "acquirer"],
        )
        .with_columns(step=step)
        .select(*TAKEOVER, *STEP, "weight")
    )
