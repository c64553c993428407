"""Where a model is reached: address, model name and key, found in the settings or in the environment."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Final, Literal
from urllib.parse import SplitResult, urlsplit

from assistant.errors import ModelError

KEY_VARIABLE: Final = "OPENAI_API_KEY"
BASE_URL_VARIABLE: Final = "OPENAI_BASE_URL"
MODEL_VARIABLE: Final = "INTERTITRE_MODEL"
ENDPOINT_VARIABLES: Final = (KEY_VARIABLE, BASE_URL_VARIABLE, MODEL_VARIABLE)

TokenField = Literal["max_completion_tokens", "max_tokens"]

AZURE_RESOURCE: Final = "your-resource"
AZURE_DOMAIN: Final = ".openai.azure.com"

_ENDPOINT_PATHS: Final = ("/chat/completions", "/completions", "/models", "/responses")


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of server and its quirks. `base_url` is where it listens unless moved, empty for "other".

    `spare_tokens` is added to the token limit for what a reasoning model thinks before it writes.
    `temperature` None leaves it to the server. `at_once` requests are made to it at the same time.
    """

    name: str
    base_url: str
    needs_key: bool = False
    token_field: TokenField = "max_tokens"  # noqa: S105 - a field's name, not a secret
    stream_usage: bool = False
    temperature: float | None = 0.3
    spare_tokens: int = 0
    at_once: int = 4


# Temperature 0.3, house rule: close to the passages, yet not stuck in a loop as tiny models are at 0.
# Origins of the other quirks: OpenAI and llama.cpp were observed; Mistral answers 422 to `max_completion_tokens`
# and to unknown fields (its API reference); Ollama, LM Studio and vLLM take `max_tokens` (their documentation).
# Azure's `/openai/v1/` takes the plain client, the name of a deployment as the model; OpenRouter passes `max_tokens` on
# and tells usage when asked (their reference pages). At once, house rules: six for a service, two for a machine that
# has to share its memory between them, four for a server made for many.
OPENAI: Final = Preset(
    "OpenAI",
    "https://api.openai.com/v1",
    needs_key=True,
    token_field="max_completion_tokens",  # noqa: S106 - a field's name, not a secret
    stream_usage=True,
    temperature=None,  # reasoning models refuse it
    spare_tokens=8192,
    at_once=6,
)
AZURE: Final = replace(OPENAI, name="Azure OpenAI", base_url=f"https://{AZURE_RESOURCE}{AZURE_DOMAIN}/openai/v1")
MISTRAL: Final = Preset("Mistral", "https://api.mistral.ai/v1", needs_key=True, at_once=6)
OPENROUTER: Final = Preset(
    "OpenRouter", "https://openrouter.ai/api/v1", needs_key=True, stream_usage=True, spare_tokens=2048, at_once=6
)
OLLAMA: Final = Preset("Ollama", "http://127.0.0.1:11434/v1", stream_usage=True, spare_tokens=2048, at_once=2)
LM_STUDIO: Final = Preset("LM Studio", "http://127.0.0.1:1234/v1", stream_usage=True, spare_tokens=2048, at_once=2)
VLLM: Final = Preset("vLLM", "http://127.0.0.1:8000/v1", stream_usage=True)
LLAMA_CPP: Final = Preset("llama.cpp", "http://127.0.0.1:8080/v1", stream_usage=True, at_once=2)
OTHER: Final = Preset("other", "")

PRESETS: Final = (OPENAI, AZURE, MISTRAL, OPENROUTER, OLLAMA, LM_STUDIO, VLLM, LLAMA_CPP, OTHER)
LOCAL_PRESETS: Final = (OLLAMA, LM_STUDIO, VLLM, LLAMA_CPP)

