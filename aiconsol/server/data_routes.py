"""Stable addresses of the records: /api/rounds.csv?market=US, also as Parquet and JSON.

They take the parameters that the pages' addresses carry, and answer with the rows that the pages
show. Where a page drops what it can't use and says so, a route refuses it: nobody reads a warning
in a spreadsheet.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple

import polars as pl
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from aiconsol.address import PAGE_PARAMETERS, Dropped, read_filters
from aiconsol.archive import archive
from aiconsol.components.answers import Query, answer
from aiconsol.dataset import Dataset, shelf
from aiconsol.estimates.backtest import last_shown, watchlist_at
from aiconsol.estimates.weights import WEIGHT_PARAMETERS, read_weights
from aiconsol.export import csv_parts, file_name, json_parts, parquet_parts, whole_file_name
from aiconsol.filters import Filters
from aiconsol.language import _
from aiconsol.queries.records import RECORDS


class Form(NamedTuple):
    """How records are written: the media type, and the file's bytes in parts."""

    media_type: str
    parts: Callable[[pl.DataFrame], Iterator[bytes]]


FORMS = {
    "csv": Form("text/csv", csv_parts),
    "json": Form("application/json", json_parts),
    "parquet": Form("application/vnd.apache.parquet", parquet_parts),
}


def records(request: Request) -> Response:
    """The records of one table that the parameters select, as a file.

    400 names what of the parameters can't be used, 404 what tables and endings there are, and 304
    says that the copy in hand is still that of the dataset served.
    """
    table, ending = request.path_params["table"], request.path_params["ending"]
    if table not in RECORDS or ending not in FORMS:
        return nothing_here(request)
    dataset, __ = shelf().current()
    filters, faults = selection(request, dataset)
    if faults:
        return refused(faults)
    return as_file(request, dataset, filters, table, RECORDS[table])


def as_file(
    request: Request,
    dataset: Dataset,
    filters: Filters,
    subject: str,
    query: Query,
    *options: object,
) -> Response:
    """The query's rows in the form that the address's ending names; 304 where the copy is whole."""
    ending = request.path_params["ending"]
    headers = _headers(dataset, file_name(dataset, subject, filters, ending))
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    form = FORMS[ending]
    if request.method == "HEAD":
        return StreamingResponse(iter(()), headers=headers, media_type=form.media_type)
    rows = answer(dataset, query, filters, *options)
    return StreamingResponse(form.parts(rows), headers=headers, media_type=form.media_type)


def everything(request: Request) -> Response:
    """Every table whole, as CSV and Parquet in one ZIP with a README; 304 as for ``as_file``."""
    if request.query_params:
        return refused([_no_parameter(name) for name in request.query_params])
    dataset, __ = shelf().current()
    headers = _headers(dataset, whole_file_name(dataset, "all-tables", "zip"))
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        return StreamingResponse(iter(()), headers=headers, media_type="application/zip")
    packed = archive(dataset.manifest, dataset.frames)
    return Response(packed, headers=headers, media_type="application/zip")


def _headers(dataset: Dataset, name: str) -> dict[str, str]:
    """For a file that changes with the dataset's version alone."""
    return {
        "Cache-Control": "no-cache",
        "ETag": f'W/"{dataset.version}"',
        "Content-Disposition": f'attachment; filename="{name}"',
    }


def dataset(request: Request) -> Response:
    """What the dataset says of itself: version, dates, limits; rows and checksum of each table."""
    manifest = shelf().current()[0].manifest
    if request.query_params:
        return refused([_no_parameter(name) for name in request.query_params])
    days = {"as_of": str(manifest.as_of), "complete_through": str(manifest.complete_through)}
    return JSONResponse({**asdict(manifest), **days}, headers={"Cache-Control": "no-cache"})


def nothing_here(_request: Request) -> Response:
    """404, with the addresses that there are."""
    addresses = [
        "/api/dataset.json",
        "/api/aiconsol.zip",
        *(f"/api/{table}.{end}" for table in (*RECORDS, "watchlist") for end in FORMS),
    ]
    return JSONResponse(
        {"error": _("There is nothing at this address."), "addresses": addresses}, status_code=404
    )


def selection(
    request: Request, dataset: Dataset, own: Iterable[str] = ()
) -> tuple[Filters, list[Dropped]]:
    """The filters that the parameters ask for, and what of them can't be used.

    ``own`` are parameters beside the filters that the address judges for itself.
    """
    given = request.query_params
    parameters = {name: given.getlist(name) for name in given}
    filters, faults = read_filters(parameters, dataset.quarters, dataset.acquirers)
    foreign = PAGE_PARAMETERS - frozenset(own)
    return filters, faults + [_no_parameter(name) for name in given if name in foreign]


def _no_parameter(name: str) -> Dropped:
    return Dropped(name, "", _("no parameter of this address"))


def refused(faults: Sequence[Dropped]) -> Response:
    """400, with each parameter that can't be used and why."""
    error = _("These parameters can't be used: {faults}.", faults="; ".join(map(str, faults)))
    content = {"error": error, "parameters": [asdict(fault) for fault in faults]}
    return JSONResponse(content, status_code=400)


def watchlist(request: Request) -> Response:
    """The watchlist that the page shows, every company with all its parts, as a file.

    It takes the weights of the parts beside the filters; 400 and 404 as for records.
    """
    if request.path_params["ending"] not in FORMS:
        return nothing_here(request)
    dataset, __ = shelf().current()
    filters, faults = selection(request, dataset, WEIGHT_PARAMETERS)
    given = request.query_params
    weights, bad = read_weights({name: given.getlist(name) for name in WEIGHT_PARAMETERS})
    if faults or bad:
        return refused([*faults, *bad])
    options = (dataset.manifest.as_of, last_shown(filters, dataset.quarters), weights)
    return as_file(request, dataset, filters, "watchlist", watchlist_at, *options)


DATA_ROUTES = [
    Route("/api/dataset.json", dataset),
    Route("/api/aiconsol.zip", everything),
    Route("/api/watchlist.{ending}", watchlist),
    Route("/api/{table}.{ending}", records),
    Route("/api/{path:path}", nothing_here),
]
