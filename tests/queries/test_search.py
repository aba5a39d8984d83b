import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiconsol.filters import Filters
from aiconsol.queries.search import companies_by_name

NAMES = {
    "Zhipu AI": "智谱",
    "Moonshot AI": "月之暗面",
    "OpenAI": None,
    "Open Robotics (OSRC)": None,
    "Weights & Biases": None,
    "Geek+": "极智嘉",
    "Émile": None,
    "/dev/agents": None,
    "Anthropic": None,
}
COMPANIES = [
    {"company_id": f"id-{place}", "company": name, "native_name": native, "market": "CN"}
    for place, (name, native) in enumerate(NAMES.items())
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Zhipu AI", ["Zhipu AI"]),
        ("zhipu", ["Zhipu AI"]),
        ("HIPU", ["Zhipu AI"]),
        ("智谱", ["Zhipu AI"]),
        ("暗面", ["Moonshot AI"]),
        ("  moonshot   ai ", ["Moonshot AI"]),
        ("ＯｐｅｎＡＩ", ["OpenAI"]),  # noqa: RUF001 letters of full width are the point
        ("open", ["Open Robotics (OSRC)", "OpenAI"]),
        ("open ai", ["OpenAI"]),
        ("emile", ["Émile"]),
        ("E\u0301MILE", ["Émile"]),
        ("weights and biases", ["Weights & Biases"]),
        ("biases", ["Weights & Biases"]),
        ("anthropc", ["Anthropic"]),
        ("geek+", ["Geek+"]),
        ("osrc", ["Open Robotics (OSRC)"]),
        ("dev agents", ["/dev/agents"]),
        ("biases and weights", ["Weights & Biases"]),
        ("a page on openai and others", []),
        ("nobody at all", []),
        ("腾讯", []),
        ("", []),
        ("   ", []),
        ("%", []),
        ("+++", []),
        ("'; DROP TABLE companies;--", []),
        ("<script>alert(1)</script>", []),
        (r".*\p{L}+(", []),
        ("\x00", []),
        ("zzzz" * 100_000, []),
    ],
)
def test_a_name_is_found_however_it_is_written(tables, words, found):
    built = tables({"companies": COMPANIES})
    # a filter on the market changes nothing
    answer = companies_by_name(built, Filters(market=("US",)), words)
    assert answer["company"].to_list() == found


def test_the_better_match_comes_first(tables):
    rows = [
        {"company_id": name, "company": name} for name in ("Flair", "Air", "Air Labs", "New Air")
    ]
    found = companies_by_name(tables({"companies": rows}), Filters(), "air")
    assert found["company"].to_list() == ["Air", "Air Labs", "New Air", "Flair"]


@given(st.text())
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_words_are_an_error_and_no_company_is_found_twice(tables, words):
    found = companies_by_name(tables({"companies": COMPANIES}), Filters(), words)
    assert found["company_id"].is_unique().all()


@given(st.sampled_from(sorted(NAMES)), st.data())
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_fragment_of_a_name_finds_it(tables, name, drawn):
    start = drawn.draw(st.integers(0, len(name) - 1))
    fragment = name[start : drawn.draw(st.integers(start + 1, len(name)))]
    found = companies_by_name(tables({"companies": COMPANIES}), Filters(), fragment)
    has_letters = any(letter.isalnum() for letter in fragment)
    assert (name in found["company"].to_list()) == has_letters
