"""The acts on aids in plain words."""

ACTS: dict[str, str] = {}
