"""The field for a web address: what stands there is read when the journalist asks for it, and only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import SourceError
from assistant.limits import is_fetching_on
from assistant.ui.state import t

if TYPE_CHECKING:
    from assistant.intake import Intake


def show_address_field(key: str, add: Callable[[Callable[[], list[Intake]]], object]) -> None:
    """Show the field and its button, whose key is `KEY_fetch`; nothing when `INTERTITRE_FETCH` switches fetching off.

    `add` gets what reads the addresses in the field.
    """
    if not is_fetching_on():
        return

    def asked() -> None:
        text: str = st.session_state[key]
        add(lambda: read_addresses(text))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(t("source.address"), key=key, placeholder=t("source.address.placeholder"))
        st.button(t("source.address.read"), key=f"{key}_fetch", on_click=asked)


def read_addresses(text: str) -> list[Intake]:
    """Return the sources at the addresses in `text`, parted by spaces.

    Raises SourceError("no-address") without any, and as `read_address` does.
    """
    from assistant.intake.address import read_address

    addresses = text.split()
    if not addresses:
        raise SourceError("no-address")
    return [read_address(address) for address in addresses]
