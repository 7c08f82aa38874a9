"""The acts on larvae in plain words."""

ACTS: dict[str, str] = {}
