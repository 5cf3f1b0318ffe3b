"""How much memory is free, where the system says."""

from pathlib import Path

MEMINFO = Path("/proc/meminfo")


def free() -> int | None:
    """Bytes that can be had without swapping; None where the system does not say."""
    if not MEMINFO.is_file():
        return None
    for line in MEMINFO.read_text().splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) * 1024
    return None
