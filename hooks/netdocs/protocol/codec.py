"""JSON for frozen dataclasses, checked strictly on the way in. Standard library only, shared with labs. Pure.

Whatever arrives may have been written by a scenario that found the pipe, so anything that is not
exactly what a class declares is refused with one exception.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


class ProtocolError(ValueError):
    """What arrived is no message of the protocol; the text says what is wrong with it."""


def parse(text: str) -> dict[str, object]:
    """The JSON object in `text`; ProtocolError if it holds anything else."""
    try:
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except RecursionError:
        raise ProtocolError("it is nested too deeply") from None
    except ProtocolError:
        raise
    except ValueError as error:  # JSONDecodeError, and integers of thousands of digits
        raise ProtocolError(f"it is no JSON: {error}") from None
    if not isinstance(data, dict):
        raise ProtocolError(f"it is a JSON {type(data).__name__}, not an object")
    return data


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Of two fields with one name JSON readers take either, so there must not be two."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ProtocolError("a field is there twice")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ProtocolError(f"{name} is no JSON number")


def convert(data: object, cls: type[T], path: str = "") -> T:
    """`data` as an instance of the dataclass `cls`; ProtocolError if a field is missing, unknown or of another type."""
    if not isinstance(data, Mapping):
        raise ProtocolError(f"{path or cls.__name__} is {_kind(data)}, not an object")
    declared: Any = cls  # mypy holds that type[T] cannot be hashed, and the two below are cached
    types_of = _field_types(declared)
    if unknown := data.keys() - types_of.keys():
        raise ProtocolError(f"{cls.__name__} has no field {min(map(str, unknown))!r}")
    if missing := _required(declared) - data.keys():
        raise ProtocolError(f"{cls.__name__} lacks its field {min(missing)!r}")
    fields = {name: _value(value, types_of[name], f"{cls.__name__}.{name}") for name, value in data.items()}
    try:
        return cls(**fields)
    except ValueError as error:
        raise ProtocolError(f"{cls.__name__}: {error}") from None


@cache
def _field_types(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}


@cache
def _required(cls: Any) -> frozenset[str]:
    missing = dataclasses.MISSING
    fields = dataclasses.fields(cls)
    return frozenset(f.name for f in fields if f.default is missing and f.default_factory is missing)


def _value(value: object, expected: Any, path: str) -> object:
    """`value` if it is of the type that a field's annotation names."""
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if origin is typing.Literal:
        return value if value in arguments and isinstance(value, str) else _refuse(value, expected, path)
    if origin is types.UnionType:  # only `X | None` is used
        return None if value is None else _value(value, arguments[0], path)
    if origin is tuple:
        items = value if isinstance(value, Sequence) and not isinstance(value, str) else _refuse(value, expected, path)
        return tuple(_value(item, arguments[0], f"{path}[]") for item in items)
    if origin is not None:
        fields = value if isinstance(value, Mapping) else _refuse(value, expected, path)
        return {_text(name, path): _value(item, arguments[1], f"{path}[]") for name, item in fields.items()}
    if dataclasses.is_dataclass(expected):
        return convert(value, typing.cast("type[Any]", expected), path)
    return _SCALARS[expected](value, path)


def _text(value: object, path: str) -> str:
    """A string that UTF-8 can write: a lone surrogate in a recording would break whoever writes a page of it."""
    text = value if isinstance(value, str) else _refuse(value, str, path)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ProtocolError(f"{path} has half of a surrogate pair in it") from None
    return text


def _integer(value: object, path: str) -> int:
    """An integer; JSON's true and false are integers to Python alone."""
    return value if isinstance(value, int) and not isinstance(value, bool) else _refuse(value, int, path)


def _number(value: object, path: str) -> float:
    """A finite number; `1e999` is JSON and becomes infinite, an integer of 400 digits becomes nothing."""
    try:
        number = value if isinstance(value, float) else float(_integer(value, path))
    except OverflowError:
        _refuse("a number", float, path)
    return number if math.isfinite(number) else _refuse("a number", float, path)


def _boolean(value: object, path: str) -> bool:
    return value if isinstance(value, bool) else _refuse(value, bool, path)


_SCALARS: dict[Any, Callable[[object, str], object]] = {str: _text, int: _integer, float: _number, bool: _boolean}


def _refuse(value: object, expected: Any, path: str) -> NoReturn:
    raise ProtocolError(f"{path} is {_kind(value)}, not {getattr(expected, '__name__', expected)}")


def _kind(value: object) -> str:
    """A value's kind and the beginning of it, for a message of one line."""
    text = json.dumps(value)
    return f"{type(value).__name__} {text if len(text) <= 40 else f'{text[:40]}…'}"  # noqa: PLR2004  (columns)
