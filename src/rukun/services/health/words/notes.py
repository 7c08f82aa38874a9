"""The acts on notes in plain words."""

ACTS: dict[str, str] = {}
