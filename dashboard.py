"""The app: ``streamlit run dashboard.py``."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from aiconsol.server.data_routes import DATA_ROUTES
from aiconsol.server.entry_page import entry_routes, home_route
from aiconsol.server.headers import SecurityHeaders
from aiconsol.server.health import HEALTH_ROUTES
from aiconsol.server.warm_up import warmed

HOME = "overview"
PAGES = ["", *sorted(page.stem for page in Path(__file__).parent.glob("pages/*.py"))]
PAGES.remove(HOME)

app = st.App(
    "aiconsol/frame.py",
    lifespan=warmed(PAGES),
    routes=[*DATA_ROUTES, *HEALTH_ROUTES, *entry_routes(PAGES), home_route(HOME)],
    middleware=[Middleware(SecurityHeaders)],
)
