"""Settings page."""

from assistant.ui.frame import open_page
from assistant.ui.settings_page import show_settings

open_page("settings", show_settings)
