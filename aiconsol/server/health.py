"""/healthz: whether the app serves, and from which dataset."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from aiconsol.dataset import shelf
from aiconsol.language import _


def health(_request: Request) -> Response:
    """200 while the app serves; ``trouble`` where a newer dataset couldn't be opened.

    What exactly is wrong with that dataset names files of the server: it stands in the log.
    """
    dataset, trouble = shelf().current()
    stale = _("A newer dataset could not be opened; this is the one before it.")
    return JSONResponse(
        {
            "status": "ok",
            "version": dataset.version,
            "as_of": str(dataset.manifest.as_of),
            "trouble": stale if trouble else None,
        },
        headers={"Cache-Control": "no-store"},
    )


HEALTH_ROUTES = [Route("/healthz", health)]
