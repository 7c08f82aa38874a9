"""The acts on waiting in plain words."""

ACTS: dict[str, str] = {}
