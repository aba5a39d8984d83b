"""Charts held to golden Vega-Lite; ``pytest --update-golden`` accepts what is drawn now."""

import json
from collections.abc import Callable
from pathlib import Path

import altair as alt
import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, alt.TopLevelMixin], None]:
    def compare(name: str, chart: alt.TopLevelMixin) -> None:
        drawn = json.dumps(chart.to_dict(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        file = GOLDEN / f"{name}.json"
        if request.config.getoption("--update-golden"):
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(drawn, encoding="utf-8")
        assert file.exists(), f"{file.name} is missing: look at the chart, then --update-golden"
        assert drawn == file.read_text(encoding="utf-8")

    return compare
