"""The foot of a funding chart: what it leaves out, and how much of what is published it holds."""

from dataclasses import replace

from aiconsol.components.reading import Reading
from aiconsol.filters import Filters
from aiconsol.findings.changes import rise_finding
from aiconsol.findings.gaps import quarterly_gaps
from aiconsol.findings.published import coverage_sentence
from aiconsol.queries.changes import first_counts, rise_after_first_count
from aiconsol.queries.funding import left_out_of_quarters
from aiconsol.queries.published import published_funding


def funding_gaps(now: Reading) -> list[str]:
    """Sentences on the rounds that stand in no quarter or in no sum, and on coverage.

    Also how much quarters rose after they were first counted, once the history can say. Coverage
    is that of the newest whole year, whatever quarters are shown, and stands only where funding
    means what publishers mean by it, equity.
    """
    gaps = quarterly_gaps(now.ask(left_out_of_quarters))
    rise = now.ask(rise_after_first_count)
    if rise.height:
        gaps.append(rise_finding(rise, now.ask(first_counts)))
    if now.filters.kind != Filters.kind:
        return gaps
    every_year = replace(now, chosen=replace(now.chosen, quarters=None))
    return [*gaps, *coverage_sentence(every_year.ask(published_funding, "year", "all_ai"))]
