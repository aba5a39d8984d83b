"""The method in plain words, for the page and for whoever takes the data away."""

from collections.abc import Sequence
from typing import NamedTuple

from aiconsol.language import _
from aiconsol.wording import BILLION, dollars


class Part(NamedTuple):
    """One question about the method, and its answer."""

    question: str
    answer: str


def method(limits: Sequence[str]) -> list[Part]:
    """Question and answer, in reading order; ``limits`` are those that the register states."""
    return [
        Part(
            _("What is in the register?"),
            _(
                "Rounds of funding, deals and their reviews of AI companies in the United States"
                " and China, with other countries for comparison, from 2019 on; beside them the"
                " policies that bear on them, figures of the companies, and the totals that others"
                " publish. One row is one fact and names its source. The kind and home of about"
                " half of the investors are general knowledge, without a page."
            ),
        ),
        Part(
            _("What is not?"),
            _(
                "What no public page tells. A round or deal of undisclosed amount counts as one,"
                " and never as zero dollars: sums, medians and shares are over the known amounts,"
                " and say over how many. Nothing is estimated to fill a gap; an estimate in the"
                " register is a source's own, or is computed from a source's figures and says so."
            ),
        ),
        Part(
            _("How is a market assigned?"),
            _(
                "By the headquarters of the company: US, China with Hong Kong, or other countries."
                " A deal's market is that of its target."
            ),
        ),
        Part(
            _("How is a quarter assigned?"),
            _(
                "By the day of the announcement. A record that is dated to the year only stands in"
                " no quarter: it is left out of quarterly charts, which say how many are, and"
                " belongs to the full range alone. A quarter that ends after the day up to which"
                " the register is complete is preliminary: drawn lighter, and never called the"
                " latest."
            ),
        ),
        Part(
            _("How are stages and kinds of funding assigned?"),
            _(
                "As the source names the stage. Funding is the equity: every stage but debt,"
                " secondary sales and IPO proceeds, which can be switched on. A giant is a round"
                " of {giant} or more.",
                giant=dollars(BILLION),
            ),
        ),
        Part(
            _("How are the structures of deals told apart?"),
            _(
                "A reverse acquihire is a licence fee together with the hiring of the core team,"
                " while the company itself is not bought; an acquihire buys or closes the company"
                " for its team. Acquisitions, reverse acquihires, acquihires, mergers and asset"
                " purchases, announced or completed, are consolidation events. Minority stakes,"
                " IPOs and shutdowns are shown beside them and not summed in."
            ),
        ),
        Part(
            _("How certain is an amount?"),
            _(
                "Confirmed: the company, a filing or a regulator says so. Reported: the press does,"
                " citing sources. Estimated: a source's estimate. Undisclosed: nobody says. Yuan"
                " are converted at the average rate of the year, unless the source converts them."
            ),
        ),
        Part(_("What does it over-represent?"), " ".join(limits)),
    ]
