"""The project's commands: ``python -m aiconsol build|check|sort|import|bench``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from aiconsol.dataset import BrokenDataset
from aiconsol.register.build import build
from aiconsol.register.faults import BrokenRegister
from aiconsol.register.imports import import_rounds
from aiconsol.register.order import sort_register
from aiconsol.register.vendors import VENDORS

ROOT = Path(__file__).parent.parent
DATASET = ROOT / "data"
REGISTER = DATASET / "register"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 where it succeeded, 1 where the register or the dataset is broken."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except BrokenRegister as broken:
        print(broken, file=sys.stderr)
        count = len(broken.faults)
        faults = "1 fault" if count == 1 else f"{count:,} faults"
        print(f"{faults}; nothing was written.", file=sys.stderr)
        return 1
    except BrokenDataset as broken:
        print(broken, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m aiconsol", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    building = commands.add_parser("build", help="make the Parquet dataset from the register")
    building.add_argument("--register", type=Path, default=REGISTER)
    building.add_argument("--dataset", type=Path, default=DATASET)
    building.set_defaults(command=_build)
    checking = commands.add_parser("check", help="say what the register holds and what to look at")
    checking.add_argument("--register", type=Path, default=REGISTER)
    checking.set_defaults(command=_check)
    sorting = commands.add_parser("sort", help="put the rows of the register's files in order")
    sorting.add_argument("--register", type=Path, default=REGISTER)
    sorting.set_defaults(command=_sort)
    measuring = commands.add_parser("bench", help="measure how fast the app is, in Chromium")
    measuring.add_argument("--rows", type=int, default=0, help="synthetic rounds, measured as well")
    measuring.add_argument("--repetitions", type=int, default=15)
    measuring.set_defaults(command=_bench)
    importing = commands.add_parser("import", help="map a vendor's export of rounds, for review")
    importing.add_argument("vendor", choices=VENDORS)
    importing.add_argument("export", type=Path, help="the CSV file")
    importing.add_argument("--register", type=Path, default=REGISTER)
    importing.add_argument("--into", type=Path, required=True, help="folder for the new rows")
    importing.set_defaults(command=_import)
    return parser


def _build(options: argparse.Namespace) -> int:
    dataset = build(options.register, options.dataset)
    rows = sum(table.rows for table in dataset.manifest.tables.values())
    print(f"{options.dataset}: version {dataset.version}, {rows} rows")
    return 0


def _check(options: argparse.Namespace) -> int:
    from aiconsol.register.report import report  # noqa: PLC0415 building must not wait for it

    print("\n".join(report(options.register)))
    return 0


def _sort(options: argparse.Namespace) -> int:
    changed = sort_register(options.register)
    print("sorted: " + ", ".join(changed) if changed else "all files were sorted")
    return 0


def _bench(options: argparse.Namespace) -> int:
    from aiconsol.bench.run import bench  # noqa: PLC0415 only measuring needs a browser

    print(bench(REGISTER, DATASET, rows=options.rows, repetitions=options.repetitions))
    return 0


def _import(options: argparse.Namespace) -> int:
    vendor = VENDORS[options.vendor]
    imported = import_rounds(options.export, vendor, options.register, options.into)
    for fault in imported.refused:
        print(fault, file=sys.stderr)
    refused = len({fault.line for fault in imported.refused})
    print(
        f"{imported.file}: rows to review: {imported.written};"
        f" already in the register: {imported.known}; refused: {refused}"
    )
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
