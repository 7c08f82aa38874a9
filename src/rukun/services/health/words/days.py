"""The acts on days in plain words."""

ACTS: dict[str, str] = {}
