"""A driven Python, here this machine's: nothing a scenario defines makes an assertion hold that is false."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from agent import executor
from agent.executor import Executor, Result
from agent.interpreters import Reply
from agent.network import Node
from agent.split_commands import Unit
from netdocs.protocol.job import Job

Run = Callable[..., tuple[Reply, Result]]

FORGE = """
import os, threading, time
def forge(times):
    for _ in range(times):
        for end in range(200, 256):
            try:
                os.write(end, b'{}\\0')
            except OSError:
                pass
        time.sleep(0.005)
"""
ALARM = """
import os, signal, time
signal.signal(signal.SIGALRM, lambda *a: os._exit(0))
signal.setitimer(signal.ITIMER_REAL, 0.2)
time.sleep(0.1)
"""
DRIVER = "import gc\ndriver = next(o for o in gc.get_objects() if isinstance(o, dict) and '_requests' in o)\n"
COMPILE = """
import builtins
real = compile
builtins.compile = lambda *a, **k: real('' if a[0].body[0].lineno > 4 else a[0], 'x', 'exec')
"""
TREES = """
import ast, gc
for node in gc.get_objects():
    if isinstance(node, ast.Assert):
        node.test = ast.copy_location(ast.Constant(True), node.test)
"""
COUNTING = """
import json
real, asked = json.dumps, []
json.dumps = lambda o: '{}' if asked.append(o) or len(asked) > 2 else real(o)
"""
REDEFINED = [
    f"{FORGE}forge(1); time.sleep(0.3)",
    f"{FORGE}threading.Thread(target=forge, args=[200], daemon=True).start()",
    "import __main__\n__main__._run = lambda *a, **k: {}",
    "import __main__\n__main__._reply = lambda t, p, s, request: request['token'].encode() + b'{}\\0'",
    "import builtins\nbuiltins.exec = lambda *a, **k: None",
    "import builtins\nbuiltins.compile = lambda *a, **k: (lambda: None).__code__",
    "import json\njson.dumps = lambda *a, **k: '{}'",
    "import builtins\nbuiltins.AssertionError = type('AssertionError', (Exception,), {})",
    "import sys\nsys.excepthook = lambda *a: None",
    "import sys\nsys.settrace(lambda *a: None)",
    "import sys, atexit, os\natexit.register(os._exit, 0)",
    "import sys, io\nsys.stdout = io.StringIO()",
    "import sys\nsys.stdout = sys.stderr = None",
    "import sys\nsys.stdout.close()",
    "import os\nos._exit(0)",
    "import os\nopen(__file__, 'w').write('')",
    "import sys\nsys.exit(0)",
    "__builtins__ = {}",
    ALARM,
    f"{DRIVER}driver['_run'] = lambda body, *a: {{}} if body[0].lineno > 1 else {{'error': 'x', 'line': 1}}",
    f"{DRIVER}driver['_CONTROL'] = []\ndriver['_guarded'] = lambda node, words: node",
    COUNTING,
    COMPILE,
    TREES,
]
"""Statements before a claim."""


@dataclass(frozen=True)
class LocalNode:
    """A node that is the machine of the tests."""

    def command(self, *argv: str) -> list[str]:
        """As it stands."""
        return list(argv)


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[Run]:
    """Runs statements, and then the check of a claim, `assert 1 == 2`; how that went."""
    executors: list[Executor] = []

    def run(text: str, check: str = "assert 1 == 2") -> tuple[Reply, Result]:
        path = tmp_path / "case.py"
        path.write_text(f"{text}\n{check}\n", encoding="utf-8")
        last = text.count("\n") + 1
        job = Job(str(path), "py", text, ("docker1",), (), (), (), 10, 10, 65536)
        executors.append(Executor(job, {"docker1": cast("Node", LocalNode())}))
        executors[-1].run(Unit(1, last, ""), time.monotonic() + 10)
        return executors[-1].check(Unit(last + 1, last + 1, ""), time.monotonic() + 10)

    yield run
    for python in filter(None, (started.python for started in executors)):
        python.close()


@pytest.mark.parametrize("text", REDEFINED)
def test_nothing_makes_a_false_assertion_hold(checked: Run, text: str) -> None:
    """It is told as false, or the scenario ends."""
    reply, result = checked(text)
    assert reply.end == "ended" or result.error


def test_a_true_assertion_holds(checked: Run) -> None:
    """The control: the assertion before it, which is false, is not told of."""
    reply, result = checked("x = 1", "assert x == 1")
    assert (reply.end, result.ok, reply.output) == ("replied", True, "")


def test_a_python_in_which_all_would_hold_is_told_of(checked: Run) -> None:
    """Who makes everything true is told what may have done it, at the line of the claim."""
    _, result = checked("import builtins\nbuiltins.exec = lambda *a, **k: None", "assert True")
    assert (result.error, result.line) == (executor.ANYTHING_HOLDS, 3)


def test_half_of_a_surrogate_pair_is_spelt_out(checked: Run) -> None:
    """In the values of a false claim, and in what the exception says: neither has to end the scenario."""
    _, result = checked("x = chr(0xd800)", "assert not x, x")
    assert (result.error, result.values) == ("AssertionError: \\ud800", {"x": "'\\ud800'"})
