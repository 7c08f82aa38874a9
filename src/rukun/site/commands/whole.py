"""A file that appears whole or not at all: it is written beside its name and takes its place at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(file: Path) -> Iterator[Path]:
    """Gives the path to write to. After an error nothing is left of it, and what stood under the name still stands."""
    waiting = file.with_name(file.name + ".sebagian")
    try:
        yield waiting
        waiting.replace(file)
    finally:
        waiting.unlink(missing_ok=True)
