"""The pages: the only importer of streamlit. A panel shows what it is given and calls the desk for every change."""
