"""A shell check taken apart: its alternatives, and the terms that each of them joins with `&&`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINS = re.compile(r"&&|\|\||;")
_COMPARES = re.compile(r"\s(?:==|!=|=~|=|-eq|-ne|-ge|-gt|-le|-lt)\s")
_OPENING = {"$(": ")", "(": ")", "{": "}", '"': '"', "'": "'", "`": "`"}
_OPEN = re.compile(r"\\.|\$\(|[({\"'`]", re.DOTALL)


def alternatives(check: str) -> tuple[tuple[str, ...], ...]:
    """For every alternative (`||`) its terms (`&&`), the brackets of `[[ … ]]` taken off.

    Of several commands in a row (`;`) the last decides, so only that counts.
    """
    chains: list[list[str]] = [[]]
    for operator, piece in _pieces(check, _JOINS):
        term = _bare(piece)
        if operator == ";" and term:
            chains = [[]]
        elif operator == "||":
            chains.append([])
        if term:
            chains[-1].append(term)
    return tuple(tuple(terms) for terms in chains)


def comparison(term: str) -> tuple[str, str, str] | None:
    """Left side, operator and right side of a term that compares two words."""
    match list(_pieces(term, _COMPARES)):
        case [(_, left), (operator, right)]:
            return left.strip(), operator.strip(), right.strip()
    return None


def _pieces(text: str, operators: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What stands between the operators at the outermost level, each with the operator before it."""
    operator, start, position = "", 0, 0
    while position < len(text):
        if match := operators.match(text, position):
            yield operator, text[start:position]
            operator, start, position = match[0], match.end(), match.end()
        else:
            position = _skip(text, position)
    yield operator, text[start:]


def _bare(term: str) -> str:
    """The term without the `[[` before it or the `]]` behind it."""
    return re.sub(r"\s+\]\]\s*$", "", re.sub(r"^\s*(!\s*)?\[\[\s+", r"\1", term)).strip()


def _skip(text: str, position: int) -> int:
    """Where what stands at `position` ends: a character, or a quotation or substitution as a whole."""
    match = _OPEN.match(text, position)
    if not match:
        return position + 1
    if match[0][0] == "\\":
        return match.end()
    closing, position = _OPENING[match[0]], match.end()
    while position < len(text) and text[position] != closing:
        position = _step(text, position, closing)
    return position + 1


def _step(text: str, position: int, closing: str) -> int:
    """One step inside a quotation or substitution: in double quotes only a substitution nests, in single ones none."""
    if closing == "'":
        return position + 1
    if closing == '"' and not text.startswith(("$(", "\\", "`"), position):
        return position + 1
    return _skip(text, position)
