"""The README tells what there is, and what it tells is there."""

import re
from pathlib import Path

import pytest

from aiconsol.__main__ import main
from aiconsol.address import PAGE_PARAMETERS
from aiconsol.filters import Filters
from aiconsol.queries.records import RECORDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
PARAMETERS = sorted(Filters.__dataclass_fields__.keys() | PAGE_PARAMETERS)
COMMANDS = sorted(set(re.findall(r"python -m aiconsol (\w+)", README + CONTRIBUTING + MAKEFILE)))
MADE = re.findall(r"\bmake ([a-z]+)\b", README + CONTRIBUTING)
WORDS_OF_MAKE = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_described(page):
    address = "/" if page == "overview" else f"/{page}"
    assert f", `{address}` | " in README, "README.md, What each page answers: add a row"


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_of_an_address_is_described(parameter):
    rows = [row for row in README.splitlines() if row.startswith("| `")]
    described = [name for row in rows for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert parameter in described, "README.md, Addresses: add a row"


@pytest.mark.parametrize("table", RECORDS)
def test_every_data_route_is_described(table):
    assert f"| `/api/{table}.csv` | " in README, "README.md, stable addresses: add a row"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_is_told_exists(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert command in capsys.readouterr().out


def test_every_command_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    offered = re.findall(r"^ {4}(\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert set(offered) <= set(COMMANDS)


def test_every_word_of_make_that_is_told_exists():
    assert {"run", "test", "golden", "bench"} <= set(MADE) <= {*WORDS_OF_MAKE, "alone"}


def test_what_the_documents_point_to_is_there():
    pointed = re.findall(r"`((?:aiconsol|tests|data|docs)/[\w/.]*\w)`?", README)
    pointed += re.findall(r"\]\((?!http)([^)#]+)\)", README + CONTRIBUTING)
    made_by_hand = {"aiconsol/locales"}
    assert [path for path in {*pointed} - made_by_hand if not (ROOT / path).exists()] == []
