"""What keeps the code small and in order, beyond what the import linter holds."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(
    path
    for folder in ("aiconsol", "pages", "tests")
    for ending in ("*.py", "*.js", "*.css", "*.sh")
    for path in (ROOT / folder).rglob(ending)
)
CEILING = 300


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_holds_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= CEILING
    assert path.stem not in {"utils", "helpers", "util", "helper", "common", "misc"}


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_reads_like_an_outline(page):
    source = page.read_text(encoding="utf-8")
    assert source.startswith('"""')
    assert source.partition("\n")[0].endswith('?"""'), "a page begins with its question"
    assert "page_head(_(" in source
    assert "def " not in source
    assert len(source.splitlines()) <= 60
