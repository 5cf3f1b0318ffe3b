"""Runs a function in a process of its own with a limit on time and memory: hostile pages cannot stall or fill us."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from graph.errors import LithographError, UnreadableSource

Result = TypeVar("Result")
SECONDS = 30
MEMORY_BYTES = 3 * 2**30


def isolated(function: Callable[..., Result], *arguments: Any, what: str, seconds: float = SECONDS) -> Result:
    """What `function(*arguments)` returns; function, arguments and result must be picklable.

    Raises
    ------
    UnreadableSource
        If it takes longer than `seconds`, runs out of memory or dies.
    LithographError
        Whatever of ours it raises."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sender, function, arguments), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise UnreadableSource(f"{what} took longer than {seconds:.0f} s and was given up")
        outcome = receiver.recv()
    except EOFError:
        raise UnreadableSource(f"{what} could not be read: it needs more memory or breaks the parser") from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(outcome, LithographError):
        raise outcome
    result: Result = outcome
    return result


def limit_memory(size: int) -> None:
    """Let this process have `size` bytes, where the platform has such limits (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _run(sender: Connection, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    limit_memory(MEMORY_BYTES)
    try:
        outcome = function(*arguments)
    except LithographError as error:
        outcome = error
    except MemoryError:
        outcome = UnreadableSource("it needs more memory than is allowed for one page")
    sender.send(outcome)
