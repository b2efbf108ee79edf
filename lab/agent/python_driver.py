"""Runs pieces of one Python scenario in one process, as the editor runs the cells of a notebook.

`python_driver.py SCENARIO REQUESTS REPLIES`: requests arrive on one file descriptor as JSON
{"first", "last", "words", "token"} (1-based lines) ended by NUL; the statements that begin in that range run at
module level. An assertion for which there are two words holds only if these are equal as well: what makes false
ones hold cannot tell, by when or where it is asked, which of them ought to. The reply, on the other, is the token
and JSON: {} or {"error", "line", "values"}.
"""

from __future__ import annotations

import ast
import io
import json
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TypedDict


class Request(TypedDict):
    """What to run."""

    first: int
    last: int
    words: list[str]
    token: str


class Result(TypedDict, total=False):
    """The reply."""

    error: str
    line: int
    values: dict[str, str]


def request_text(first: int, last: int, words: Sequence[str], token: str) -> str:
    """The request to run what begins in these lines."""
    return json.dumps({"first": first, "last": last, "words": words, "token": token}) + "\0"


def main() -> None:
    """Serve requests until the pipe closes."""
    path, *fds = sys.argv[1:]
    incoming, outgoing = map(int, fds)
    for fd in (incoming, outgoing):
        os.set_inheritable(fd, False)
    # `import __main__` finds the scenario's names, as in a script of its own, and none of these.
    module = sys.modules["__main__"] = ModuleType("__main__")
    module.__dict__.update({"__file__": path, "__builtins__": __builtins__})
    reply = _replier(Path(path).read_text(encoding="utf-8"), path, module.__dict__)
    with os.fdopen(incoming, "rb", buffering=0) as requests, os.fdopen(outgoing, "wb", buffering=0) as replies:
        for request in _requests(requests):
            replies.write(reply(request))


def _replier(source: str, path: str, scope: dict[str, Any]) -> Callable[[Request], bytes]:
    """What answers requests, with functions that stay those of Python when a scenario puts others in their places."""
    dumps = json.dumps
    compiled: Callable[..., Any] = compile

    def reply(request: Request) -> bytes:
        # Parsed each time: a tree that is kept could be changed. Python would warn of the same lines each time.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree: ast.Module = compiled(source, path, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        body = [
            _guarded(node, request["words"]) for node in tree.body if request["first"] <= node.lineno <= request["last"]
        ]
        return request["token"].encode() + dumps(_run(body, path, scope, compiled)).encode() + b"\0"

    return reply


def _guarded(node: ast.stmt, words: Sequence[str]) -> ast.stmt:
    """An assertion that first of all asserts that the words are equal; any other statement as it is."""
    if not words or not isinstance(node, ast.Assert):
        return node
    first, second = map(ast.Constant, words)
    guard = ast.Compare(first, [ast.Eq()], [second])
    message = node.msg if words[0] == words[1] else None
    return ast.fix_missing_locations(
        ast.copy_location(ast.Assert(ast.BoolOp(ast.And(), [guard, node.test]), message), node)
    )


def _requests(pipe: io.FileIO) -> Iterator[Request]:
    buffer = b""
    while chunk := pipe.read(65536):
        *requests, buffer = (buffer + chunk).split(b"\0")
        yield from map(json.loads, requests)


def _run(body: list[ast.stmt], path: str, scope: dict[str, Any], compiled: Callable[..., Any]) -> Result:
    code = compiled(ast.Module(body, type_ignores=[]), path, "exec", dont_inherit=True, optimize=0)
    try:
        exec(code, scope)
    except BaseException as error:  # a scenario may raise anything, SystemExit and KeyboardInterrupt included
        return _failure(error, body, path, scope)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return {}


def _failure(error: BaseException, body: list[ast.stmt], path: str, scope: dict[str, Any]) -> Result:
    frames = traceback.TracebackException(type(error), error, error.__traceback__ and error.__traceback__.tb_next)
    lines = [frame.lineno for frame in frames.stack if frame.filename == path]
    error_text = _encodable("".join(frames.format_exception_only()).strip())
    if not isinstance(error, AssertionError):
        print("".join(frames.format()), end="", file=sys.stderr)
    return {"error": error_text, "line": (lines and lines[-1]) or body[0].lineno, "values": _values(body, scope)}


def _values(body: list[ast.stmt], scope: dict[str, Any]) -> dict[str, str]:
    """What the names in a failed assertion held, so that its message can show it."""
    names = [
        n.id for stmt in body if isinstance(stmt, ast.Assert) for n in ast.walk(stmt.test) if isinstance(n, ast.Name)
    ]
    return {name: _short(scope[name]) for name in dict.fromkeys(names) if name in scope}


def _short(value: object, most: int = 300) -> str:
    try:
        text = repr(value)
    except Exception as error:  # a repr is the scenario's code as well
        text = f"<repr failed: {error}>"
    return _encodable(text if len(text) <= most else text[:most] + " …")


def _encodable(text: str) -> str:
    """The text, halves of surrogate pairs spelt out: there is no UTF-8 of them."""
    return text.encode(errors="backslashreplace").decode()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
