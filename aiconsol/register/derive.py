"""Computes what the register doesn't state but follows from it: ids, markets, quarters, flags."""

import polars as pl

from aiconsol.register.reviews import deal_reviews, with_targets
from aiconsol.register.settings import Settings, starts_on
from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import SEPARATOR
from aiconsol.schema.keys import NATURAL_KEYS

MAX_PARENTS = 5

HALF_A_QUARTER = "-45d"
FIRST_WORDS = r"^([^;,:]+)(?:[;,]|$)"
NO_SINGLE_MODEL = "any developer|not one model"
MONTHS = {"year": 12, "half_year": 6, "quarter": 3}

Tables = dict[str, pl.DataFrame]


def derived(register: Tables) -> Tables:
    """The tables of the dataset that follow from the register's typed tables."""
    companies = _companies(register["companies"])
    rounds = _rounds(register["rounds"], companies)
    participations = _participations(rounds, register["investors"])
    facts = companies.select("company", "company_id", "market", "segment").unique(
        "company", keep="first"
    )
    deals = _deals(register["deals"], companies, register["investors"])
    reviews = _reviews(register["reviews"], companies)
    return {
        "companies": companies,
        "rounds": _with_investor_flags(rounds, participations),
        "deals": deals,
        "reviews": reviews,
        "policy_events": register["policy_events"].with_columns(
            policy_event_id=_key("policy_events")
        ),
        "aggregates": _aggregates(register["aggregates"]),
        "company_metrics": _company_metrics(register["company_metrics"], facts),
        "investors": register["investors"].with_columns(investor_id=_key("investors")),
        "participations": participations,
        "deal_reviews": deal_reviews(deals, reviews),
    }


def slug(*columns: str) -> pl.Expr:
    """The columns' words in lower case, joined by hyphens; missing ones are left out.

    Accents and signs are dropped, letters of other scripts stay.
    """
    joined = pl.concat_str(
        [pl.col(c).cast(pl.String) for c in columns], separator=" ", ignore_nulls=True
    )
    letters = joined.str.normalize("NFKD").str.to_lowercase().str.replace_all(r"\p{M}", "")
    return letters.str.replace_all(r"[^\p{L}\p{N}+]+", "-").str.strip_chars("-")


def _key(table: str) -> pl.Expr:
    return slug(*NATURAL_KEYS[table])


def quarters(settings: Settings) -> pl.DataFrame:
    """The calendar: every quarter from the register's first to the one of its date."""
    last = f"{settings.as_of.year}Q{(settings.as_of.month + 2) // 3}"
    names = words.QUARTERS[
        words.QUARTERS.index(settings.first_quarter) : words.QUARTERS.index(last) + 1
    ]
    starts = [starts_on(name) for name in names]
    return (
        pl.DataFrame({"quarter": names, "starts_on": starts})
        .with_columns(pl.col("quarter").cast(pl.Enum(words.QUARTERS)))
        .with_columns(ends_on=pl.col("starts_on").dt.offset_by("2mo").dt.month_end())
        .with_columns(is_preliminary=pl.col("ends_on") > settings.complete_through)
    )


def _market(country: str) -> pl.Expr:
    named = pl.when(pl.col(country).is_in(["US", "CN"])).then(pl.col(country))
    other = named.when(pl.col(country).is_not_null()).then(pl.lit("Other"))
    return other.cast(pl.Enum(words.MARKETS))


def _quarter(day: str) -> pl.Expr:
    name = pl.format("{}Q{}", pl.col(day).dt.year(), pl.col(day).dt.quarter())
    known = pl.when(pl.col("date_precision") == "year").then(None).otherwise(name)
    return known.cast(pl.Enum(words.QUARTERS), strict=False)


def _companies(companies: pl.DataFrame) -> pl.DataFrame:
    """Two companies whose names differ by case or sign alone are told apart by their country."""
    name = slug("company")
    company_id = pl.when(name.is_duplicated()).then(slug("company", "country")).otherwise(name)
    return companies.with_columns(company_id=company_id, market=_market("country"))


def _kind() -> pl.Expr:
    stage = pl.col("stage").cast(pl.String)
    kind = pl.when(stage.is_in(words.KINDS)).then(stage).otherwise(pl.lit("equity"))
    return kind.cast(pl.Enum(words.KINDS))


def _rounds(rounds: pl.DataFrame, companies: pl.DataFrame) -> pl.DataFrame:
    facts = companies.select("company", "company_id", "native_name", "country", "market", "segment")
    known = facts.unique("company", keep="first")
    return rounds.join(known, on="company", how="left", maintain_order="left").with_columns(
        round_id=_key("rounds"),
        kind=_kind(),
        quarter=_quarter("announced_on"),
        year=pl.col("announced_on").dt.year().cast(pl.Int16),
        is_giant=pl.col("amount_usd").fill_null(0) >= words.GIANT_USD,
    )


