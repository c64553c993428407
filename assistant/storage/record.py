"""One object of stored JSON, read field by field: what is not of the expected type is a damaged project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final, TypeVar

from assistant.errors import StorageError
from assistant.model import Span

Choice = TypeVar("Choice")
Read = TypeVar("Read")

BIGGEST_NUMBER: Final = 2**53
"""The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6)."""


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and its `place` in the project (`draft.sections[2]`), which the error names.

    Every reader raises StorageError("damaged-project") for a missing field or one of another type.
    """

    fields: dict[str, object]
    place: str

    def only_fields_of(self, kind: type) -> Record:
        """Return the record itself, whose fields are those of a dataclass, as `only`."""
        return self.only(*(field.name for field in fields(kind)))

    def only(self, *names: str) -> Record:
        """Return the record itself. Raises StorageError("newer-project") for a field that nobody would read.

        Dropping it would lose, at the next save, something that a newer version wrote.
        """
        if not self.fields.keys() <= set(names):
            raise StorageError("newer-project")
        return self

    def text(self, name: str) -> str:
        """Return a string."""
        value = self._value(name)
        if not isinstance(value, str):
            raise self._damaged(name)
        return value

    def optional_text(self, name: str) -> str | None:
        """Return a string, or None where the JSON says null."""
        return None if self._value(name) is None else self.text(name)

    def instant(self, name: str) -> str:
        """Return an ISO 8601 instant as it is written, or an empty string."""
        value = self.text(name)
        try:
            datetime.fromisoformat(value or "1970-01-01")
        except ValueError as error:
            raise self._damaged(name) from error
        return value

    def number(self, name: str) -> int:
        """Return a whole number that is not negative."""
        return self._natural(self._value(name), name)

    def optional_number(self, name: str) -> int | None:
        """Return a whole number that is not negative, or None where the JSON says null."""
        return None if self._value(name) is None else self.number(name)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise self._damaged(name)
        return value

    def optional_flag(self, name: str) -> bool | None:
        """Return true or false, or None where the JSON says null."""
        return None if self._value(name) is None else self.flag(name)

    def choice(self, name: str, choices: tuple[Choice, ...]) -> Choice:
        """Return the one of `choices` that the field equals."""
        value = self._value(name)
        for choice in choices:
            if type(value) is type(choice) and value == choice:
                return choice
        raise self._damaged(name)

    def span(self) -> Span:
        """Return the fields `start` and `end`, in order."""
        start, end = self.number("start"), self.number("end")
        if start > end:
            raise self._damaged("end")
        return start, end

    def optional_span(self) -> tuple[int | None, int | None]:
        """Return the fields `start` and `end`, or None twice where neither is known."""
        if self._value("start") is None and self._value("end") is None:
            return None, None
        return self.span()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of strings."""
        values = tuple(self._items(name))
        if not all(isinstance(value, str) for value in values):
            raise self._damaged(name)
        return tuple(str(value) for value in values)

    def optional_numbers(self, name: str) -> tuple[int, ...] | None:
        """Return a list of whole numbers that are not negative, or None where the JSON says null."""
        if self._value(name) is None:
            return None
        return tuple(self._natural(value, name) for value in self._items(name))

    def record(self, name: str) -> Record:
        """Return the object of that field."""
        return as_record(self._value(name), f"{self.place}.{name}")

    def optional_record(self, name: str, read: Callable[[Record], Read]) -> Read | None:
        """Return what `read` makes of the object of that field, or None where the JSON says null."""
        return None if self._value(name) is None else read(self.record(name))

    def all(self, name: str, read: Callable[[Record], Read]) -> tuple[Read, ...]:
        """Return what `read` makes of every object of that list."""
        return tuple(
            read(as_record(item, f"{self.place}.{name}[{index}]")) for index, item in enumerate(self._items(name))
        )

    def _items(self, name: str) -> Iterator[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise self._damaged(name)
        return iter(value)

    def _natural(self, value: object, name: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= BIGGEST_NUMBER:
            raise self._damaged(name)
        return value

    def _value(self, name: str) -> object:
        if name not in self.fields:
            raise self._damaged(name)
        return self.fields[name]

    def _damaged(self, name: str) -> StorageError:
        return StorageError("damaged-project", place=f"{self.place}.{name}")


def as_record(value: object, place: str) -> Record:
    """Return a JSON value as a record. Raises StorageError("damaged-project") when it is not an object."""
    if not isinstance(value, dict):
        raise StorageError("damaged-project", place=place)
    return Record(value, place)


def refuse_doubles(ids: Iterable[str], place: str) -> None:
    """Raise StorageError("damaged-project") for an id that stands there twice."""
    seen = list(ids)
    if len(set(seen)) < len(seen):
        raise StorageError("damaged-project", place=place)
