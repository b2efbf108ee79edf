"""Talking to the processes that run a scenario: a request goes in, a reply and what was printed come out."""

from __future__ import annotations

import fcntl
import os
import re
import selectors
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from agent.network import HERE, Node

End = Literal["replied", "timed out", "ended"]
REPLY_BYTES = 1024**2
"""Most that a reply may have: exit codes are short, and what a failed assertion's names held is cut."""
Argv = Callable[[int, int], Sequence[str]]
"""A command line, for the file descriptors it gets requests from and sends replies to."""
_HIGH = 200
"""File descriptors from here on are ours: authors use low ones, bash takes 10 and up for itself, and 255."""


@dataclass(frozen=True, slots=True)
class Reply:
    """How one request went: `text` is empty unless `end` is "replied"."""

    end: End
    text: str
    output: str
    """What was printed meanwhile."""
    truncated_bytes: int
    """Bytes left out of the middle of `output`."""
    seconds: float
    exit_code: int | None = None
    """Of the interpreter, if `end` is "ended" and it told."""


class BoundedOutput:
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
    def truncated_bytes(self) -> int:
        """Bytes that were left out."""
        return self._size - sum(map(len, self._retained()))

    def text(self) -> str:
        """What is kept, bytes that are not UTF-8 written as backslash escapes, whole lines around a cut."""
        head, tail = self._retained()
        if not self.truncated_bytes:
            return _decode(head + tail)
        line = f"[... {self.truncated_bytes} bytes left out ...]"
        return "".join([_decode(head), "" if head.endswith(b"\n") else "\n", line, "\n", _decode(tail)])

    def _retained(self) -> tuple[bytes, bytes]:
        head, tail = bytes(self._head), bytes(self._tail)
        return (head, tail) if len(head) + len(tail) == self._size else _whole_lines(head, tail)


def _whole_lines(head: bytes, tail: bytes) -> tuple[bytes, bytes]:
    """Both ends of a cut without the parts of lines beside it; of one endless line, without parts of characters."""
    first, newline, _ = head.rpartition(b"\n")
    head = first + newline if newline else head.decode("utf-8", errors="ignore").encode() if _is_text(head) else head
    _, newline, after_cut = tail.partition(b"\n")
    return head, after_cut if newline else tail.lstrip(bytes(range(0x80, 0xC0)))


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

    def __init__(self, node: Node, argv: Argv, limit: int, *, silent: bool = False) -> None:
        """Start `argv` at `node`; keep `limit` bytes of each output. `silent`: its standard error is nobody's."""
        self.requests, self._requests = _high(os.pipe())
        self._replies, self.replies = _high(os.pipe())
        self._output, output = os.pipe()
        self._limit = limit
        self._process = subprocess.Popen(
            node.command(*argv(self.requests, self.replies)),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL if silent else output,
            pass_fds=(self.requests, self.replies),
            start_new_session=True,
        )
        for end in (self.requests, self.replies, output):
            os.close(end)
        # A process that has been stopped reads nothing: neither is to hold us beyond a deadline.
        os.set_blocking(self._output, False)
        os.set_blocking(self._requests, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output, selectors.EVENT_READ)
        self._selector.register(self._replies, selectors.EVENT_READ)
        # What the process has started may hold its pipes open; that it has ended is told by the kernel. A write end
        # is "readable" when nobody reads the other end: the process went on as another program.
        self._ended = os.pidfd_open(self._process.pid)
        self._selector.register(self._ended, selectors.EVENT_READ)
        self._selector.register(self._requests, selectors.EVENT_READ)

    def execute(self, request: str, deadline: float, wanted: re.Pattern[bytes]) -> Reply:
        """Send one request and wait for its reply, but not beyond `deadline` (on the monotonic clock).

        The reply is there when `wanted` is found in what arrives; its text is the first group.
        """
        started = time.monotonic()
        output, reply = BoundedOutput(self._limit), bytearray()
        end = self._wait(request.encode(), output, reply, deadline, wanted)
        self._drain(output)
        found = wanted.search(reply) if end == "replied" else None
        text = found[1].decode(errors="backslashreplace") if found else ""
        seconds = time.monotonic() - started
        exit_code = None if end in ("replied", "timed out") else self._exit_code()
        return Reply(end, text, output.text(), output.truncated_bytes, seconds, exit_code)

    def close(self) -> None:
        """End the process, if it has not ended, and give back its pipes."""
        self._process.kill()
        self._process.wait()
        self._selector.close()
        for end in (self._requests, self._replies, self._output, self._ended):
            os.close(end)

    def send(self, request: str) -> None:
        """Hand over a short request to which there is no reply."""
        os.write(self._requests, request.encode())

    def _exit_code(self) -> int | None:
        """How the process ended; None if it closed its pipes (`exec sleep 99`) and goes on."""
        try:
            return self._process.wait(1)
        except subprocess.TimeoutExpired:
            return None

    def _wait(
        self, request: bytes, output: BoundedOutput, reply: bytearray, deadline: float, wanted: re.Pattern[bytes]
    ) -> End:
        left = self._hand_over(request)
        while (seconds := deadline - time.monotonic()) > 0:
            for key, events in self._selector.select(seconds):
                if key.fd == self._output:
                    self._read(output)
                elif key.fd == self._requests and not events & selectors.EVENT_READ:
                    left = self._hand_over(left)
                elif key.fd != self._replies or not self._take(reply):
                    return "ended"
                elif not left and wanted.search(reply):
                    return "replied"
        return "timed out"

    def _hand_over(self, request: bytes) -> bytes:
        """Write as much of a request as the pipe takes; the rest, for which there will be room when it is read."""
        try:
            rest = request[os.write(self._requests, request) :] if request else request
        except BlockingIOError:
            rest = request
        except BrokenPipeError:  # the selector tells of it as well
            rest = b""
        room = selectors.EVENT_WRITE if rest else 0
        self._selector.modify(self._requests, selectors.EVENT_READ | room)
        return rest

    def _take(self, reply: bytearray) -> bool:
        """Read on; False at the end of the pipe, and where there is more than any reply has."""
        chunk = os.read(self._replies, 65536)
        reply += chunk
        return bool(chunk) and len(reply) <= REPLY_BYTES

    def _read(self, output: BoundedOutput) -> bool:
        try:
            chunk = os.read(self._output, 65536)
        except BlockingIOError:
            return False
        if not chunk:
            self._selector.unregister(self._output)
        output.add(chunk)
        return bool(chunk)

    def _drain(self, output: BoundedOutput, most: int = 64) -> None:
        """Take what is printed already, and no more: a background process may print for ever."""
        for _ in range(most):
            if self._output not in self._selector.get_map() or not self._read(output):
                return


def _high(pipe: tuple[int, int]) -> tuple[int, int]:
    """The same pipe, at file descriptors that nothing else uses."""
    read, write = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _HIGH) for end in pipe)
    for end in pipe:
        os.close(end)
    return read, write


def python(node: Node, path: str, limit: int) -> Interpreter:
    """A Python on the node that runs the scenario at `path` piece by piece in one set of globals."""
    driver = ["python3", "-u", str(HERE / "python_driver.py"), path]
    return Interpreter(node, lambda requests, replies: [*driver, str(requests), str(replies)], limit)
