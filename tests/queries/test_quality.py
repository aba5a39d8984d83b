from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.quality import (
    catalogue,
    certainty_by_market,
    dates_known,
    records_by_publisher,
    unknown_cells,
)
from aiconsol.schema import TABLES
from tests.queries.rows import QUARTERS, a_round


def test_certainty_is_of_the_market_s_rounds_and_of_its_known_money(tables, rows_of):
    rounds = [
        a_round("US", "2024Q1", 30),
        a_round("US", "2024Q1", 10, amount_basis="reported"),
        a_round("US", None, None),
        a_round("US", "2024Q1", None),
        a_round("CN", "2024Q1", None),
    ]
    certain = certainty_by_market(tables({"rounds": rounds}), Filters())
    columns = ("market", "amount_basis", "rounds", "funding_usd", "rounds_share", "money_share")
    assert rows_of(certain, *columns) == [
        ("CN", "undisclosed", 1, None, 1.0, None),
        ("US", "confirmed", 1, 30, 0.25, 0.75),
        ("US", "reported", 1, 10, 0.25, 0.25),
        ("US", "undisclosed", 2, None, 0.5, None),
    ]


def test_certainty_follows_the_filters(tables, rows_of):
    rounds = [a_round("US", "2024Q1", 30), a_round("US", "2024Q2", 1, kind="debt")]
    certain = certainty_by_market(tables({"rounds": rounds}), Filters(market=("CN",)))
    assert rows_of(certain, "rounds") == []


def test_publishers_are_counted_over_all_tables(tables, rows_of):
    named = {"source_name": "Paper", "source_url": "https://example.org"}
    data = tables(
        {
            "rounds": [named, named | {"source_url": None}],
            "deals": [named],
            "investors": [{"source_name": "Other"}],
        }
    )
    columns = ("source_name", "records", "rounds", "deals", "address_share")
    assert rows_of(records_by_publisher(data, Filters()), *columns) == [
        ("Other", 1, 0, 0, 0.0),
        ("Paper", 3, 2, 1, 2 / 3),
    ]


def test_unknown_cells_are_those_of_the_register_s_own_columns(tables):
    known = dict.fromkeys(("matter", "target", "acquirer", "authority", "jurisdiction"), "US")
    review = known | {"outcome": "open", "source_name": "Paper", "note": "n"}
    frame = unknown_cells(tables({"reviews": [review, review | {"target": None}]}), Filters())
    assert frame.rows() == [
        ("reviews", "date_precision", 2, 2, 1.0),
        ("reviews", "decided_on", 2, 2, 1.0),
        ("reviews", "opened_on", 2, 2, 1.0),
        ("reviews", "source_date", 2, 2, 1.0),
        ("reviews", "source_url", 2, 2, 1.0),
        ("reviews", "target", 1, 2, 0.5),
    ]


def test_dates_are_counted_by_how_exactly_they_are_known(tables):
    day = date(2024, 1, 1)
    rounds = [{"announced_on": day, "date_precision": name} for name in ("day", "year", "year")]
    data = tables({"rounds": rounds, "reviews": [{"matter": "m"}]})
    counted = {row[0]: row[1:] for row in dates_known(data, Filters()).iter_rows()}
    assert counted["rounds"] == (3, 1, 0, 0, 2, 0)
    assert counted["reviews"] == (1, 0, 0, 0, 0, 1)
    assert counted["deals"] == (0, 0, 0, 0, 0, 0)


def test_the_catalogue_lists_every_table_with_its_reach(tables):
    days = [{"announced_on": date(2024, 1, 2)}, {"announced_on": date(2023, 5, 6)}]
    listed = catalogue(tables({"rounds": days, "quarters": QUARTERS}), Filters())
    assert listed["table"].to_list() == list(TABLES)
    reach = {row[0]: row[1:] for row in listed.iter_rows()}
    assert reach["rounds"] == (2, "2023-05-06", "2024-01-02")
    assert reach["quarters"] == (8, "2024Q1", "2025Q4")
    assert reach["companies"] == (0, None, None)
