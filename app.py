"""The desk: the single page where an article is made."""

from assistant.ui.desk_page import show_desk
from assistant.ui.frame import open_page

open_page("desk", show_desk)
