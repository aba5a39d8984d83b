"""Text as it is, where Markdown would read markup: a dollar sign starts a formula."""

import re

MARKUP = re.compile(r"([\\`*_{}\[\]<>#$~|:])")


def plain(text: str) -> str:
    """The text with every sign escaped that Markdown, or Streamlit's own part of it, would read."""
    return MARKUP.sub(r"\\\1", text)
