"""The acts on doubles in plain words."""

ACTS: dict[str, str] = {}
