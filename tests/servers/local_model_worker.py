"""The process that holds the small model. Run by the interpreter of the server's own environment, not by the tests'."""

from __future__ import annotations

import argparse
import os
import signal
import threading

# Must be set before the library loads: its waiting threads otherwise spin, 3 to 5 times slower on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def main() -> None:
    """Serve the model until the process is told to end, or whoever started it is gone."""
    import xllamacpp

    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--slots", type=int, default=2)
    parser.add_argument("--context", type=int, default=4096)
    arguments = parser.parse_args()

    params = xllamacpp.CommonParams()
    params.model.path = arguments.model
    params.model_alias = {"local"}
    params.hostnames = ["127.0.0.1"]
    params.port = arguments.port
    params.n_parallel = arguments.slots
    params.n_ctx = arguments.context * arguments.slots
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = min(2, os.cpu_count() or 1)
    params.use_jinja = True
    params.ui = False
    params.offline = True
    params.cache_ram_mib = 256
    params.sampling.seed = 1234
    server = xllamacpp.Server(params)

    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    parent = os.getppid()
    print(server.listening_address, flush=True)  # noqa: T201 - tells that the model is loaded
    while not ended.wait(1.0) and os.getppid() == parent:
        pass
    os._exit(0)  # the library's threads do not end by themselves


if __name__ == "__main__":
    main()
