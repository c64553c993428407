"""The command palette and the sheet of shortcuts: everything on the page by its name, without a mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

from assistant.ui.components.assets import script, style
from assistant.ui.state import t

HTML: Final = (
    '<button type="button" class="open"></button>'
    '<dialog class="palette"><div class="head"><input type="text" role="combobox" aria-expanded="true" '
    'aria-controls="commands" aria-autocomplete="list" autocomplete="off" spellcheck="false">'
    '<button type="button" class="close"></button></div>'
    '<ul id="commands" role="listbox"></ul><p class="none" role="status"></p></dialog>'
    '<dialog class="sheet"><div class="head"><h2></h2><button type="button" class="close"></button></div>'
    '<div class="groups"></div></dialog>'
)

PANELS: Final = {
    "source": ".st-key-panel_source",
    "outline": ".st-key-panel_outline",
    "article": ".st-key-panel_article",
    "score": ".st-key-side",
    "truth": ".st-key-panel_truth",
}
"""The panels of the desk in their order, as F6 goes through them, and the container of each."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `target` is a CSS selector of what is pressed, or gone to; its message is `command.NAME`."""

    name: str
    target: str
    kind: Literal["press", "panel", "sheet"] = "press"
    keys: str = ""


COMMANDS: Final = (
    Command("write_all", ".st-key-write_all button"),
    Command("stop_all", ".st-key-stop_all button"),
    Command("resume", ".st-key-resume button"),
    *(Command(f"go_{panel}", container, "panel", "F6") for panel, container in PANELS.items()),
    Command("fold_source", ".st-key-fold_source button"),
    Command("fold_outline", ".st-key-fold_outline button"),
    Command("brief", '[class*="st-key-brief_form_"] button'),
    Command("add_source", ".st-key-add_source button"),
    Command("export_md", ".st-key-export_md button"),
    Command("export_html", ".st-key-export_html button"),
    Command("export_docx", ".st-key-export_docx button"),
    Command("export_json", ".st-key-export_json button"),
    Command("history", ".st-key-nav_history a"),
    Command("new", ".st-key-new_article button"),
    Command("desk", ".st-key-nav_desk a"),
    Command("library", ".st-key-nav_library a"),
    Command("settings", ".st-key-nav_settings a"),
    Command("help", ".st-key-nav_help a"),
    Command("french", ".st-key-interface_language button:first-of-type"),
    Command("english", ".st-key-interface_language button:last-of-type"),
    Command("shortcuts", "", "sheet", "Ctrl /"),
)

SHORTCUTS: Final = {
    "everywhere": (("F1", "palette"), ("Ctrl K", "palette_too"), ("Ctrl /", "sheet"), ("F6", "panels")),
    "paste": (("Ctrl Enter", "read"),),
    "board": (
        ("Enter", "new_row"),
        ("Backspace", "delete_row"),
        ("Ctrl Enter", "go"),
        ("Alt ↑", "up"),
        ("Alt ↓", "down"),
        ("Tab", "deeper"),
        ("Shift Tab", "higher"),
        ("Esc Tab", "leave"),
        ("Ctrl Alt Z", "undo"),
        ("Ctrl Alt Y", "redo"),
    ),
    "article": (
        ("Ctrl B", "bold"),
        ("Ctrl I", "italic"),
        ("Ctrl K", "link"),
        ("Alt Enter", "explain"),
        ("Alt Shift Enter", "source_of"),
        ("F8", "next_mark"),
        ("Alt F10", "toolbar"),
        ("Ctrl Z", "undo_text"),
        ("Ctrl S", "save"),
    ),
}
"""What can be done by keyboard, by place: the keys, and the message `keys.NAME`. The help page shows the same."""


def shortcut_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the shortcuts with their words in the language of the interface, by place."""
    return [
        (t(f"keys.{place}"), [(_named(keys), t(f"keys.{name}")) for keys, name in rows])
        for place, rows in SHORTCUTS.items()
    ]


def show_palette() -> None:
    """Put the button that opens the palette on the page, and listen to the keys."""
    words = ("open", "palette", "search", "close", "commands", "none", "shortcuts")
    component = st.components.v2.component(
        "intertitre.palette",
        html=HTML,
        css=style("palette.css"),
        js=script("palette.js"),
    )
    component(
        key="palette",
        data=[
            {
                "commands": _commands(COMMANDS),
                "panels": list(PANELS.values()),
                "shortcuts": shortcut_groups(),
                "words": {name: t(f"palette.{name}") for name in words},
            }
        ],
    )


def _commands(commands: Sequence[Command]) -> list[dict[str, str]]:
    return [
        {
            "name": command.name,
            "label": t(f"command.{command.name}"),
            "target": command.target,
            "kind": command.kind,
            "keys": _named(command.keys) if command.keys else "",
        }
        for command in commands
    ]


def _named(keys: str) -> str:
    """Return keys as they are written on the keyboards of the interface's country."""
    return " ".join(t(f"key.{key}") if key in ("Enter", "Backspace", "Shift", "Esc") else key for key in keys.split())
