"""Work in several threads at once that no end of the process waits for. Effects."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_threads(work: Callable[[T], R], items: Sequence[T], threads: int) -> Iterator[tuple[T, R]]:
    """Each item with what came of it, as they end; what `work` raises is raised here.

    The interpreter waits for the threads of a ThreadPoolExecutor before it exits, also for one that reads from an
    engine that hangs. These are daemons.
    """
    todo, done = SimpleQueue[T](), SimpleQueue[tuple[T, Future[R]]]()
    for item in items:
        todo.put(item)

    def loop() -> None:
        while True:
            try:
                item = todo.get_nowait()
            except Empty:
                return
            future = Future[R]()
            try:
                future.set_result(work(item))
            except BaseException as error:  # raised where the result is asked for
                future.set_exception(error)
            done.put((item, future))

    for _ in range(max(threads, 1)):
        threading.Thread(target=loop, daemon=True).start()
    for _ in items:
        item, future = done.get()
        yield item, future.result()
