"""Drafts kept in a database, and the JSON that they are kept as."""
