"""Every text that a user reads goes through here, as a whole sentence with named fields.

English stands in the code and is the first catalogue; others are ordinary gettext catalogues under
``aiconsol/locales``, chosen by the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG).
"""

import gettext
from pathlib import Path

_CATALOGUE = gettext.translation("aiconsol", Path(__file__).parent / "locales", fallback=True)


def _(sentence: str, /, **fields: object) -> str:
    """The sentence in the reader's language, its named fields filled in."""
    return _CATALOGUE.gettext(sentence).format(**fields)


def plural(one: str, many: str, count: int, /, **fields: object) -> str:
    """The sentence that fits the count, which it can name as ``{count}``, thousands separated."""
    return _CATALOGUE.ngettext(one, many, count).format(count=f"{count:,}", **fields)
