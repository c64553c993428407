"""Finding Chromium, and installing it where that is allowed. `python -m tests.browser.chromium` prepares the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Without them Chromium calls home at every start, which fails on a machine without a way out, many times at once."""


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one that `CHROMIUM` names, the system's, or Playwright's; None without any."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    return installed or _playwrights_own()


def main() -> int:
    """Install Chromium if it is missing; 0 when the browser tests can run or may be skipped, 1 in CI without it."""
    if find_chromium() is None:
        sys.stdout.write("No Chromium here: installing it for the browser tests …\n")
        _install()
    if find_chromium():
        return 0
    sys.stdout.write(
        "!!! BROWSER TESTS SKIPPED: no Chromium, and it could not be installed. Set CHROMIUM to its path.\n"
    )
    return 1 if os.environ.get("CI") == "true" else 0


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        packages = ["chromium", "fonts-liberation"]
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, env=environment)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    sys.exit(main())
