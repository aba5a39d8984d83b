import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from aiconsol.server.entry_page import entry_page, entry_routes, home_route, inline_script_hashes
from aiconsol.server.headers import SecurityHeaders


async def talk(websocket):
    await websocket.accept()
    await websocket.send_text(await websocket.receive_text())
    await websocket.close()


@pytest.fixture
def served():
    parts = Route("/parts", lambda _request: StreamingResponse(iter([b"a", b"b"])))
    routes = [
        *entry_routes(["", "funding"]),
        home_route("overview"),
        parts,
        WebSocketRoute("/talk", talk),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]))


@pytest.mark.parametrize("path", ["/", "/funding", "/funding?market=US"])
def test_every_page_gets_the_document_that_names_the_server(served, path):
    answered = served.get(path)
    assert answered.status_code == 200
    assert answered.text == entry_page()
    before_streamlit = answered.text.split('src="./static/')[0]
    assert "BACKEND_BASE_URL" in before_streamlit
    assert "<title>aiconsol</title>" in answered.text
    assert answered.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("query", ["", "?market=US&quarters=2024Q1&quarters=2024Q2"])
def test_the_overview_by_its_name_leads_to_the_root_with_the_view(served, query):
    answered = served.get(f"/overview{query}", follow_redirects=False)
    assert answered.is_redirect
    assert answered.headers["location"] == f"./{query}"


def test_the_document_is_streamlits_but_for_that():
    assert re.search(r'<script type="module" crossorigin src="\./static/js/', entry_page())
    assert '<div id="root"></div>' in entry_page()


def test_the_policy_admits_the_documents_scripts_and_no_other_host(served):
    policy = served.get("/").headers["content-security-policy"]
    assert len(inline_script_hashes()) == len(re.findall(r"<script>", entry_page()))
    for digest in inline_script_hashes():
        assert f"'{digest}'" in policy
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy


@pytest.mark.parametrize("path", ["/", "/parts", "/nowhere"])
def test_every_answer_carries_the_headers(served, path):
    headers = served.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "camera=()" in headers["permissions-policy"]


def test_a_stream_and_a_websocket_pass_through(served):
    assert served.get("/parts").content == b"ab"
    with served.websocket_connect("/talk") as websocket:
        websocket.send_text("hello")
        assert websocket.receive_text() == "hello"
