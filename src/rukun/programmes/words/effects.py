"""The acts on effects in plain words."""

ACTS: dict[str, str] = {}
