"""The records of a page as one table."""

import streamlit as st

from aiconsol.components.evidence import download
from aiconsol.components.reading import reading
from aiconsol.components.record_table import record_table
from aiconsol.export import file_name
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import plural
from aiconsol.queries.funding import newest_rounds


def rounds_table() -> None:
    """Draws every round of the selection, the newest first, and the download of all of them."""
    now = reading()
    rounds = now.ask(newest_rounds)
    nothing = nothing_left(rounds.height)
    with st.container(border=True, key="card-rounds-table"):
        st.markdown(
            "#### "
            + plural(
                "{count} round, the newest first", "{count} rounds, the newest first", rounds.height
            )
        )
        if nothing:
            st.info(nothing, icon=":material/filter_alt_off:")
            return
        record_table("rounds-table", rounds, "rounds", height=520)
        download(
            "rounds-table-csv",
            plural("{count} round (CSV)", "All {count} rounds (CSV)", rounds.height),
            rounds,
            file_name(now.dataset, "rounds", now.filters),
        )
