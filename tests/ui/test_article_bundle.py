"""The bundle of the article surface is what its sources say, and comes with its licences."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from assistant.ui.components.article_surface import BUNDLE

COMPONENTS = Path(__file__).parents[2] / "components"
SHARED = COMPONENTS.parent / "assistant" / "ui" / "components" / "sending.js"
LARGEST_BYTES = 500_000
"""House rule: a third of a second on a line of 10 Mbit/s, compressed."""


def test_the_bundle_is_built_from_the_sources_that_are_here() -> None:
    sources = [*sorted((COMPONENTS / "src").iterdir()), SHARED]
    names = [*sources, COMPONENTS / "build.mjs", COMPONENTS / "package-lock.json"]
    digest = sha256(b"".join(name.read_bytes() for name in names)).hexdigest()
    first_line = BUNDLE.read_text(encoding="utf-8").splitlines()[0]
    assert digest in first_line, "run `make components`"


def test_the_bundle_stays_small() -> None:
    assert BUNDLE.stat().st_size < LARGEST_BYTES


def test_every_package_in_the_bundle_comes_with_its_licence() -> None:
    licences = (BUNDLE.parent / "LICENCES.txt").read_text(encoding="utf-8")
    manifest = json.loads((COMPONENTS / "package.json").read_text(encoding="utf-8"))
    assert all(re.search(rf"^{re.escape(name)} [\d.]+ \(", licences, re.MULTILINE) for name in manifest["dependencies"])


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (COMPONENTS / "package-lock.json").read_text(encoding="utf-8")