PROVIDER_SCHEME: Final = "langchain:"
PROVIDER_PACKAGES: Final = {
    "anthropic": "langchain_anthropic",
    "bedrock_converse": "langchain_aws",
    "cohere": "langchain_cohere",
    "deepseek": "langchain_deepseek",
    "fireworks": "langchain_fireworks",
    "google_genai": "langchain_google_genai",
    "google_vertexai": "langchain_google_vertexai",
    "groq": "langchain_groq",
    "huggingface": "langchain_huggingface",
    "ibm": "langchain_ibm",
    "mistralai": "langchain_mistralai",
    "nvidia": "langchain_nvidia_ai_endpoints",
    "ollama": "langchain_ollama",
    "openai": "langchain_openai",
    "perplexity": "langchain_perplexity",
    "together": "langchain_together",
    "xai": "langchain_xai",
}
"""The providers that LangChain's `init_chat_model` knows by name, and the package that each needs."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model at one address. Neither the representation nor any error shows `key`; it is empty where none is needed.

    `model` may be empty until one is chosen: the endpoint can be checked then, not written with.
    """

    base_url: str
    model: str = ""
    key: str = field(default="", repr=False)

    @property
    def provider(self) -> str:
        """The name of another LangChain package's provider, empty for a server that speaks OpenAI's protocol."""
        return self.base_url.removeprefix(PROVIDER_SCHEME) if self.base_url.startswith(PROVIDER_SCHEME) else ""

    @property
    def host(self) -> str:
        """The host and port, as a person would name the server; the name of another package's provider."""
        return self.provider or urlsplit(self.base_url).netloc

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine."""
        name = urlsplit(self.base_url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost" or name.endswith(".localhost")

    @property
    def preset(self) -> Preset:
        """The known server that this address belongs to: by host name, or by port on this machine; else "other"."""
        here = urlsplit(self.base_url)
        if (here.hostname or "").endswith(AZURE_DOMAIN):
            return AZURE
        for preset in PRESETS[:-1]:
            known = urlsplit(preset.base_url)
            if here.hostname == known.hostname and here.port == known.port:
                return preset
            if self.local and here.port is not None and here.port == known.port:
                return preset
        return OTHER


def find_endpoint(
    *, key: str = "", base_url: str = "", model: str = "", environment: Mapping[str, str] = os.environ
) -> Endpoint | None:
    """Return the endpoint that the settings and the environment describe, None when they name neither address nor key.

    What is given goes before the environment. The key of the environment goes to the address of the environment
    only (OpenAI's where it names none): else anyone at the desk could have it sent to a server of his own.
    Raises ModelError `model-bad-address` or `model-bad-key`.
    """
    home = clean_base_url(environment.get(BASE_URL_VARIABLE, "") or OPENAI.base_url)
    address = clean_base_url(base_url) if base_url.strip() else home
    key = clean_key(key)
    if not key and address == home:
        key = clean_key(environment.get(KEY_VARIABLE, ""))
    named = base_url.strip() or environment.get(BASE_URL_VARIABLE, "").strip()
    if not key and not named:
        return None
    return Endpoint(address, model.strip() or environment.get(MODEL_VARIABLE, "").strip(), key)


def installed_providers() -> tuple[str, ...]:
    """Return the providers beside OpenAI's protocol whose LangChain package is installed here, sorted."""
    found = (name for name, package in PROVIDER_PACKAGES.items() if name != "openai" and find_spec(package))
    return tuple(sorted(found))


def clean_base_url(address: str) -> str:
    """Return the address as the client wants it: with a scheme, without final slash or the path of one call.

    An address without path gets `/v1`; `langchain:NAME`, another package's provider, stays. Raises ModelError
    `model-bad-address` for what is no http address, and for one that holds a name and password or a query: these
    would be shown wherever the address is.
    """
    text = address.strip()
    if text.startswith(PROVIDER_SCHEME) and text.removeprefix(PROVIDER_SCHEME) in PROVIDER_PACKAGES:
        return text
    if "://" not in text:
        text = f"http://{text}"
    parts = _split(text)
    if parts is None:
        raise ModelError("model-bad-address")
    path = parts.path.rstrip("/")
    for suffix in _ENDPOINT_PATHS:
        path = path.removesuffix(suffix)
    return f"{parts.scheme}://{parts.netloc}{path or '/v1'}"


def clean_key(key: str) -> str:
    """Return the key without the spaces around it. Raises ModelError `model-bad-key` for one no header can carry."""
    key = key.strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ModelError("model-bad-key")
    return key


def _split(address: str) -> SplitResult | None:
    """Return the parts of a usable address, or None."""
    if any(character.isspace() for character in address):
        return None
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return None
    return parts if usable and "@" not in parts.netloc and not parts.query else None
