"""The acts on elders in plain words."""

ACTS: dict[str, str] = {}
