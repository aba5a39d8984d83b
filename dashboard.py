"""The app: ``streamlit run dashboard.py``."""

import streamlit as st

from aiconsol.server.data_routes import DATA_ROUTES
from aiconsol.server.health import HEALTH_ROUTES

app = st.App("aiconsol/frame.py", routes=[*DATA_ROUTES, *HEALTH_ROUTES])
