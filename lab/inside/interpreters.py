"""Talking to the processes that run a scenario: a request goes in, a reply and what was printed come out."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inside.world import HERE, Node

End = Literal["replied", "timed out", "ended"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How one request went: `reply` is empty unless `end` is "replied"."""

    end: End
    reply: str
    output: str
    cut: int
    """Bytes left out of the middle of `output`."""
    seconds: float


class Bounded:
    """Output of any length in bounded memory: its beginning, its end, and the number of bytes between."""

    def __init__(self, limit: int) -> None:
        self._head, self._tail, self._size = bytearray(), bytearray(), 0
        self._head_limit, self._tail_limit = limit * 3 // 4, limit // 4

    def add(self, chunk: bytes) -> None:
        """Take in what was just printed."""
        self._size += len(chunk)
        room = self._head_limit - len(self._head)
        self._head += chunk[:room]
        self._tail = (self._tail + chunk[max(room, 0) :])[-self._tail_limit :]

    @property
    def cut(self) -> int:
        """Bytes that were left out."""
        return self._size - sum(map(len, self._kept()))

    def text(self) -> str:
        """What is kept, bytes that are not UTF-8 written as backslash escapes, whole lines around a cut."""
        head, tail = self._kept()
        if not self.cut:
            return _decode(head + tail)
        line = f"[... {self.cut} bytes left out ...]"
        return "".join([_decode(head), "" if head.endswith(b"\n") else "\n", line, "\n", _decode(tail)])

    def _kept(self) -> tuple[bytes, bytes]:
        head, tail = bytes(self._head), bytes(self._tail)
        return (head, tail) if len(head) + len(tail) == self._size else _whole_lines(head, tail)


def _whole_lines(head: bytes, tail: bytes) -> tuple[bytes, bytes]:
    """Both ends of a cut without the parts of lines beside it; of one endless line, without parts of characters."""
    first, newline, _ = head.rpartition(b"\n")
    head = first + newline if newline else head.decode("utf-8", errors="ignore").encode() if _is_text(head) else head
    _, newline, rest = tail.partition(b"\n")
    return head, rest if newline else tail.lstrip(bytes(range(0x80, 0xC0)))


def _is_text(raw: bytes) -> bool:
    """Whether nothing but a last character that was cut in two is no UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(raw)
    return True


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", errors="backslashreplace")


class Interpreter:
    """A process on a node, with pipes for requests and replies beside its ordinary output.

    Standard output and standard error share one pipe, at the level of file descriptors: whatever the
    process or any child of it prints arrives here, in the order in which it was printed.
    """

    def __init__(self, node: Node, argv: Sequence[str], limit: int) -> None:
        """Start `argv` at `node`, the numbers of its two pipes behind it; keep `limit` bytes of each output."""
        requests, self._requests = os.pipe()
        self._replies, replies = os.pipe()
        self._output, output = os.pipe()
        self._limit = limit
        self._process = subprocess.Popen(
            node.command(*argv, str(requests), str(replies)),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=(requests, replies),
        )
        for end in (requests, replies, output):
            os.close(end)
        os.set_blocking(self._output, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output, selectors.EVENT_READ)
        self._selector.register(self._replies, selectors.EVENT_READ)

    def ask(self, request: str, deadline: float) -> Answer:
        """Send one request and wait for its reply, but not beyond `deadline` (on the monotonic clock)."""
        started = time.monotonic()
        output, reply = Bounded(self._limit), bytearray()
        end = self._send(request) and self._wait(output, reply, deadline)
        self._drain(output)
        words = reply[:-1].decode() if end == "replied" else ""
        return Answer(end or "ended", words, output.text(), output.cut, time.monotonic() - started)

    def _send(self, request: str) -> bool:
        try:
            os.write(self._requests, request.encode() + b"\0")
        except BrokenPipeError:
            return False
        return True

    def _wait(self, output: Bounded, reply: bytearray, deadline: float) -> End:
        while (left := deadline - time.monotonic()) > 0:
            for key, _ in self._selector.select(left):
                if key.fd == self._output:
                    self._read(output)
                    continue
                chunk = os.read(self._replies, 65536)
                reply += chunk
                if not chunk:
                    return "ended"
                if reply.endswith(b"\0"):
                    return "replied"
        return "timed out"

    def _read(self, output: Bounded) -> bool:
        try:
            chunk = os.read(self._output, 65536)
        except BlockingIOError:
            return False
        if not chunk:
            self._selector.unregister(self._output)
        output.add(chunk)
        return bool(chunk)

    def _drain(self, output: Bounded, most: int = 64) -> None:
        """Take what is printed already, and no more: a background process may print for ever."""
        for _ in range(most):
            if self._output not in self._selector.get_map() or not self._read(output):
                return


def bash(node: Node, limit: int) -> Interpreter:
    """A bash on the node that keeps its variables and directory from command to command."""
    return Interpreter(node, ["bash", "--norc", "--noprofile", str(HERE / "bash_driver.sh")], limit)


def python(node: Node, path: str, limit: int) -> Interpreter:
    """A Python on the node that runs the scenario at `path` piece by piece in one set of globals."""
    return Interpreter(node, ["python3", "-u", str(HERE / "python_driver.py"), path], limit)
