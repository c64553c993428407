"""What the scripted server plays: the fixed texts, the refused requests, and how a stream goes wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from tests.servers import readers, writers

ARTICLE: Final = (
    "La commune de Saint-Aubin-les-Ormes a présenté mardi un plan de 4,2 millions d’euros pour sa halle. "
    "« Nous avons attendu ce chantier pendant douze ans », a déclaré la maire, Hélène Vasseur.\n\n"
    "Les travaux commenceront en mars et devraient durer quatorze mois. "
    "Selon la chambre d’agriculture, trente-huit producteurs y tiendront un étal."
)
REFUSAL: Final = "Je suis désolé, mais je ne peux pas vous aider à rédiger ce contenu."
MODELS: Final = ("petit-modele", "grand-modele")

ECHOED_KEY: Final = "Incorrect API key provided: {key}"


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """A request that is answered by an error and no text. `body` is sent as it is, `{key}` filled with the key sent."""

    status: int
    body: str
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "application/json"


def _error(message: str, kind: str, code: str | None) -> str:
    return json.dumps({"error": {"message": message, "type": kind, "param": None, "code": code}})


REFUSED_REQUESTS: Final = {
    "refused-key": RefusedRequest(401, _error(ECHOED_KEY, "invalid_request_error", "invalid_api_key")),
    "forbidden": RefusedRequest(403, _error("Country not supported", "request_forbidden", "unsupported_country")),
    "not-found": RefusedRequest(404, _error("The model does not exist", "invalid_request_error", "model_not_found")),
    "bad-request": RefusedRequest(400, _error("Invalid value: 'temperature'", "invalid_request_error", None)),
    "unknown-field": RefusedRequest(422, json.dumps({"detail": [{"type": "extra_forbidden", "loc": ["body"]}]})),
    "context": RefusedRequest(
        400,
        _error(
            "This model's maximum context length is 8192 tokens.", "invalid_request_error", "context_length_exceeded"
        ),
    ),
    "context-in-words": RefusedRequest(
        400, _error("the request exceeds the available context size, try increasing it", "invalid_request_error", None)
    ),
    "policy": RefusedRequest(400, _error("The response was filtered", "invalid_request_error", "content_filter")),
    "rate-limited": RefusedRequest(
        429, _error("Rate limit reached", "requests", "rate_limit_exceeded"), (("Retry-After", "0.05"),)
    ),
    "rate-limited-long": RefusedRequest(
        429, _error("Rate limit reached", "tokens", "rate_limit_exceeded"), (("Retry-After", "3600"),)
    ),
    "quota": RefusedRequest(429, _error("You exceeded your current quota", "insufficient_quota", "insufficient_quota")),
    **{
        f"rate-limited-{name}": RefusedRequest(
            429, _error("Rate limit reached", "requests", "rate_limit_exceeded"), (("Retry-After", value),)
        )
        for name, value in (
            ("absurd", "1e999"),
            ("negative", "-5"),
            ("in-words", "demain"),
            ("past-date", "Wed, 21 Oct 2015 07:28:00 GMT"),
            ("far-date", "Wed, 21 Oct 2099 07:28:00 GMT"),
            ("impossible-date", "Wed, 99 Oct 2099 99:99:99 GMT"),
        )
    },
    "error-500": RefusedRequest(500, _error("The server had an error", "server_error", None)),
    "error-502-html": RefusedRequest(502, "<html><h1>502 Bad Gateway</h1></html>", content_type="text/html"),
    "error-503": RefusedRequest(503, _error("Overloaded", "server_error", "overloaded"), (("Retry-After", "0.05"),)),
    "redirect": RefusedRequest(307, "", (("Location", "http://192.0.2.1/v1/chat/completions"),)),
}

TEXTS: Final = {
    "empty": "",
    "only-thoughts": "<think>Que dire de la halle ?</think>",
    "refusal": REFUSAL,
    "english": writers.ENGLISH,
    "packaged": (
        "<think>Plan : la halle.</think>Bien sûr ! Voici la section demandée :\n\n"
        f"## La halle\n\n```markdown\n{ARTICLE}\n```\n"
    ),
}
"""Answers that end well as far as the protocol goes."""

FINISH_REASONS: Final = {"length": "length", "content-filter": "content_filter"}
"""Answers that end early with a reason, after `after` pieces."""

FAULTS: Final = (
    "cut",  # the connection closed in the middle of the stream
    "cut-cleanly",  # the stream closed properly, without finish_reason
    "cut-done",  # [DONE] without finish_reason
    "reset",
    "stall",  # silence
    "keep-alive",  # SSE comments and nothing else
    "error-in-stream",
    "broken-json",
    "bad-utf8",
    "surrogate",
    "nul",
    "empty-choices",
    "null-choices",
    "null-delta",
    *FINISH_REASONS,
)
"""Streams that begin well; what happens to them happens after `after` pieces, 5 unless told."""

LATE_FAULTS: Final = ("late-stall", "late-reset")
"""Streams that end well and are not closed."""

NOT_STREAMS: Final = {"page": ("<html><h1>Bienvenue</h1></html>", "text/html"), "whole": ("", "application/json")}
"""Answers to a request for a stream that are none: a web page, and a completion in one piece (its body is made)."""

CAPRICIOUS: Final = ("small-context",)
"""Refuses a prompt longer than `limit` characters (3000) as too long; gives the passages of a shorter one back."""

SILENT: Final = ("black-hole", "slow-first", "hang-up", "endless", "endless-thoughts", "stream-without-text")
WRITERS: Final = {f"writer-{temper}": temper for temper in writers.TEMPERS}
READERS: Final = {f"reader-{temper}": temper for temper in readers.TEMPERS}
KNOWN: Final = frozenset(
    (
        "ok",
        "echo",
        "split",
        *WRITERS,
        *READERS,
        *REFUSED_REQUESTS,
        *TEXTS,
        *FAULTS,
        *LATE_FAULTS,
        *NOT_STREAMS,
        *SILENT,
        *CAPRICIOUS,
    )
)

_PASSAGE = re.compile(r"<passage[^>]{0,80}>\n([^<]{0,20000})\n</passage>")


def chunk(text: str | None = None, finish_reason: str | None = None, **changes: object) -> bytes:
    """Return one event of a stream, ready to send."""
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return event(json.dumps(_envelope("chat.completion.chunk", [choice]) | changes, ensure_ascii=False).encode())


def event(data: bytes) -> bytes:
    """Return those bytes as an event of a stream."""
    return b"data: " + data + b"\n\n"


def raw_delta(text: bytes) -> bytes:
    """Return an event whose text is put into the JSON as it is, invalid bytes and escapes included."""
    return event(chunk("@").removeprefix(b"data: ").strip().replace(b"@", text))


def completion(text: str) -> str:
    """Return the body of an answer that is not streamed."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps(_envelope("chat.completion", [choice]) | {"usage": USAGE}, ensure_ascii=False)


USAGE: Final = {"prompt_tokens": 10, "completion_tokens": 20, "total_tokens": 30}


def answer_text(scenario: str, prompt: str, seed: int = 0) -> str:
    """Return the text that the scenario writes in the end; "echo" gives the fenced passages of the prompt back."""
    if "Name one city" in prompt:
        return '{"city": "Lyon"}' if scenario in ("ok", *WRITERS) else ARTICLE
    if scenario in READERS:
        return readers.play(READERS[scenario], prompt)
    if scenario in WRITERS:
        return writers.play(WRITERS[scenario], seed, prompt)
    if scenario in ("echo", "small-context"):
        return "\n\n".join(_PASSAGE.findall(prompt))
    return TEXTS.get(scenario, ARTICLE)


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the text cut like tokens: each word with the space before it."""
    return tuple(re.findall(r"\s*\S+", text))


def _envelope(kind: str, choices: list[dict[str, object]]) -> dict[str, object]:
    return {"id": "chatcmpl-scripted", "object": kind, "created": 1, "model": "scripted", "choices": choices}
