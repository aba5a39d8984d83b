"""The method and how to report a mistake, in plain words."""

import streamlit as st

from aiconsol.components.plain import plain
from aiconsol.components.reading import reading
from aiconsol.language import _
from aiconsol.method import method

COLUMNS = 2


def method_text() -> None:
    """Draws questions and answers, in two columns where the width allows."""
    parts = method(reading().dataset.manifest.limits)
    with st.container(border=True, key="card-method"):
        st.markdown("#### " + _("The method"))
        half = -(-len(parts) // COLUMNS)
        for column, shown in zip(
            st.columns(COLUMNS, gap="large"), (parts[:half], parts[half:]), strict=True
        ):
            column.markdown(
                "\n\n".join(f"**{plain(part.question)}**  \n{plain(part.answer)}" for part in shown)
            )


def report_a_mistake() -> None:
    """Draws what a report of a mistake needs, ready to copy."""
    with st.container(border=True, key="card-mistake"):
        st.markdown(
            "#### "
            + _("A figure is wrong?")
            + "\n"
            + _(
                "Every record names the page that it was read from: open it first. Where the record"
                " is wrong, copy these lines, fill them in, and file them as an issue of the"
                " project; or correct the row in data/register and propose the change. The next"
                " version lists the correction above, with the cell before and after."
            )
        )
        st.code(
            _(
                "Data set: version {version}\nTable and record id:\nColumn:\nValue shown:\n"
                "Right value:\nPage that says so (address and date):",
                version=reading().dataset.version,
            ),
            language=None,
        )
