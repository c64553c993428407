"""The only door to LangChain's OpenAI client: imported late (it takes 0.6 to 1.5 s), built for one answer."""

from __future__ import annotations

import os
import ssl
import threading
from collections.abc import AsyncGenerator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from assistant.writing.endpoints import OPENAI, Endpoint
from assistant.writing.prompting import Prompt

if TYPE_CHECKING:
    import httpx2
    import openai
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

Schema = dict[str, Any]
"""A JSON schema, as `response_format` takes it."""

NO_KEY: Final = "none"
"""What is sent where no key is needed: the client refuses an empty one."""

WITHOUT_TOKEN_LIMIT: Final = frozenset(("ollama", "huggingface", "ibm"))
"""Packages whose constructor knows no `max_tokens` (their reference pages)."""

PROXY_VARIABLE: Final = "OPENAI_PROXY"

_import_lock = threading.Lock()


def load_client() -> None:
    """Import the client. Two threads that import it for the first time at once might see half of it, hence the lock."""
    with _import_lock:
        import langchain_openai  # noqa: F401


def http_client(endpoint: Endpoint, *, connect_s: float) -> httpx2.AsyncClient:
    """Return a client for the connections of one answer, to be closed after it.

    The shared one of LangChain would outlive its event loop. It has no limit but `connect_s`: the limits of an
    answer count tokens, not bytes. Proxies of the environment are not asked for a server on this machine.
    """
    import openai

    return openai.DefaultAsyncHttpxClient(
        timeout=openai.Timeout(None, connect=connect_s),
        verify=_tls() if endpoint.base_url.startswith("https:") else False,
        trust_env=not endpoint.local,
        proxy=None if endpoint.local else os.environ.get(PROXY_VARIABLE) or None,
        follow_redirects=False,  # a redirected request would carry text and key to another server
    )


def openai_client(endpoint: Endpoint, http: httpx2.AsyncClient) -> openai.AsyncOpenAI:
    """Return the bare client of that endpoint, for what LangChain does not do: listing models."""
    import openai

    return openai.AsyncOpenAI(
        api_key=endpoint.key or NO_KEY,
        base_url=endpoint.base_url,
        http_client=http,
        timeout=http.timeout,
        max_retries=0,
    )


def chat_model(
    endpoint: Endpoint, http: httpx2.AsyncClient, max_tokens: int, schema: Schema | None = None
) -> BaseChatModel:
    """Return the chat model of that endpoint with the quirks of its server; retries are the caller's.

    With a `schema` the server is asked to answer in JSON that obeys it: the caller still has to check.
    """
    if endpoint.provider:
        return _other_model(endpoint, max_tokens)
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    preset = endpoint.preset
    # The constructor's `max_tokens` is always sent as `max_completion_tokens`, which others refuse.
    extra: dict[str, Any] = {preset.token_field: max_tokens + preset.spare_tokens}
    if schema is not None:
        # In the body, not as an argument: the client would take another path then, that parses and raises.
        wanted = {"name": "answer", "schema": schema, "strict": True}
        extra["response_format"] = {"type": "json_schema", "json_schema": wanted}
    return ChatOpenAI(
        model=endpoint.model,
        base_url=endpoint.base_url,
        api_key=SecretStr(endpoint.key or NO_KEY),
        http_async_client=http,
        timeout=http.timeout,
        max_retries=0,
        stream_chunk_timeout=None,
        stream_usage=preset.stream_usage,
        temperature=preset.temperature,
        # Some names switch to the Responses API by themselves, which only OpenAI has.
        use_responses_api=None if preset is OPENAI else False,
        extra_body=extra,
        openai_proxy="",  # else the client refuses to be given connections when OPENAI_PROXY is set
    )


def _other_model(endpoint: Endpoint, max_tokens: int) -> BaseChatModel:
    """Return the model of another LangChain package; its own connections, since each package has its own client."""
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"model_provider": endpoint.provider, "max_retries": 0}
    if endpoint.key:
        options["api_key"] = endpoint.key
    if endpoint.provider not in WITHOUT_TOKEN_LIMIT:
        options["max_tokens"] = max_tokens
    return cast("BaseChatModel", init_chat_model(endpoint.model, **options))


async def chunks_of(model: BaseChatModel, prompt: Prompt) -> AsyncGenerator[BaseMessageChunk, None]:
    """Yield what arrives of the answer. Close it to hang up."""
    messages = [("system", prompt.instructions), ("human", prompt.material)]
    stream = cast("AsyncGenerator[Any, None]", model.astream(messages))
    try:
        async for chunk in stream:
            yield chunk
    finally:
        await stream.aclose()


@cache
def _tls() -> ssl.SSLContext:
    """Return one TLS context for all answers: reading the certificates takes longer than a request on this machine."""
    import httpx2

    return httpx2.create_ssl_context()
