"""Worker processes with a memory limit each: one that dies costs its own item and no other. Results come in the items' order."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from ingest.isolation import limit_memory

Item = TypeVar("Item")
Result = TypeVar("Result")
MEMORY_BYTES = 4 * 2**30
AHEAD = 4
"""Results a worker that may wait for an earlier one: the rest of the items stay unread until then."""


def apart(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int, memory: int = MEMORY_BYTES
) -> Iterator[tuple[Item, Result | None]]:
    """Each of `items` with `function(item)`, or with None where the process that computed it died."""
    crew = [_Worker(function, memory) for _ in range(workers)]
    waiting, done, turn = enumerate(items), dict[int, tuple[Item, Result | None]](), 0
    try:
        while True:
            for worker in crew:
                if worker.task is None and len(done) < AHEAD * workers and (task := next(waiting, None)):
                    worker.give(task)
            busy = {worker.connection: worker for worker in crew if worker.task is not None}
            if not busy:
                return
            for connection in wait(list(busy)):
                number, item, result = busy[connection].take()  # type: ignore[index]
                done[number] = item, result
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in crew:
            worker.stop()


class _Worker(Generic[Item, Result]):
    """A process, and the numbered item it is at."""

    def __init__(self, function: Callable[[Item], Result], memory: int) -> None:
        self.function, self.memory = function, memory
        self.task: tuple[int, Item] | None = None
        self._start()

    def give(self, task: tuple[int, Item]) -> None:
        self.task = task
        with suppress(BrokenPipeError):  # it died while it waited; `take` finds out
            self.connection.send(task[1])

    def take(self) -> tuple[int, Item, Result | None]:
        """The item and its result; a dead process is replaced."""
        assert self.task is not None
        (number, item), self.task = self.task, None
        try:
            return number, item, self.connection.recv()
        except (EOFError, ConnectionResetError):
            self.stop()
            self._start()
            return number, item, None

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
