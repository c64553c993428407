"""Saves a draft without end and acknowledges each save on its output, in a forked child a command: to be killed.

`python saver.py URL DRAFT_ID`: for each line of input a new child starts; its process id is the first line that it
writes, and each line after that is a revision that the store acknowledged.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from assistant.model import Draft
from assistant.storage.drafts import DraftStore


def save_without_end(url: str, draft_id: str) -> None:
    """Save through the two ways of the store in turns; the title names the revision that the draft will have."""
    store = DraftStore(url)
    revision = store.revision(draft_id)

    def name_after_next(draft: Draft) -> Draft:
        return replace(draft, title=str(revision + 1), standfirst="x" * (revision % 997))

    while True:
        if revision % 2:
            revision = store.update(draft_id, name_after_next).revision
        else:
            revision = store.save(name_after_next(store.load(draft_id).draft), revision)
        os.write(1, f"{revision}\n".encode())


def main(url: str, draft_id: str) -> None:
    """Fork a child for each line of input."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"child {os.getpid()}\n".encode())
            save_without_end(url, draft_id)
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
