"""Many articles: read one by one, worked on by every core or a cluster, kept in shards, summed up in one table."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from assistant.cli.batch_items import BatchCommand, fingerprint, read_items
from assistant.cli.batch_summary import Summary
from assistant.cli.batch_work import answer_items
from assistant.cli.files import write_bytes
from assistant.cli.jsonl import Fields
from assistant.errors import IntertitreError

AT_ONCE: Final = 5
"""Items that a process is given at a time: few, so that the last process is not waited for. House rule."""
WAITING_FOR_EACH: Final = 3
"""Portions in the queue for each core, so that none is idle and memory stays bounded. House rule."""
MANIFEST: Final = "batch.json"
SUMMARY: Final = "summary.csv"
SCHEDULER_S: Final = 15


def run_batch(
    command: BatchCommand,
    place: Path,
    folder: Path,
    *,
    language: str,
    writer: str = "extractive",
    shard: int = 100,
    scheduler: str | None = None,
    resume: bool = False,
) -> Fields:
    """Do one command for every item of `place`, and return how many there were, failed, or were there before.

    The answers go into `folder`, so many to a file (`part-00000.jsonl`, …), in the order of the items; a file appears
    only when it is whole. `summary.csv` has a row for each item. `resume` takes up a run that was interrupted: what it
    finished is not done again. Raises IntertitreError.
    """
    begun = time.perf_counter()
    items = read_items(command, place)
    first = next(items, None)
    if first is None:
        raise IntertitreError("batch-empty", name=str(place))
    manifest: Fields = {"command": command, "input": fingerprint(place), "shard": shard, "writer": writer}
    _prepare(place, folder, manifest, resume=resume)
    groups = _groups(chain((first,), items), shard)
    summary = Summary(command)
    try:
        with _executor(scheduler, is_short=shard <= AT_ONCE) as executor:
            work = partial(answer_items, command, language, writer)
            for path, answers, was_there in _answered(executor, work, groups, folder):
                if not was_there:
                    write_bytes(
                        path, b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in answers)
                    )
                summary.add(answers, was_there=was_there)
    except KeyboardInterrupt as error:
        raise IntertitreError("batch-interrupted") from error
    except BrokenExecutor as error:
        raise IntertitreError("batch-worker-died") from error
    write_bytes(folder / SUMMARY, summary.table())
    return {**summary.figures(), "out": str(folder), "seconds": round(time.perf_counter() - begun, 3)}


def _prepare(place: Path, folder: Path, manifest: Fields, *, resume: bool) -> None:
    """Make the folder, or see that what is in it belongs to the same run."""
    if place.is_dir() and folder.resolve().is_relative_to(place.resolve()):
        raise IntertitreError("batch-inside", name=str(folder))
    known = folder / MANIFEST
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told = json.loads(known.read_text(encoding="utf-8")) if known.exists() else None
    except (OSError, ValueError) as error:
        raise IntertitreError("file-not-written", name=str(folder)) from error
    if not resume and (told is not None or any(folder.glob("part-*.jsonl"))):
        raise IntertitreError("batch-exists", name=str(folder))
    if told is not None and told != manifest:
        raise IntertitreError("batch-other", name=str(folder))
    write_bytes(known, json.dumps(manifest).encode())


def _groups(items: Iterable[Fields], size: int) -> Iterator[list[Fields]]:
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


Work = partial[list[Fields]]
Waiting = tuple[Path, list[Future[list[Fields]]]]


def _answered(
    executor: Executor, work: Work, groups: Iterable[list[Fields]], folder: Path
) -> Iterator[tuple[Path, list[Fields], bool]]:
    """Yield the file of each group with its answers, in order, and whether it was there before."""
    most = WAITING_FOR_EACH * _cores()
    waiting: deque[Waiting] = deque()
    for number, group in enumerate(groups):
        path = folder / f"part-{number:05}.jsonl"
        portions = [] if path.exists() else [executor.submit(work, part) for part in _groups(group, AT_ONCE)]
        waiting.append((path, portions))
        while sum(len(futures) for _, futures in waiting) > most:
            yield _collected(waiting.popleft())
    while waiting:
        yield _collected(waiting.popleft())


def _collected(waiting: Waiting) -> tuple[Path, list[Fields], bool]:
    path, portions = waiting
    if portions:
        return path, [answer for portion in portions for answer in portion.result()], False
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return path, [json.loads(line) for line in lines], True
    except (OSError, ValueError) as error:
        raise IntertitreError("batch-other", name=str(path)) from error


@contextmanager
def _executor(scheduler: str | None, *, is_short: bool) -> Iterator[Executor]:
    """Give what does the work: a cluster, a process for each core, or this process for a handful of items."""
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
        return
    pool = (
        ThreadPoolExecutor(1)
        if is_short
        # Not forked: the parent may hold locks of threads that the child would never see released.
        else ProcessPoolExecutor(_cores(), mp_context=multiprocessing.get_context("spawn"))
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise IntertitreError("batch-no-dask") from error
    try:
        client = Client(scheduler, timeout=SCHEDULER_S)
    except (OSError, TimeoutError, ValueError) as error:
        raise IntertitreError("batch-no-scheduler", name=scheduler) from error
    with client:
        yield client.get_executor(pure=False)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
