"""Worker processes with limits on memory and time: one that dies or is late costs its own item and no other.

Results come in the items' order."""

import math
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Generic, Literal, TypeVar

from ingest.isolation import limit_memory

Item = TypeVar("Item")
Result = TypeVar("Result")
MEMORY_BYTES = 4 * 2**30
Lost = Literal["died", "late"]
"""Why an item has no result: its process ended, or was ended for taking too long."""
AHEAD = 4
"""Results a worker that may wait for an earlier one: the rest of the items stay unread until then."""


def apart(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    memory: int = MEMORY_BYTES,
    seconds: Callable[[Item], float] = lambda item: math.inf,
) -> Iterator[tuple[Item, Result | Lost]]:
    """Each of `items` with `function(item)`, or with how it was lost; `seconds` is what an item may take."""
    crew = [_Worker(function, memory) for _ in range(workers)]
    waiting, done, turn = enumerate(items), dict[int, tuple[Item, Result | Lost]](), 0
    try:
        while True:
            for worker in crew:
                if worker.task is None and len(done) < AHEAD * workers and (task := next(waiting, None)):
                    worker.give(task, seconds(task[1]))
            busy = [worker for worker in crew if worker.task is not None]
            if not busy:
                return
            for worker in _ready(busy):
                number, item, result = worker.take()
                done[number] = item, result
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in crew:
            worker.stop()


def _ready(busy: "list[_Worker[Item, Result]]") -> "list[_Worker[Item, Result]]":
    """Those that have a result, have died or are late; waits for the first one."""
    first = min(worker.until for worker in busy)
    heard = wait([worker.connection for worker in busy], None if first == math.inf else max(0.0, first - time.monotonic()))
    return [worker for worker in busy if worker.connection in heard or worker.until <= time.monotonic()]


class _Worker(Generic[Item, Result]):
    """A process, and the numbered item it is at."""

    def __init__(self, function: Callable[[Item], Result], memory: int) -> None:
        self.function, self.memory = function, memory
        self.task: tuple[int, Item] | None = None
        self.until = math.inf
        self._start()

    def give(self, task: tuple[int, Item], seconds: float) -> None:
        self.task, self.until = task, time.monotonic() + seconds
        with suppress(BrokenPipeError):  # it died while it waited; `take` finds out
            self.connection.send(task[1])

    def take(self) -> tuple[int, Item, Result | Lost]:
        """The item and its result; a process that is dead or late is replaced."""
        assert self.task is not None
        (number, item), self.task = self.task, None
        lost: Lost = "late"
        if self.connection.poll():
            try:
                return number, item, self.connection.recv()
            except (EOFError, ConnectionResetError):
                lost = "died"
        self.stop()
        self._start()
        return number, item, lost

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.function, self.memory), daemon=True)
        self.process.start()
        theirs.close()


def _serve(connection: Connection, function: Callable[[Item], Result], memory: int) -> None:
    """Answers item by item until the other side is gone; without memory it ends, since nothing can be trusted after that."""
    limit_memory(memory)
    try:
        while True:
            connection.send(function(connection.recv()))
    except (EOFError, MemoryError):
        return
