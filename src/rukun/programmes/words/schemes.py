"""The acts on schemes in plain words."""

ACTS: dict[str, str] = {}
