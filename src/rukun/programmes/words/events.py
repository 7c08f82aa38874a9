"""The acts on events in plain words."""

ACTS: dict[str, str] = {}
