"""History page."""

from assistant.ui.frame import open_page
from assistant.ui.history_page import show_history

open_page("history", show_history)
