"""The acts on posts in plain words."""

ACTS: dict[str, str] = {}
