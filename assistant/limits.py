"""What is read of a source at most, and whether addresses are: known before anything that reads is imported."""

from __future__ import annotations

import os
from typing import Final

# House rule: a long magazine article is 60,000 characters and a paste of a whole page with its comments ten times that;
# beyond half a million (80,000 words) a paste is an archive or an accident, and no longer read within two seconds.
LONGEST_TEXT: Final = 500_000
SWITCH: Final = "INTERTITRE_FETCH"
_OFF: Final = ("off", "0", "no", "false", "non")


def is_fetching_on() -> bool:
    """Whether web addresses are read at all: unless the setting INTERTITRE_FETCH is "off"."""
    return os.environ.get(SWITCH, "").strip().lower() not in _OFF
