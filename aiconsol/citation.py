"""How to cite the dataset, so that a reader finds the very version again."""

from aiconsol.dataset import Manifest

AUTHOR = "aiconsol"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"})


def short_citation(manifest: Manifest) -> str:
    """One line: author (year), title, date, version."""
    return (
        f"{AUTHOR} ({manifest.as_of.year}). {manifest.title}."
        f" Data set of {manifest.as_of}, version {manifest.version}."
    )


def bibtex_citation(manifest: Manifest) -> str:
    """An entry for a BibTeX file; ``misc`` is the type that every style knows."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{manifest.title.translate(SPECIAL)}}}",
        "year": str(manifest.as_of.year),
        "month": MONTHS[manifest.as_of.month - 1],
        "version": manifest.version,
        "note": f"Data set of {manifest.as_of}, complete through {manifest.complete_through}",
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
    ]
    return f"@misc{{{AUTHOR}-{manifest.version},\n" + ",\n".join(lines) + "\n}"
