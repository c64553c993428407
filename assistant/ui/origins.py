"""Where a rule comes from, for readers: a link, a citation, or the name of the tool."""

from __future__ import annotations

from assistant.checks.origins import Origin
from assistant.ui.html import escaped
from assistant.ui.state import t


def show_origin(origin: Origin) -> str:
    """Return one origin as HTML; of a house rule only that it is one: its reason is what the check says itself."""
    if origin.kind == "page":
        address = escaped(origin.reference)
        return f"<a href='{address}' target='_blank' rel='noreferrer'>{escaped(origin.reference.split('/')[2])}</a>"
    return escaped(t("origin.house") if origin.kind == "house" else origin.reference)
