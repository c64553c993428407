"""Facts found in a text, and what the sources support."""
