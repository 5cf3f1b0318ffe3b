"""The command line `lithograph`. Standard output carries the result alone; progress and errors go to standard error."""

import sys


def main() -> None:
    """Entry point: an error of ours is one sentence and exit code 1, a wrong use 2, an interruption 130."""
    import logging

    from cli.app import app
    from cli.output import WrongUse
    from graph.errors import LithographError

    logging.getLogger("neo4j.session").setLevel(logging.ERROR)  # its retries are no message for a user: the error at the end is ours

    try:
        app(prog_name="lithograph")
    except LithographError as error:
        sys.stderr.write(f"lithograph: {error}\n")
        sys.exit(2 if isinstance(error, WrongUse) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
