"""What may go wrong, each with the one plain sentence that its code finds in the interface catalogue.

IntertitreError
├── SourceError          a text or file that cannot become a source
├── BriefError           settings that cannot be obeyed
├── WritingError         a section or outline that could not be written
│   └── ModelError       ... because of the language model or the way to it
├── StorageError         a draft that cannot be read or kept
│   └── ConflictError    somebody else saved first
├── ReviewError          a decision on a sentence that cannot be kept
├── RulesError           house rules that cannot be obeyed
└── ExportError          an article that cannot be exported
"""

from __future__ import annotations


class IntertitreError(Exception):
    """An error that the journalist is told about: `code` names the sentence, `params` fill it.

    The sentence stands under `error.<code>` in every interface language and says what happened and what to do.
    """

    def __init__(self, code: str, **params: str | int | float) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class SourceError(IntertitreError):
    """A text or file that cannot become a source."""


class BriefError(IntertitreError):
    """Settings that cannot be obeyed."""


class WritingError(IntertitreError):
    """A section or outline that could not be written."""


class ModelError(WritingError):
    """The language model, or the way to it, failed."""


class StorageError(IntertitreError):
    """A draft that cannot be read or kept."""


class ConflictError(StorageError):
    """Somebody else saved the draft first."""


class ReviewError(IntertitreError):
    """A decision on a sentence that cannot be kept."""


class RulesError(IntertitreError):
    """House rules that cannot be obeyed."""


class ExportError(IntertitreError):
    """An article that cannot be exported."""
