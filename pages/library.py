"""Library page."""

from assistant.ui.frame import open_page
from assistant.ui.library_page import show_library

open_page("library", show_library)
