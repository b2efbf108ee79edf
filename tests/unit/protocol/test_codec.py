"""JSON into dataclasses: what a class declares and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.protocol.codec import ProtocolError, convert, parse


@dataclass(frozen=True, slots=True)
class Inner:
    """Part of another."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("it is negative")


@dataclass(frozen=True, slots=True)
class Outer:
    """One field of every kind that messages have."""

    text: str
    kind: Literal["a", "b"] = "a"
    seconds: float = 0
    flag: bool = False
    names: tuple[str, ...] = ()
    parts: tuple[Inner, ...] = ()
    part: Inner | None = None
    values: Mapping[str, int] = field(default_factory=dict)


def test_what_a_class_declares_is_taken() -> None:
    """Nested, with defaults for what is left out; an integer is a number of seconds too."""
    text = '{"text": "é", "seconds": 2, "parts": [{"number": 1}], "part": null, "values": {"x": 3}}'

    assert Outer("é", seconds=2.0, parts=(Inner(1),), values={"x": 3}) == convert(parse(text), Outer)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("this is not JSON", "no JSON"),
        ('{"text": "x"', "no JSON"),
        ('{"text": "x"} {}', "no JSON"),
        ("[" * 200_000, "nested too deeply"),
        ("[1]", "a JSON list, not an object"),
        ("null", "not an object"),
        ("{}", "Outer lacks its field 'text'"),
        ('{"text": "x", "colour": 1}', "Outer has no field 'colour'"),
        ('{"text": "x", "text": "y"}', "a field is there twice"),
        ('{"text": 1}', "Outer.text is int 1, not str"),
        ('{"text": null}', "Outer.text is NoneType null, not str"),
        ('{"text": "\\ud800"}', "half of a surrogate pair"),
        ('{"text": "x", "names": ["\\ud800"]}', "half of a surrogate pair"),
        ('{"text": "x", "kind": "c"}', "Outer.kind"),
        ('{"text": "x", "kind": ["a"]}', "Outer.kind"),
        ('{"text": "x", "seconds": NaN}', "NaN is no JSON number"),
        ('{"text": "x", "seconds": -Infinity}', "-Infinity is no JSON number"),
        ('{"text": "x", "seconds": 1e999}', "Outer.seconds"),
        ('{"text": "x", "seconds": true}', "Outer.seconds"),
        ('{"text": "x", "seconds": ' + "9" * 5000 + "}", "no JSON"),
        ('{"text": "x", "seconds": ' + "9" * 400 + "}", "Outer.seconds"),
        ('{"text": "x", "flag": 1}', "Outer.flag"),
        ('{"text": "x", "names": "abc"}', "Outer.names"),
        ('{"text": "x", "names": {"a": 1}}', "Outer.names"),
        ('{"text": "x", "parts": [1]}', "not an object"),
        ('{"text": "x", "parts": [{"number": "1"}]}', "Inner.number"),
        ('{"text": "x", "parts": [{"number": 1.0}]}', "Inner.number"),
        ('{"text": "x", "part": {"number": -1}}', "Inner: it is negative"),
        ('{"text": "x", "values": [1]}', "Outer.values"),
        ('{"text": "x", "values": {"x": "1"}}', "Outer.values"),
        ('{"text": "x", "values": {"\\udfff": 1}}', "half of a surrogate pair"),
    ],
)
def test_anything_else_is_refused_with_the_one_error(text: str, message: str) -> None:
    """Which says what is wrong, in one line."""
    with pytest.raises(ProtocolError) as caught:
        convert(parse(text), Outer)

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["text", "parts", "number"]), inner),
)


@given(JSON)
def test_nothing_that_json_can_hold_raises_another_error(value: object) -> None:
    """A scenario may send what it likes."""
    try:
        converted = convert(parse(json.dumps(value)), Outer)
    except ProtocolError:
        return
    assert isinstance(converted, Outer)
