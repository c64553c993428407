"""Whether a model can be reached and streams: what the settings page shows before anything is written."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Final

from assistant.errors import ModelError
from assistant.writing.answer import RAW_ERRORS, Answer, Limits
from assistant.writing.client import http_client, load_client, openai_client
from assistant.writing.endpoints import Endpoint
from assistant.writing.faults import Fault, fault_of
from assistant.writing.prompting import Prompt

CHECK_LIMITS: Final = Limits(connect_s=5, first_s=30, between_s=15, total_s=45, characters=4000, retries=0)
"""House rule: somebody is waiting in front of the page; a local model may need half a minute to load."""
LISTING_S: Final = 10.0
"""Seconds that the list of models may take. House rule: no model has to be loaded for it."""
CHECK_TOKENS: Final = 64
CHECK_PROMPT: Final = Prompt("Answer with one word.", "Say: ok")
SERVES_WITHOUT_LIST: Final = frozenset(
    ("model-not-found", "model-bad-request", "model-bad-answer", "model-server-error")
)
"""What a server that can write but lists no models may answer to the list."""


@dataclass(frozen=True, slots=True)
class EndpointReport:
    """What was found at an endpoint. `fault` is what stands in the way of writing, None when nothing does.

    `reachable`: something answered. `models`: the names that it lists, sorted, none when it lists none.
    `streaming`: text of the chosen model arrived in pieces; False when no model is chosen.
    """

    reachable: bool
    models: tuple[str, ...] = ()
    streaming: bool = False
    fault: ModelError | None = None


def check_endpoint(endpoint: Endpoint, limits: Limits = CHECK_LIMITS) -> EndpointReport:
    """Return what works at that endpoint: the list of its models, then one word from the chosen one.

    Takes `limits.total_s` and the time of the list at most. Never raises for what the endpoint does.
    """
    listed = list_models(endpoint, connect_s=limits.connect_s, timeout_s=min(LISTING_S, limits.total_s))
    models = () if isinstance(listed, Fault) else listed
    if isinstance(listed, Fault) and listed.code not in SERVES_WITHOUT_LIST:
        return EndpointReport(listed.code not in ("model-unreachable", "model-too-slow"), fault=listed.error(endpoint))
    if not endpoint.model:
        return EndpointReport(True, models, fault=ModelError("model-not-chosen", host=endpoint.host))
    fault = _streaming_fault(endpoint, limits)
    return EndpointReport(True, models, streaming=fault is None, fault=fault)


def list_models(endpoint: Endpoint, *, connect_s: float, timeout_s: float) -> tuple[str, ...] | Fault:
    """Return the names of the models that the endpoint lists, sorted, or what kept it from it."""
    load_client()
    return asyncio.run(_list_models(endpoint, connect_s, timeout_s))


async def _list_models(endpoint: Endpoint, connect_s: float, timeout_s: float) -> tuple[str, ...] | Fault:
    import openai

    async with http_client(endpoint, connect_s=connect_s) as http:
        try:
            async with asyncio.timeout(timeout_s):
                page = await openai_client(endpoint, http).models.list()
                return tuple(sorted({str(model.id) for model in page.data if model.id}))
        except TimeoutError:
            return Fault("model-too-slow")
        except (openai.OpenAIError, *RAW_ERRORS) as error:
            return fault_of(error, begun=False)


def _streaming_fault(endpoint: Endpoint, limits: Limits) -> ModelError | None:
    """Return what stood in the way of the first text, None when some came; a cut afterwards is no fault here."""
    answer = Answer(endpoint, CHECK_PROMPT, limits, CHECK_TOKENS)
    try:
        return None if next(answer.pieces(), "") else answer.error("model-empty")
    except ModelError as error:
        return error
    finally:
        answer.hang_up()
