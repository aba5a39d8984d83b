"""The closed vocabularies of the register: the only words its cells may hold, in reading order."""

MARKETS = ("US", "CN", "Other")
DATE_PRECISIONS = ("day", "month", "quarter", "year")
BASES = ("confirmed", "reported", "estimated", "undisclosed")
KNOWN_BASES = ("confirmed", "reported", "estimated")
CURRENCIES = ("USD", "CNY", "EUR", "GBP", "HKD", "JPY", "KRW")
SEGMENTS = (
    "foundation_models",
    "infrastructure",
    "chips",
    "applications",
    "robotics",
    "autonomous_driving",
    "health_and_bio",
    "defense_and_security",
    "vision_and_speech",
)
STAGES = (
    "seed",
    "series_a",
    "series_b",
    "series_c",
    "series_d",
    "series_e_plus",
    "growth",
    "corporate",
    "unknown",
    "debt",
    "secondary",
    "ipo",
)
KINDS = ("equity", "debt", "secondary", "ipo")
INVESTOR_ROLES = ("lead", "other")
INVESTOR_KINDS = (
    "venture",
    "corporate",
    "big_tech",
    "state",
    "sovereign",
    "private_equity",
    "crossover",
    "accelerator",
    "individual",
    "bank",
    "other",
)
CONSOLIDATION_STRUCTURES = (
    "acquisition",
    "reverse_acquihire",
    "acquihire",
    "merger",
    "asset_purchase",
)
STRUCTURES = (*CONSOLIDATION_STRUCTURES, "minority_stake", "ipo", "shutdown")
DEAL_STATUSES = ("announced", "completed", "abandoned", "blocked", "under_review")
LICENSE_TERMS = ("exclusive", "non_exclusive", "none", "unknown")
FOUNDERS_MOVED = ("all", "some", "none", "unknown")
REVIEW_OUTCOMES = (
    "open",
    "cleared",
    "conditions",
    "not_a_merger",
    "no_jurisdiction",
    "closed_no_action",
    "blocked",
    "abandoned",
    "report_published",
)
POLICY_KINDS = (
    "antitrust",
    "export_control",
    "outbound_investment",
    "board_seat",
    "ai_regulation",
    "industrial_policy",
    "listing_rules",
)
AGGREGATE_SCOPES = ("all_ai", "generative_ai", "generative_ai_early_stage", "all_venture")
PERIOD_KINDS = ("year", "half_year", "quarter")
AGGREGATE_MARKETS = ("US", "CN", "GLOBAL", "ASIA", "EUROPE")
AGGREGATE_METRICS = (
    "funding_usd",
    "deal_count",
    "ma_exit_count",
    "exit_count",
    "unicorn_births",
    "median_deal_usd",
    "average_deal_usd",
    "mega_round_share",
    "newly_funded_companies",
    "ai_share_of_venture",
)
COMPANY_METRICS = (
    "annualized_revenue_usd",
    "year_revenue_usd",
    "year_net_loss_usd",
    "year_cash_burn_usd",
    "cash_usd",
    "headcount",
    "valuation_usd",
    "monthly_active_users",
    "training_cost_usd",
    "quarter_capex_usd",
    "year_capex_usd",
    "planned_capex_usd",
    "market_cap_usd",
)
CHANGES = ("added", "corrected", "withdrawn")

GIANT_USD = 1_000_000_000
QUARTERS = tuple(f"{year}Q{quarter}" for year in range(2000, 2041) for quarter in (1, 2, 3, 4))
