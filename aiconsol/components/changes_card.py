"""What changed since the last version, or since the day that a link names."""

import polars as pl
import streamlit as st

from aiconsol.address import FIRST_DAY, LAST_DAY, read_day
from aiconsol.components.card_head import card_head
from aiconsol.components.headings import name_of
from aiconsol.components.plain import plain
from aiconsol.components.reading import reading
from aiconsol.components.table_card import named_rows
from aiconsol.findings.changes import changes_finding, readable_changes, rise_finding
from aiconsol.language import _
from aiconsol.queries.changes import changes_since, first_counts, rise_after_first_count, versions

SINCE = "since"


def changes_card() -> None:
    """Draws the records added, corrected and withdrawn, and what the history says of quarters."""
    now = reading()
    __, dropped = read_day(SINCE, st.query_params.get_all(SINCE))
    if dropped:
        st.warning(
            plain(_("Dropped from the address: {parts}.", parts="; ".join(map(str, dropped)))),
            icon=":material/link_off:",
        )
    with st.container(border=True, key="card-changes"):
        head = st.empty()
        since = st.date_input(
            _("Since (else: in the last version)"),
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            key=SINCE,
            bind="query-params",
            width=220,
        )
        history = now.ask(versions)
        changes = now.ask(changes_since, since)
        finding = changes_finding(changes, history, since)
        measure = _(
            "Each version is compared with the one before it, record by record; whatever the"
            " filters select. {rise}",
            rise=rise_finding(now.ask(rise_after_first_count), now.ask(first_counts)),
        )
        card_head(finding, measure, place=head)
        if changes.height:
            shown = readable_changes(changes).with_columns(
                pl.col("column").map_elements(name_of, pl.String)
            )
            named_rows("changes", finding, shown, changes)
        if history.height > 1:
            with st.expander(
                _("Every version"), type="compact", key="versions-box", on_change="rerun"
            ) as box:
                if box.open:
                    named_rows(
                        "versions", _("Every version and how many records changed in it"), history
                    )
