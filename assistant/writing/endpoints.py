"""Where a model is reached: address, model name and key, found in the settings or in the environment."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import SplitResult, urlsplit

from assistant.errors import ModelError

KEY_VARIABLE: Final = "OPENAI_API_KEY"
BASE_URL_VARIABLE: Final = "OPENAI_BASE_URL"
MODEL_VARIABLE: Final = "INTERTITRE_MODEL"

TokenField = Literal["max_completion_tokens", "max_tokens"]

_ENDPOINT_PATHS: Final = ("/chat/completions", "/completions", "/models", "/responses")


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of server and its quirks. `base_url` is where it listens unless moved, empty for "other".

    `spare_tokens` is added to the token limit for what a reasoning model thinks before it writes.
    `temperature` None leaves it to the server.
    """

    name: str
    base_url: str
    needs_key: bool = False
    token_field: TokenField = "max_tokens"  # noqa: S105 - a field's name, not a secret
    stream_usage: bool = False
    temperature: float | None = 0.3
    spare_tokens: int = 0


# Temperature 0.3, house rule: close to the passages, yet not stuck in a loop as tiny models are at 0.
# Origins of the other quirks: OpenAI and llama.cpp were observed; Mistral answers 422 to `max_completion_tokens`
# and to unknown fields (its API reference); Ollama, LM Studio and vLLM take `max_tokens` (their documentation).
OPENAI: Final = Preset(
    "OpenAI",
    "https://api.openai.com/v1",
    needs_key=True,
    token_field="max_completion_tokens",  # noqa: S106 - a field's name, not a secret
    stream_usage=True,
    temperature=None,  # reasoning models refuse it
    spare_tokens=8192,
)
MISTRAL: Final = Preset("Mistral", "https://api.mistral.ai/v1", needs_key=True)
OLLAMA: Final = Preset("Ollama", "http://127.0.0.1:11434/v1", stream_usage=True, spare_tokens=2048)
LM_STUDIO: Final = Preset("LM Studio", "http://127.0.0.1:1234/v1", stream_usage=True, spare_tokens=2048)
VLLM: Final = Preset("vLLM", "http://127.0.0.1:8000/v1", stream_usage=True)
LLAMA_CPP: Final = Preset("llama.cpp", "http://127.0.0.1:8080/v1", stream_usage=True)
OTHER: Final = Preset("other", "")

PRESETS: Final = (OPENAI, MISTRAL, OLLAMA, LM_STUDIO, VLLM, LLAMA_CPP, OTHER)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model at one address. Neither the representation nor any error shows `key`; it is empty where none is needed.

    `model` may be empty until one is chosen: the endpoint can be checked then, not written with.
    """

    base_url: str
    model: str = ""
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """The host and port, as a person would name the server."""
        return urlsplit(self.base_url).netloc

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


def clean_base_url(address: str) -> str:
    """Return the address as the client wants it: with a scheme, without final slash or the path of one call.

    An address without path gets `/v1`. Raises ModelError `model-bad-address` for what is no http address,
    and for one that holds a name and password or a query: these would be shown wherever the address is.
    """
    text = address.strip()
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
