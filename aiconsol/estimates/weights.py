"""What each part of the pressure score weighs, and how an address says so."""

from collections.abc import Mapping, Sequence

from aiconsol.address import Dropped
from aiconsol.language import _

PARTS = ("quiet", "raised", "runway", "multiple", "big_tech")
MAX_WEIGHT = 3
WEIGHT = 1

Weights = tuple[int, ...]
"""A weight for each of ``PARTS``, in their order, from 0 to ``MAX_WEIGHT``."""

EQUAL: Weights = (WEIGHT,) * len(PARTS)


def parameter(part: str) -> str:
    """The address parameter of a part's weight."""
    return f"weight_{part}"


WEIGHT_PARAMETERS = tuple(map(parameter, PARTS))


def read_weights(parameters: Mapping[str, Sequence[str]]) -> tuple[Weights, list[Dropped]]:
    """The weights that an address asks for; bad ones are named and weigh as by default."""
    allowed = {str(weight): weight for weight in range(MAX_WEIGHT + 1)}
    weights, dropped = list(EQUAL), list[Dropped]()
    for place, part in enumerate(PARTS):
        given = list(parameters.get(parameter(part), []))
        if len(given) == 1 and given[0] in allowed:
            weights[place] = allowed[given[0]]
        elif given:
            reason = _("one whole number from 0 to {most}", most=MAX_WEIGHT)
            dropped.append(Dropped(parameter(part), " ".join(given), reason))
    return tuple(weights), dropped
