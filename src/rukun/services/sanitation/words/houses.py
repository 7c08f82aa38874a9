"""The acts on houses in plain words."""

ACTS: dict[str, str] = {}
