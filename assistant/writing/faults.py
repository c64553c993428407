"""What the client's exceptions mean: each becomes a ModelError with a code, and the time after which to try again.

The client's own messages are never passed on: a provider's answer may quote the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from assistant.errors import ModelError
from assistant.writing.endpoints import Endpoint

if TYPE_CHECKING:
    import openai

QUOTA_CODES: Final = frozenset(("insufficient_quota", "billing_hard_limit_reached", "billing_not_active"))
CONTEXT_CODES: Final = frozenset(("context_length_exceeded", "exceed_context_size_error", "string_above_max_length"))
FILTER_CODES: Final = frozenset(("content_filter", "content_policy_violation"))
CONTEXT_WORDS: Final = ("context length", "context window", "context size", "prompt is too long", "too many tokens")

STATUS_CODES: Final = {
    401: "model-refused-key",
    402: "model-quota",
    403: "model-forbidden",
    404: "model-not-found",
    408: "model-server-error",
    413: "model-context-too-long",
    429: "model-rate-limited",
}
RETRIED_CODES: Final = frozenset(("model-unreachable", "model-rate-limited", "model-server-error"))

FINISH_CODES: Final = {
    "length": "model-token-limit",
    "max_tokens": "model-token-limit",
    "model_length": "model-token-limit",
    "content_filter": "model-filtered",
    "safety": "model-filtered",
    "refusal": "model-refused",
    "error": "model-server-error",
}
"""How an answer may end other than well; the last three are what servers that imitate OpenAI's say."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed request. `retryable` says whether the same request may succeed; `wait_s` is the server's own delay."""

    code: str
    retryable: bool = False
    wait_s: float | None = None

    def error(self, endpoint: Endpoint) -> ModelError:
        """Return the error that the journalist is told about."""
        return ModelError(self.code, model=endpoint.model, host=endpoint.host)


def finish_fault(finish_reason: str | None) -> Fault | None:
    """Return what is wrong with an answer that ended for that reason, None when nothing is.

    A stream that ends without a reason was cut, however clean the end looks.
    """
    if not finish_reason:
        return Fault("model-cut-short")
    code = FINISH_CODES.get(finish_reason)
    return Fault(code) if code else None


def fault_of(error: Exception, *, begun: bool) -> Fault:
    """Return what a client's exception means. `begun` says whether text of this answer had already arrived."""
    import openai

    if isinstance(error, openai.APIStatusError):
        return _status_fault(error)
    if isinstance(error, openai.APITimeoutError):
        code = "model-unreachable" if _never_connected(error) else "model-too-slow"
        return Fault(code, retryable=code in RETRIED_CODES)
    if isinstance(error, openai.APIConnectionError) or type(error).__name__ in _LOST_CONNECTION:
        return Fault("model-cut-short") if begun else Fault("model-unreachable", retryable=True)
    if isinstance(error, openai.APIError):  # an error object inside a stream
        return _answered_fault(error, begun=begun)
    return _neutral_fault(error, begun=begun)


# Other providers' packages raise classes of their own that inherit from these of langchain_core.
_NEUTRAL_CODES: Final = {
    "ModelAuthenticationError": "model-refused-key",
    "ModelPermissionDeniedError": "model-forbidden",
    "ModelNotFoundError": "model-not-found",
    "ModelRateLimitError": "model-rate-limited",
    "ModelAPIError": "model-server-error",
    "ModelConnectionError": "model-unreachable",
    "ModelTimeoutError": "model-too-slow",
    "ContextOverflowError": "model-context-too-long",
    "ModelInvalidRequestError": "model-bad-request",
}


def _neutral_fault(error: Exception, *, begun: bool) -> Fault:
    names = {kind.__name__ for kind in type(error).__mro__}
    code = next((code for name, code in _NEUTRAL_CODES.items() if name in names), "model-bad-answer")
    if begun and code == "model-unreachable":
        return Fault("model-cut-short")
    return Fault(code, retryable=code in RETRIED_CODES and not begun)


_LOST_CONNECTION: Final = ("RemoteProtocolError", "ReadError", "WriteError", "ConnectError")


def _status_fault(error: openai.APIStatusError) -> Fault:
    code = _told_code(error) or STATUS_CODES.get(error.status_code)
    if code is None:
        code = "model-server-error" if error.status_code >= 500 else "model-bad-request"
    wait_s = retry_after(error.response.headers.get("retry-after"), datetime.now(UTC))
    return Fault(code, retryable=code in RETRIED_CODES, wait_s=wait_s)


def _answered_fault(error: openai.APIError, *, begun: bool) -> Fault:
    code = _told_code(error) or "model-server-error"
    return Fault(code, retryable=code in RETRIED_CODES and not begun)


def _told_code(error: openai.APIError) -> str | None:
    """Return the code that the body of the answer tells, None where only its status counts."""
    told = {str(error.code), str(error.type)}
    if told & QUOTA_CODES:
        return "model-quota"
    if told & CONTEXT_CODES:
        return "model-context-too-long"
    if told & FILTER_CODES:
        return "model-filtered"
    status = getattr(error, "status_code", 400)
    if status in (400, 422) and any(words in error.message.lower() for words in CONTEXT_WORDS):
        return "model-context-too-long"
    return None


def _never_connected(error: BaseException) -> bool:
    """Whether a time-out struck before the connection stood."""
    cause: BaseException | None = error
    while cause is not None:
        if type(cause).__name__ in ("ConnectTimeout", "PoolTimeout"):
            return True
        cause = cause.__cause__
    return False


def retry_after(header: str | None, now: datetime) -> float | None:
    """Return the seconds that the server asks to wait, given as a number or as a date; 0 for a date that has passed.

    None when it says nothing that can be used.
    """
    text = (header or "").strip()
    try:
        seconds = float(text)
    except ValueError:
        return _seconds_until(text, now)
    return seconds if 0 <= seconds < float("inf") else None


def _seconds_until(text: str, now: datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:  # "-0000" means UTC of an unknown place (RFC 5322, 3.3)
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
