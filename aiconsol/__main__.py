"""The project's commands: ``python -m aiconsol build``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from aiconsol.register.build import build
from aiconsol.register.faults import BrokenRegister

ROOT = Path(__file__).parent.parent
DATASET = ROOT / "data"
REGISTER = DATASET / "register"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 where it succeeded, 1 where the register is broken."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except BrokenRegister as broken:
        print(broken, file=sys.stderr)
        print(f"{len(broken.faults)} faults; nothing was written.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m aiconsol", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    building = commands.add_parser("build", help="make the Parquet dataset from the register")
    building.add_argument("--register", type=Path, default=REGISTER)
    building.add_argument("--dataset", type=Path, default=DATASET)
    building.set_defaults(command=_build)
    return parser


def _build(options: argparse.Namespace) -> int:
    dataset = build(options.register, options.dataset)
    rows = sum(table.rows for table in dataset.manifest.tables.values())
    print(f"{options.dataset}: version {dataset.version}, {rows} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
