"""The acts on schooling in plain words."""

ACTS: dict[str, str] = {}
