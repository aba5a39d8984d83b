import re
from dataclasses import replace
from datetime import date

from aiconsol.citation import bibtex_citation, short_citation
from aiconsol.dataset import Manifest

MANIFEST = Manifest(
    version="0123456789ab",
    built_at="2026-11-24T10:00:00+00:00",
    title="AI funding",
    as_of=date(2026, 3, 4),
    complete_through=date(2025, 12, 31),
    first_quarter="2019Q1",
    limits=(),
    tables={},
)


def test_a_short_citation_names_title_date_and_version():
    assert short_citation(MANIFEST) == (
        "aiconsol (2026). AI funding. Data set of 2026-03-04, version 0123456789ab."
    )


def test_a_bibtex_entry_has_one_field_a_line_and_the_month_as_a_macro():
    entry = bibtex_citation(MANIFEST)
    assert entry.startswith("@misc{aiconsol-0123456789ab,\n")
    assert entry.endswith("\n}")
    fields = dict(re.findall(r"^  (\w+) = (.+?),?$", entry, re.MULTILINE))
    assert fields == {
        "author": "{{aiconsol}}",
        "title": "{{AI funding}}",
        "year": "{2026}",
        "month": "mar",
        "version": "{0123456789ab}",
        "note": "{Data set of 2026-03-04, complete through 2025-12-31}",
    }


def test_signs_of_latex_in_a_title_are_escaped():
    entry = bibtex_citation(replace(MANIFEST, title="R&D: 50% of $1 #1_{x}"))
    assert r"{{R\&D: 50\% of \$1 \#1\_\{x\}}}" in entry
