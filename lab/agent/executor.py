"""Executing units of a scenario in the interpreters of its machines, and what claims get to see of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from secrets import randbelow, token_hex

from agent.bash_session import Bash, bash
from agent.interpreters import Interpreter, Reply, python
from agent.network import Node
from agent.python_driver import request_text
from agent.split_commands import Unit
from netdocs.protocol import codec
from netdocs.protocol.job import Job

OUT_SHOWN = 1000
"""How many characters of `$out` a false claim shows: its end, where commands put what matters."""

CONTROLS = 7
"""How often the assertion of a claim is asked for as a false one, at times nobody can foresee."""
ANYTHING_HOLDS = "here even `assert 0 == 1` holds: a statement before has changed what Python does"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one unit besides its output."""

    exit_code: int = 0
    """Of a shell command."""
    error: str = ""
    """The exception a Python unit raised, `KeyError: 'x'`."""
    line: int = 0
    """Where it was raised."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the names in a failed check held."""

    @property
    def ok(self) -> bool:
        """Whether all went well."""
        return not self.exit_code and not self.error


@dataclass(slots=True)
class Executor:
    """The interpreters of a scenario: one bash a machine, or one Python at docker1, each started when first needed."""

    job: Job
    nodes: Mapping[str, Node]
    shells: dict[str, Bash] = field(default_factory=dict)
    """By machine."""
    python: Interpreter | None = None
    """That of a Python scenario."""
    output: str = ""
    """What the last command printed."""
    exit_code: int = 0
    """How the last command ended."""

    def run(self, unit: Unit, deadline: float) -> tuple[Reply, Result]:
        """Run a command; the claims behind it see its output and exit code."""
        if self.job.dialect == "py":
            return self._run_python(unit, deadline)
        reply = self._shell(unit.node).execute(unit.text, deadline)
        result = self._result(unit, reply)
        self.output, self.exit_code = reply.output, result.exit_code
        return reply, result

    def check(self, unit: Unit, deadline: float) -> tuple[Reply, Result]:
        """Run the check of a claim."""
        if self.job.dialect == "py":
            return self._check_python(unit, deadline)
        reply = self._shell(unit.node).check(unit.text, self.exit_code, self._out, deadline)
        result = self._result(unit, reply)
        values = {} if result.ok else {"$status": str(self.exit_code), "$out": self._out[-OUT_SHOWN:]}
        return reply, replace(result, values=values)

    def _check_python(self, unit: Unit, deadline: float) -> tuple[Reply, Result]:
        """Run the assertion of a claim, among others that are known to be false."""
        checked: list[tuple[Reply, Result]] = []
        position = randbelow(CONTROLS + 1)
        for number in range(CONTROLS + 1):
            word = token_hex(8)
            reply, result = self._run_python(unit, deadline, [word, word if number == position else token_hex(8)])
            if reply.end != "replied":
                return reply, result
            if number == position:
                checked.append((reply, result))
            elif not result.error:
                return reply, Result(error=ANYTHING_HOLDS, line=unit.first)
        return checked[0]

    def _run_python(self, unit: Unit, deadline: float, words: Sequence[str] = ()) -> tuple[Reply, Result]:
        self.python = self.python or python(self.nodes["docker1"], self.job.path, self.job.output_bytes)
        # A reply with another token, or none, is not the driver's reply to this request.
        token = f"@nd{token_hex(8)}"
        wanted = re.compile(token.encode() + rb"(.*?)\0", re.DOTALL)
        reply = self.python.execute(request_text(unit.first, unit.last, words, token), deadline, wanted)
        return reply, codec.convert(codec.parse(reply.text or "{}"), Result)

    def _result(self, unit: Unit, reply: Reply) -> Result:
        if reply.end == "ended":
            return Result(reply.exit_code or 0, error=self._how_it_ended(unit, reply))
        return Result(int(reply.text or 0))

    def _how_it_ended(self, unit: Unit, reply: Reply) -> str:
        """The exit code of a shell that has ended, and `set -e` if that may have ended it."""
        if reply.exit_code is None:
            return "it runs on as something else"
        errexit = "e" in self._shell(unit.node).flags or re.search(r"\bset -\w*e|\berrexit\b", unit.text)
        return f"exit code {reply.exit_code}{', under `set -e`' if errexit and reply.exit_code else ''}"

    @property
    def _out(self) -> str:
        """The last command's output as `$(…)` would give it."""
        return self.output.replace("\0", "").rstrip("\n")

    def _shell(self, node: str) -> Bash:
        if node not in self.shells:
            self.shells[node] = bash(self.nodes[node], self.job.output_bytes)
        return self.shells[node]
