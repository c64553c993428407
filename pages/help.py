"""Help page."""

from assistant.ui.frame import open_page
from assistant.ui.help_page import show_help

open_page("help", show_help)
