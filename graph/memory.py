"""How much memory is free, where the system says."""

from pathlib import Path

from graph.errors import TooLarge

MEMINFO = Path("/proc/meminfo")


def require(rows: int, bytes_a_row: int, file: str) -> None:
    """Nothing, if `rows` of `file` fit into the free memory, or if the system does not say how much that is.

    Raises
    ------
    TooLarge
        With both figures and the way out."""
    needed, left = rows * bytes_a_row, free()
    if left is not None and needed > left:
        raise TooLarge(
            f"{file} has about {rows:,} rows and needs about {needed / 1e9:.1f} GB of memory; {left / 1e9:.1f} GB are free: "
            "leave out rows that are not asked about, or use a machine with more"
        )


def free() -> int | None:
    """Bytes that can be had without swapping; None where the system does not say."""
    if not MEMINFO.is_file():
        return None
    for line in MEMINFO.read_text().splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) * 1024
    return None
