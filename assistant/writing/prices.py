"""What a model's tokens cost: read from `prices.toml`, which whoever runs the desk edits. Money is in millionths."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from assistant.errors import ModelError
from assistant.writing.endpoints import Endpoint

PRICES: Final = Path(__file__).with_name("prices.toml")
PRICES_VARIABLE: Final = "INTERTITRE_PRICES"


@dataclass(frozen=True, slots=True)
class PriceList:
    """The prices of models by the beginning of their names: the currency for a million tokens, read and written.

    `prices_of` is the day, as ISO 8601 writes it, on which they were compared with the providers' pages.
    """

    prices_of: str
    currency: str
    models: tuple[tuple[str, float, float], ...]


def price_list() -> PriceList:
    """Return the price list: the file that `INTERTITRE_PRICES` names, else the one beside this module.

    Raises ModelError `bad-price-list` for a file that cannot be read as one.
    """
    return _read(Path(os.environ.get(PRICES_VARIABLE) or PRICES))


def cost_of(endpoint: Endpoint, prompt_tokens: int, answer_tokens: int) -> int | None:
    """Return what the tokens cost, in millionths of the list's currency; None without a price, 0 on this machine."""
    if endpoint.local:
        return 0
    name = endpoint.model.split("/")[-1]
    fitting = [model for model in price_list().models if name.startswith(model[0])]
    if not fitting:
        return None
    _, prompt, answer = max(fitting, key=lambda model: len(model[0]))
    return round(prompt_tokens * prompt + answer_tokens * answer)


@cache
def _read(path: Path) -> PriceList:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        models = tuple(
            (str(name), float(price["prompt"]), float(price["answer"])) for name, price in content["models"].items()
        )
        return PriceList(str(content["prices_of"]), str(content["currency"]), models)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError("bad-price-list", name=path.name) from error
