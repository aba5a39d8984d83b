"""The data routes over the project's own dataset, or over one that a test has written."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from aiconsol.server.data_routes import DATA_ROUTES
from aiconsol.server.health import HEALTH_ROUTES


@pytest.fixture
def client():
    return TestClient(Starlette(routes=[*DATA_ROUTES, *HEALTH_ROUTES]))
