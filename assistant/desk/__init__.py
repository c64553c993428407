"""What a journalist can do to a draft, and the background jobs that write. Knows nothing of Streamlit."""
