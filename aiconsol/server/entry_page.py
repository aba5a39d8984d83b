"""The HTML document that a browser gets first, at the address of any page.

It is Streamlit's own, with the server's address written into it. Without that, Streamlit's front
end takes an address such as /funding for a folder that the app might be served under: it asks for
/funding/_stcore/health, is refused, logs two errors, waits and tries again one level up.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

TITLE = "aiconsol"
WHERE_THE_SERVER_IS = """<script>
window.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location.href).href,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
}
</script>"""
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def entry_page() -> str:
    """The document, the same for every page."""
    html = (files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    titled = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    return titled.replace("<head>", f"<head>{WHERE_THE_SERVER_IS}", 1)


@cache
def inline_script_hashes() -> tuple[str, ...]:
    """The document's inline scripts as a Content-Security-Policy names them: sha256-…"""
    scripts = INLINE_SCRIPT.findall(entry_page())
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return tuple(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


def _answer(_request: Request) -> Response:
    return HTMLResponse(entry_page(), headers={"Cache-Control": "no-cache"})


def _home(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")


def home_route(name: str) -> Route:
    """The overview by its name, which leads to where it is served: the root, with its query."""
    return Route(f"/{name}", _home)


def entry_routes(pages: Sequence[str]) -> list[Route]:
    """Routes of the pages named; the overview's name is empty."""
    return [Route(f"/{page}", _answer) for page in pages]
