"""What works at an endpoint: what the settings page shows before anything is written, and which servers are here."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.errors import ModelError
from assistant.writing.answer import RAW_ERRORS, Answer, Limits
from assistant.writing.client import Schema, http_client, load_client, openai_client
from assistant.writing.endpoints import LOCAL_PRESETS, Endpoint, Preset
from assistant.writing.faults import Fault, fault_of
from assistant.writing.prompting import Prompt
from assistant.writing.structured import first_object

CHECK_LIMITS: Final = Limits(connect_s=5, first_s=30, between_s=15, total_s=45, characters=4000, retries=0)
"""House rule: somebody is waiting in front of the page; a local model may need half a minute to load."""
LISTING_S: Final = 10.0
"""Seconds that the list of models may take. House rule: no model has to be loaded for it."""
CHECK_TOKENS: Final = 64
CHECK_PROMPT: Final = Prompt("Answer with one word.", "Say: ok")
OBJECT_PROMPT: Final = Prompt('Answer with a JSON object such as {"city": "Lyon"}.', "Name one city in France.")
OBJECT_SCHEMA: Final[Schema] = {
    "type": "object",
    "properties": {"city": {"type": "string"}},
    "required": ["city"],
    "additionalProperties": False,
}
LOCAL_CONNECT_S: Final = 0.5
LOCAL_S: Final = 2.0
SERVES_WITHOUT_LIST: Final = frozenset(
    ("model-not-found", "model-bad-request", "model-bad-answer", "model-server-error")
)
"""What a server that can write but lists no models may answer to the list."""


@dataclass(frozen=True, slots=True)
class EndpointReport:
    """What was found at an endpoint. `fault` is what stands in the way of writing, None when nothing does.

    `reachable`: something answered. `models`: the names that it lists, sorted, none when it lists none.
    `streaming`: text of the chosen model arrived in pieces; False when no model is chosen. `usage`: it told its tokens.
    `structured`: it answered JSON that was asked for with a schema. `context`: the tokens that it reads at once, None
    when the server does not say.
    """

    reachable: bool
    models: tuple[str, ...] = ()
    streaming: bool = False
    usage: bool = False
    structured: bool = False
    context: int | None = None
    fault: ModelError | None = None


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model that an endpoint lists; `context` are the tokens that it reads at once, None when it is not said."""

    name: str
    context: int | None = None


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A model server found on this machine."""

    preset: Preset
    models: tuple[str, ...]


def check_endpoint(endpoint: Endpoint, limits: Limits = CHECK_LIMITS) -> EndpointReport:
    """Return what works at that endpoint: the list of its models, one word of the chosen one, and an object from it.

    Takes twice `limits.total_s` and the time of the list at most. Never raises for what the endpoint does.
    """
    listed: tuple[ListedModel, ...] | Fault = ()
    if not endpoint.provider:
        listed = list_models(endpoint, connect_s=limits.connect_s, timeout_s=min(LISTING_S, limits.total_s))
    known = () if isinstance(listed, Fault) else listed
    models = tuple(model.name for model in known)
    if isinstance(listed, Fault) and listed.code not in SERVES_WITHOUT_LIST:
        return EndpointReport(listed.code not in ("model-unreachable", "model-too-slow"), fault=listed.error(endpoint))
    if not endpoint.model:
        return EndpointReport(True, models, fault=ModelError("model-not-chosen", host=endpoint.host))
    context = next((model.context for model in known if model.name == endpoint.model), None)
    fault, tells_usage = _streamed(endpoint, limits)
    structured = fault is None and _answers_objects(endpoint, limits)
    return EndpointReport(True, models, fault is None, tells_usage, structured, context, fault)


def find_local_servers() -> tuple[LocalServer, ...]:
    """Return the model servers that answer on this machine at the addresses of the presets; takes two seconds at most.

    Only asked for by somebody: nothing here is looked for unasked.
    """
    load_client()
    return asyncio.run(_find_local_servers())


async def _find_local_servers() -> tuple[LocalServer, ...]:
    found = await asyncio.gather(
        *(_list_models(Endpoint(preset.base_url), LOCAL_CONNECT_S, LOCAL_S) for preset in LOCAL_PRESETS)
    )
    return tuple(
        LocalServer(preset, tuple(model.name for model in models))
        for preset, models in zip(LOCAL_PRESETS, found, strict=True)
        if not isinstance(models, Fault)
    )


def list_models(endpoint: Endpoint, *, connect_s: float, timeout_s: float) -> tuple[ListedModel, ...] | Fault:
    """Return the models that the endpoint lists, sorted by name, or what kept it from it."""
    load_client()
    return asyncio.run(_list_models(endpoint, connect_s, timeout_s))


async def _list_models(endpoint: Endpoint, connect_s: float, timeout_s: float) -> tuple[ListedModel, ...] | Fault:
    import openai

    async with http_client(endpoint, connect_s=connect_s) as http:
        try:
            async with asyncio.timeout(timeout_s):
                page = await openai_client(endpoint, http).models.list()
                found = {str(model.id): _context(model.model_extra or {}) for model in page.data if model.id}
                return tuple(ListedModel(name, found[name]) for name in sorted(found))
        except TimeoutError:
            return Fault("model-too-slow")
        except (openai.OpenAIError, *RAW_ERRORS) as error:
            return fault_of(error, begun=False)


def _context(told: Mapping[str, object]) -> int | None:
    """Return the context that a server tells of a model: vLLM, OpenRouter, Mistral and llama.cpp each in its way."""
    meta = told.get("meta")
    values = [told.get(name) for name in ("max_model_len", "context_length", "max_context_length")]
    values += [meta.get("n_ctx"), meta.get("n_ctx_train")] if isinstance(meta, dict) else []
    return next((value for value in values if isinstance(value, int) and value > 0), None)


def _streamed(endpoint: Endpoint, limits: Limits) -> tuple[ModelError | None, bool]:
    """Return what stood in the way of the first text, and whether tokens were told; a cut afterwards is no fault."""
    answer = Answer(endpoint, CHECK_PROMPT, limits, CHECK_TOKENS)
    begun = False
    try:
        for _ in answer.pieces():
            begun = True
    except ModelError as error:
        if not begun:
            return error, False
    finally:
        answer.hang_up()
    return (None if begun else answer.error("model-empty")), not answer.usage.estimated


def _answers_objects(endpoint: Endpoint, limits: Limits) -> bool:
    answer = Answer(endpoint, OBJECT_PROMPT, limits, CHECK_TOKENS, OBJECT_SCHEMA)
    try:
        found = first_object("".join(answer.pieces()))
    except ModelError:
        return False
    finally:
        answer.hang_up()
    return found is not None and isinstance(found.get("city"), str)
