"""The only place beside the pages and the frame that calls Streamlit."""
