"""Where a rule comes from, for readers: a link, a citation, or the name of the tool."""

from __future__ import annotations

from assistant.checks.origins import Origin, describe_origin
from assistant.ui.html import escaped
from assistant.ui.state import session


def show_origin(origin: Origin) -> str:
    """Return one origin as HTML; of a house rule only that it is one: its reason is what the check says itself."""
    shown = escaped(describe_origin(origin, session().language))
    if origin.kind == "page":
        return f"<a href='{escaped(origin.reference)}' target='_blank' rel='noreferrer'>{shown}</a>"
    return shown
