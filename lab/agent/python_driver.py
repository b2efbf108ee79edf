"""Runs pieces of one Python scenario in one process, as the editor runs the cells of a notebook.

`python_driver.py SCENARIO REQUESTS REPLIES`: requests arrive on one file descriptor as JSON
{"first", "last", "token"} (1-based lines) ended by NUL; the statements that begin in that range run at module
level, and for no range an assertion that is false. The reply, on the other, is the token and JSON: {} or
{"error", "line", "values"}.
"""

from __future__ import annotations

import ast
import io
import json
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

_CONTROL = ast.parse("assert 0 == 1").body
"""What a check that is false looks like: were it true, so would be every other."""


class Request(TypedDict):
    """What to run."""

    first: int
    last: int
    token: str


class Result(TypedDict, total=False):
    """The reply."""

    error: str
    line: int
    values: dict[str, str]


def request_text(first: int, last: int, token: str) -> str:
    """The request to run what begins in these lines."""
    return json.dumps({"first": first, "last": last, "token": token}) + "\0"


def main() -> None:
    """Serve requests until the pipe closes."""
    path, *fds = sys.argv[1:]
    incoming, outgoing = map(int, fds)
    for fd in (incoming, outgoing):
        os.set_inheritable(fd, False)
    tree = ast.parse(Path(path).read_text(encoding="utf-8"), path)
    scope: dict[str, Any] = {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
    with os.fdopen(incoming, "rb", buffering=0) as requests, os.fdopen(outgoing, "wb", buffering=0) as replies:
        for request in _requests(requests):
            replies.write(_reply(tree, path, scope, request))


def _reply(tree: ast.Module, path: str, scope: dict[str, Any], request: Request) -> bytes:
    body = [node for node in tree.body if request["first"] <= node.lineno <= request["last"]] or _CONTROL
    return request["token"].encode() + json.dumps(_run(body, path, scope)).encode() + b"\0"


def _requests(pipe: io.FileIO) -> Iterator[Request]:
    buffer = b""
    while chunk := pipe.read(65536):
        *requests, buffer = (buffer + chunk).split(b"\0")
        yield from map(json.loads, requests)


def _run(body: list[ast.stmt], path: str, scope: dict[str, Any]) -> Result:
    code = compile(ast.Module(body, type_ignores=[]), path, "exec", dont_inherit=True, optimize=0)
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
    error_text = "".join(frames.format_exception_only()).strip()
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
    return text if len(text) <= most else text[:most] + " …"


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
