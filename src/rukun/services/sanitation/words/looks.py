"""The acts on looks in plain words."""

ACTS: dict[str, str] = {}
