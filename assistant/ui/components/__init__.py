"""The two Streamlit components: the text surface and the outline board. No iframe, no build step."""
