"""The app: ``streamlit run dashboard.py``."""

import streamlit as st

app = st.App("aiconsol/frame.py")