def _with_investor_flags(rounds: pl.DataFrame, participations: pl.DataFrame) -> pl.DataFrame:
    home = pl.col("investor_country")
    flags = participations.group_by("round_id").agg(
        has_big_tech_investor=(pl.col("investor_kind") == "big_tech").fill_null(value=False).any(),
        has_us_investor=(home == "US").fill_null(value=False).any(),
        has_cn_investor=(home == "CN").fill_null(value=False).any(),
    )
    return rounds.join(flags, on="round_id", how="left", maintain_order="left")


def _deals(deals: pl.DataFrame, companies: pl.DataFrame, investors: pl.DataFrame) -> pl.DataFrame:
    facts = companies.select(target="company", target_id="company_id", segment="segment")
    known = facts.unique("target", keep="first")
    happens = pl.col("status").is_in(["announced", "completed"])
    grouped = _with_group(deals, "acquirer", investors).rename({"group": "acquirer_group"})
    return grouped.join(known, on="target", how="left", maintain_order="left").with_columns(
        deal_id=_key("deals"),
        market=_market("target_country"),
        quarter=_quarter("announced_on"),
        year=pl.col("announced_on").dt.year().cast(pl.Int16),
        is_consolidation=pl.col("structure").is_in(words.CONSOLIDATION_STRUCTURES) & happens,
    )


def _reviews(reviews: pl.DataFrame, companies: pl.DataFrame) -> pl.DataFrame:
    decided = pl.when(pl.col("opened_on").is_null()).then(_quarter("decided_on"))
    named = reviews.with_columns(
        review_id=_key("reviews"), quarter=decided.otherwise(_quarter("opened_on"))
    )
    return with_targets(named, companies)


def _aggregates(aggregates: pl.DataFrame) -> pl.DataFrame:
    """A period that breaks its rule has no days, so that the rule can name it."""
    period = pl.col("period")
    kinds = {"": "year", "H": "half_year", "Q": "quarter"}
    kind = period.str.slice(4, 1).replace_strict(kinds, default=None)
    months = kind.replace_strict(MONTHS, default=None, return_dtype=pl.Int32)
    place = period.str.slice(5, 1).replace("", "1").cast(pl.Int32, strict=False)
    first = pl.format("{}-{}-1", period.str.slice(0, 4), (place - 1) * months + 1)
    starts_on = first.str.to_date("%Y-%m-%d", strict=False)
    return aggregates.with_columns(
        aggregate_id=_key("aggregates"),
        period_kind=kind.cast(pl.Enum(words.PERIOD_KINDS)),
        starts_on=starts_on,
        ends_on=starts_on.dt.offset_by(pl.format("{}mo", months)).dt.offset_by("-1d"),
    )


def _company_metrics(metrics: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """A fiscal quarter is the calendar's in whose days its middle lies, half a quarter back."""
    metric, note = pl.col("metric").cast(pl.String), pl.col("note")
    middle = pl.col("as_of").dt.offset_by(HALF_A_QUARTER)
    calendar = pl.format("{}Q{}", middle.dt.year(), middle.dt.quarter())
    is_quarter = metric.str.starts_with("quarter_")
    names_a_model = (metric == "training_cost_usd") & ~note.str.contains(NO_SINGLE_MODEL)
    return metrics.join(facts, on="company", how="left", maintain_order="left").with_columns(
        metric_id=_key("company_metrics"),
        quarter=pl.when(is_quarter).then(calendar).cast(pl.Enum(words.QUARTERS), strict=False),
        model=pl.when(names_a_model).then(note.str.extract(FIRST_WORDS)),
    )


def _participations(rounds: pl.DataFrame, investors: pl.DataFrame) -> pl.DataFrame:
    names = [
        rounds.select(
            "round_id",
            investor=pl.col(f"{role}_investors").str.split(SEPARATOR),
            role=pl.lit(role, pl.Enum(words.INVESTOR_ROLES)),
        )
        for role in words.INVESTOR_ROLES
    ]
    named = (
        pl.concat(names)
        .explode("investor")
        .drop_nulls("investor")
        .unique(["round_id", "investor"], keep="first", maintain_order=True)
    )
    facts = investors.select("investor", "country", "kind").unique("investor", keep="first")
    known = named.join(facts, on="investor", how="left", maintain_order="left")
    return _with_group(known, "investor", investors).select(
        "round_id",
        "investor",
        "role",
        "group",
        investor_country="country",
        investor_kind="kind",
    )


def _with_group(frame: pl.DataFrame, name: str, investors: pl.DataFrame) -> pl.DataFrame:
    """The frame with the company behind each name, followed up to the last parent known."""
    parents = investors.select(group="investor", next="parent").unique("group", keep="first")
    grouped = frame.with_columns(group=pl.col(name))
    for _ in range(MAX_PARENTS):
        grouped = (
            grouped.join(parents, on="group", how="left", maintain_order="left")
            .with_columns(group=pl.coalesce("next", "group"))
            .drop("next")
        )
    return grouped
